"""From bytes to a document of lines, whatever the format, or to records that stand in the bytes as such."""

from archive.extract.registry import read_source

__all__ = ["read_source"]
