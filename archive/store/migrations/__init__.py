"""Numbered changes of the schema: `0002_<purpose>.sql` brings a corpus of form 1 to form 2, and so on.

A new corpus runs schema.sql (form 1) and then every migration in order, exactly as an old one does.
"""
