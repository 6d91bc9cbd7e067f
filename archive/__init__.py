"""Vraagarchief: an archive of parliamentary written questions with full-text search."""

__version__ = "0.1.0"
