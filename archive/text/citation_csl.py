"""A reference as CSL-JSON, the form that citation processors and Zotero share (Citation Style Language 1.0.2)."""

from __future__ import annotations

from typing import Any

from archive.text.citation import Citation
from archive.text.citation_words import KIND_WORDS
from archive.text.person_names import PersonName


def csl(citation: Citation) -> dict[str, Any]:
    """The reference, ready to be written as JSON; facts that are not known are left out."""
    issued = citation.issued
    fields = {
        "id": citation.key,
        "type": "document",
        "title": citation.title,
        "author": [_name(one) for one in citation.authors],
        "recipient": [_name(one) for one in citation.recipients],
        "issued": {"date-parts": [[issued.year, issued.month, issued.day]]} if issued else None,
        "genre": KIND_WORDS[citation.language][citation.is_question].capitalize(),
        "number": citation.number,
        "publisher": citation.publisher,
        "URL": citation.address,
        "archive": citation.archive,
        "archive_location": citation.id,
        "keyword": ", ".join(citation.themes),
        "language": citation.language,
    }
    return {name: value for name, value in fields.items() if value}


def _name(name: PersonName) -> dict[str, str]:
    pieces = {"family": name.family, "given": name.given, "non-dropping-particle": name.particle}
    return {piece: text for piece, text in pieces.items() if text}
