"""What Zotero takes from the head of a page: the public rules of its translator "Embedded Metadata", in our words.

1. Tags whose names begin with a known vocabulary (dc, dcterms, og, …), up to the first ".", ":" or "_", are statements
   about the page. All others are looked at for HighWire's names.
2. A tag that names the institution of a technical report makes the page a report, one that names a journal an article,
   a conference a paper, a book title a section, a dissertation's institution a thesis. `citation_title` alone lets
   Zotero guess an article.
3. What the statements say of the type goes before that only if it is a type of Zotero's or one of a list of words,
   of which "report" is one; a broad word ("Text") is a guess, and goes behind.
4. Each person is one tag. Without a semicolon in it, and with a blank on both sides of a comma, the comma parts two
   people; else, where there is a comma, the surname stands before it. The last word is the surname without one.
5. `citation_date` goes before `citation_publication_date`. The address is `citation_public_url`, else the page's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup

VOCABULARIES = {
    "bib",
    "bibo",
    "dc",
    "dcterms",
    "prism",
    "foaf",
    "vcard",
    "link",
    "z",
    "eprint",
    "eprints",
    "og",
}
TYPES = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_conference": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_date": "date",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "number",
    "citation_public_url": "url",
    "citation_language": "language",
}


@dataclass
class Taken:
    """An entry of a Zotero library. creators: (surname, given name)."""

    type: str
    creators: list[tuple[str, str]] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    pdf: str | None = None


def taken(page: BeautifulSoup) -> Taken:
    """What Zotero makes of a page."""
    tags = [(str(meta["name"]), str(meta.get("content", ""))) for meta in page.select("head meta[name]")]
    statements = [(name.lower(), text) for name, text in tags if vocabulary(name) in VOCABULARIES]
    others = [(name, text) for name, text in tags if vocabulary(name) not in VOCABULARIES]
    found = Taken(item_type(statements, others))
    for name, field_name in FIELDS.items():
        for text in (text for tag, text in others if tag == name and text.strip()):
            found.fields[field_name] = " ".join(text.split())
    for text in (text for tag, text in others if tag == "citation_author"):
        found.creators += people(text)
    found.pdf = next((text for tag, text in others if tag == "citation_pdf_url"), None)
    return found


def vocabulary(name: str) -> str:
    return re.split("[.:_]", name, maxsplit=1)[0].lower()


def item_type(statements: list[tuple[str, str]], others: list[tuple[str, str]]) -> str:
    said = next((text.lower() for name, text in statements if name in {"dc.type", "dcterms.type"}), "")
    if said in {"book", "patent", "report", "thesis", "webpage", "map", "document"}:
        return said
    named = [TYPES[name] for name, _ in others if name in TYPES]
    if named:
        return named[-1]
    return "journalArticle" if any(name == "citation_title" for name, _ in others) else "webpage"


def people(text: str) -> list[tuple[str, str]]:
    named = re.split(r"\s*;\s*", text)
    if len(named) == 1:
        by_comma = re.split(r"\s*,\s*", text)
        if len(by_comma) > 1 and " " in by_comma[0] and " " in by_comma[1]:
            named = by_comma
    return [person(one) for one in named if one.strip(" ,.;-")]


def person(text: str) -> tuple[str, str]:
    if "," in text:
        surname, _, given = text.partition(",")
        return surname.strip(), given.strip()
    given, _, surname = text.strip().rpartition(" ")
    return surname, given
