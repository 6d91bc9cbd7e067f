"""From a document of lines to the record of a question or of a supporting document."""

from archive.parse.reading import parse_document

__all__ = ["parse_document"]
