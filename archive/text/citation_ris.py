"""A reference as an entry of RIS (Reference Manager), of the type for government documents."""

from __future__ import annotations

from collections.abc import Iterator

from archive.text.citation import Citation
from archive.text.citation_words import KIND_WORDS, TO_WORDS


def ris(citation: Citation) -> str:
    """The entry, with the empty line that parts it from the next. Lines end with CR LF, as the format has it."""
    lines = [f"{tag}  - {value}\r\n" for tag, value in _fields(citation)]
    return "".join(("TY  - GOVDOC\r\n", *lines, "ER  - \r\n\r\n"))


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "ID", citation.key
    yield "TI", citation.title
    for author in citation.authors:
        yield "AU", author.inverted
    if citation.issued:
        yield "PY", f"{citation.issued.year:04}"
        yield "DA", f"{citation.issued:%Y/%m/%d}".rjust(10, "0")
    yield "PB", citation.publisher
    yield "M3", KIND_WORDS[citation.language][citation.is_question].capitalize()
    if citation.number:
        # Programs differ in where they look for the number of a government document.
        yield "IS", citation.number
        yield "M1", citation.number
    # RIS knows no addressee.
    for recipient in citation.recipients:
        yield "N1", f"{TO_WORDS[citation.language].capitalize()} {recipient.plain}"
    for theme in citation.themes:
        yield "KW", theme
    yield "LA", citation.language
    yield "DB", citation.archive
    yield "AN", citation.id
    if citation.address:
        yield "UR", citation.address
    if citation.document:
        yield "L1", citation.document
