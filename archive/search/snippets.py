"""The passage of a record that shows best why it was found."""

from __future__ import annotations

import unicodedata

from archive.model.record import Record
from archive.search.query_tree import Ending, Near, Phrase, Prefix, Tree, Word, leaves
from archive.search.zones import Zone, passages
from archive.text.compounds import SHORTEST_PART
from archive.text.languages import Language
from archive.text.tokens import Token, tokens

LENGTH = 220
_TEXT_ZONES = frozenset({Zone.QUESTION, Zone.ANSWER, Zone.TABLE})


class Wanted:
    """The words that a query looks for, in the language of the documents."""

    def __init__(self, tree: Tree, language: Language) -> None:
        self._family = family = language.family
        self._families: dict[str, int] = {}
        self._prefixes: dict[str, int] = {}
        self._endings: dict[str, int] = {}
        for count, leaf in enumerate(leaves(tree)):
            match leaf:
                case Word(form, _):
                    self._families[family(form)] = count
                case Prefix(form, _):
                    self._prefixes[form] = count
                case Ending(form, _):
                    self._endings[form] = count
                case Phrase(words, _):
                    self._families |= {family(form): count for form, _ in words}
                case Near(words, _, _):
                    self._families |= {family(form): count for form in words}

    def leaf_of(self, token: Token) -> int | None:
        """Which leaf of the query a token answers; None when it answers none."""
        for form in token.forms:
            key = self._family(form.text)
            if key in self._families:
                return self._families[key]
            for start, leaf in self._prefixes.items():
                if form.text.startswith(start):
                    return leaf
            for end, leaf in self._endings.items():
                if form.text.endswith(end):
                    return leaf
            for part, leaf in self._families.items():
                if len(part) >= SHORTEST_PART and part in form.text:
                    return leaf
        return None


def snippet(record: Record, tree: Tree, language: Language) -> str:
    """About LENGTH characters of running text with the most different words of the query; "" without any text."""
    wanted = Wanted(tree, language)
    texts = [text for zone, text in passages(record) if zone in _TEXT_ZONES and text.strip()]
    if not texts:
        return ""
    best = (-1, 0, texts[0], 0)
    for order, text in enumerate(texts):
        found = [(token.start, leaf) for token in tokens(text) if (leaf := wanted.leaf_of(token)) is not None]
        for start, _ in found:
            different = len({leaf for place, leaf in found if start <= place < start + LENGTH})
            if different > best[0]:
                best = (different, -order, text, start)
    _, _, text, start = best
    return _cut(text, start)


def _cut(text: str, start: int) -> str:
    """The words of `text` around `start`, with an ellipsis where something is left out."""
    begin = max(0, start - LENGTH // 4)
    if len(text) - begin < LENGTH:
        begin = max(0, len(text) - LENGTH)
    if begin:
        begin = text.find(" ", begin) + 1 or begin
    end = min(len(text), begin + LENGTH)
    if end < len(text):
        end = max(text.rfind(" ", begin, end), start + 1)
    cut = unicodedata.normalize("NFC", text[begin:end].strip())
    return f"{'… ' if begin else ''}{cut}{' …' if end < len(text) else ''}"
