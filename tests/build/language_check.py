"""Which words of a page are in another language than the page says of them (WCAG 2.2, 3.1.1 and 3.1.2).

Names of people and of places belong to no language, and are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from bs4 import BeautifulSoup, Comment, Doctype, NavigableString, PageElement, Tag

from archive.model.record import Record
from archive.render.catalogue import Catalogue
from archive.render.formats import portfolio_text

_UNSEEN = frozenset({"script", "style"})
_SPOKEN_ATTRIBUTES = ("aria-label", "title", "placeholder", "alt")
_PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")
_WORD = re.compile(r"[^\W\d_]{3,}")
# Fields of a record that hold no words, or names of people.
_WORDLESS = frozenset(
    {
        "id",
        "kind",
        "number",
        "parliamentary_year",
        "asker",
        "links",
        "document_id",
        "dossier_id",
        "source",
        "notes",
    }
    | {"labels", "type", "origin", "checks", "label", "link", "target", "date", "question_date"}
)
_PLACES = frozenset({"Aalst", "Antwerpen", "Brussel", "Genk", "Gent", "Limburg"})
# From so many characters on, words that stand within others are no chance.
_LONG = 20


class Slip(NamedTuple):
    """Words on a page, and the language that the page says they are in."""

    said: str
    words: str


class Words:
    """The words of the documents, and those of the interface in one language, neither of which the other has."""

    def __init__(self, records: Iterable[Record], catalogue: Catalogue, document_language: Catalogue) -> None:
        self.language, self.of_documents = catalogue.language, document_language.language
        texts = {_plain(text) for record in records for text in _document_texts(record)}
        shared = {text for texts in document_language.messages.values() for text in texts}
        own = {text for texts in catalogue.messages.values() for text in texts} - shared
        self._interface = {_plain(text) for text in own if not _PLACE.search(text) and _WORD.search(text)}
        self._patterns = [_pattern(text) for text in own if _PLACE.search(text) and _says_something(text)]
        self._texts = (
            {text for text in texts if _WORD.search(text)} - self._interface - _PLACES - _same(catalogue)
        )
        self._long = "\n".join(text for text in self._texts if len(text) >= _LONG)

    def slips(self, page: str) -> Iterator[Slip]:
        """The words of a page that are in another language than it says."""
        for said, words in _spoken(BeautifulSoup(page, "html.parser")):
            wrong = self._is_document(words) if said == self.language else self._is_interface(words)
            if said in {self.language, self.of_documents} and wrong:
                yield Slip(said, words)

    def _is_document(self, words: str) -> bool:
        return words in self._texts or (len(words) >= _LONG and words in self._long)

    def _is_interface(self, words: str) -> bool:
        if words in self._texts:
            return False
        return words in self._interface or any(pattern.fullmatch(words) for pattern in self._patterns)


def _same(catalogue: Catalogue) -> set[str]:
    """All that the interface says: where a document has it too, it is no slip."""
    return {_plain(text) for texts in catalogue.messages.values() for text in texts}


def _spoken(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """The words that are shown or read aloud, each with its language."""
    for node in (page.body or page).descendants:
        if isinstance(node, Tag):
            for name in _SPOKEN_ATTRIBUTES:
                if node.get(name):
                    yield _language(node), _plain(str(node[name]))
        elif isinstance(node, NavigableString) and _is_heard(node):
            yield _language(node), _plain(node)


def _is_heard(node: NavigableString) -> bool:
    """Whether these are words, and none of those in a picture: only its name and its description are heard."""
    parent = node.parent
    if (
        parent is None
        or parent.name in _UNSEEN
        or isinstance(node, Comment | Doctype)
        or not _WORD.search(node)
    ):
        return False
    picture = node.find_parent("svg")
    return picture is None or (parent.parent is picture and parent.name in {"title", "desc"})


def _language(node: PageElement) -> str:
    chain = (node, *node.parents) if isinstance(node, Tag) else tuple(node.parents)
    return next((str(one["lang"]) for one in chain if isinstance(one, Tag) and one.get("lang")), "")


def _document_texts(record: Record) -> Iterator[str]:
    fields: dict[str, Any] = msgspec.to_builtins(record)
    minister = fields.pop("minister", None)
    if minister and minister.get("portfolio"):
        yield portfolio_text(minister["portfolio"])
    yield from _texts(fields)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in _WORDLESS:
                yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _says_something(text: str) -> bool:
    return bool(_WORD.search(_PLACE.sub(" ", text)))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(".+".join(map(re.escape, _PLACE.split(_plain(text).replace("%%", "%")))))


def _plain(text: str) -> str:
    return " ".join(text.split())
