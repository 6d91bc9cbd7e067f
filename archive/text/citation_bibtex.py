"""A reference as an entry of BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.citation import Citation
from archive.text.citation_words import KIND_WORDS, TO_WORDS
from archive.text.person_names import PersonName

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LANGUAGES = {"nl": "dutch", "en": "english"}
# BibTeX counts braces even behind a backslash, so that a brace of the text must get another name.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
_PARTED = re.compile(r"[\s,]")


def bibtex(citation: Citation) -> str:
    """The entry: a report with a number of its own, for every style of BibTeX and biblatex."""
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(citation))
    return f"@techreport{{{citation.key},\n{fields}\n}}\n"


def bibtex_text(text: str) -> str:
    """A text as LaTeX reads it; the program that reads it must know UTF-8."""
    return text.translate(_ESCAPES)


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    if citation.authors:
        yield "author", _braced(" and ".join(map(_name, citation.authors)))
    # The second pair keeps capitals: most styles write English titles small.
    yield "title", f"{{{_braced(bibtex_text(citation.title))}}}"
    # Braced twice, since an institution is one name whatever words it has.
    yield "institution", f"{{{_braced(bibtex_text(citation.publisher))}}}"
    yield "type", _braced(KIND_WORDS[citation.language][citation.is_question].capitalize())
    if citation.number:
        yield "number", _braced(bibtex_text(citation.number))
    if citation.issued:
        yield "year", _braced(f"{citation.issued.year:04}")
        yield "month", _MONTHS[citation.issued.month - 1]
        yield "date", _braced(citation.issued.isoformat())
    if citation.address:
        yield "url", _braced(_address(citation.address))
    if citation.recipients:
        names = ", ".join(one.plain for one in citation.recipients)
        yield "note", _braced(bibtex_text(f"{TO_WORDS[citation.language].capitalize()} {names}"))
    if citation.themes:
        yield "keywords", _braced(bibtex_text(", ".join(citation.themes)))
    yield "language", _braced(_LANGUAGES[citation.language])


def _name(name: PersonName) -> str:
    """A name in the form that needs no guess: a surname of several words is one only within braces."""
    family = _whole(name.family)
    surname = f"{bibtex_text(name.particle)} {family}" if name.particle else family
    return f"{surname}, {_whole(name.given, parted=False)}" if name.given else surname


def _whole(text: str, *, parted: bool = True) -> str:
    must = _PARTED.search(text) if parted else ("," in text or " and " in f" {text} ")
    return _braced(bibtex_text(text)) if must else bibtex_text(text)


def _address(address: str) -> str:
    """An address as it is: only what would end the field early is written as RFC 3986 has it."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _braced(text: str) -> str:
    return f"{{{text}}}"
