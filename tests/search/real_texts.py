"""The words of real documents, arranged so that queries can be drawn from them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.search.zones import passages
from archive.text.abbreviations import Definition, definitions
from archive.text.compounds import compound_parts
from archive.text.dutch import family
from archive.text.tokens import tokens

# Shares of the documents in which a word stands: below the first it is rare, from the second on a stop word.
_RARE_SHARE = 0.02
_STOP_SHARE = 0.4


class Line(NamedTuple):
    """A passage of at least one word: its zone in lower case, its text, and its words as printed and as folded."""

    zone: str
    text: str
    printed: tuple[str, ...]
    forms: tuple[str, ...]


class Texts:
    """What queries are drawn from. Everything in a stable order, so that a seed gives the same queries again."""

    def __init__(self, records: Sequence[Record]) -> None:
        ordered = sorted(records, key=lambda record: record.id)
        self.questions = [record for record in ordered if isinstance(record, WrittenQuestion)]
        self.lines: list[Line] = []
        self.definitions: list[Definition] = []
        documents: Counter[str] = Counter()
        self.printed: dict[str, str] = {}
        for record in ordered:
            found = [_line(zone.name.lower(), text) for zone, text in passages(record)]
            self.lines += [line for line in found if line.forms]
            self.definitions += [one for line in found for one in definitions(line.text)]
            documents.update({form for line in found for form in line.forms})
            for line in found:
                self.printed.update(zip(line.forms, line.printed, strict=True))
        self.long_lines = [line for line in self.lines if len(line.forms) >= 8]
        self.bands = _bands(documents, len(ordered))
        self.stop_words = frozenset(self.bands["stop word"])
        self.joined = [word for form, word in self.printed.items() if not form.isalpha()]
        self.accented = [word for word in self.printed.values() if not word.isascii()]
        self.families = _families(documents)
        self.parts = _parts(documents)

    def word(self, luck: random.Random, is_wanted: Callable[[str], bool] = str.isalpha) -> str:
        """A word as printed somewhere; frequent words come as often as they stand in the texts."""
        while True:
            word = luck.choice(luck.choice(self.lines).printed)
            if is_wanted(word):
                return word

    def window(self, luck: random.Random, least: int, most: int) -> Line:
        """Some words that follow each other in a text."""
        line = luck.choice(self.long_lines)
        count = luck.randint(least, most)
        start = luck.randint(0, len(line.forms) - count)
        chosen = slice(start, start + count)
        return Line(line.zone, line.text, line.printed[chosen], line.forms[chosen])


def _line(zone: str, text: str) -> Line:
    found = list(tokens(text))
    return Line(
        zone,
        text,
        tuple(text[token.start : token.end] for token in found),
        tuple(token.form for token in found),
    )


def _bands(documents: Counter[str], count: int) -> dict[str, list[str]]:
    """Words by the number of documents in which they stand."""
    bands: dict[str, list[str]] = {"word of one document": [], "rare word": [], "word": [], "stop word": []}
    for form, found in documents.items():
        if found == 1:
            bands["word of one document"].append(form)
        elif found < _RARE_SHARE * count:
            bands["rare word"].append(form)
        else:
            bands["word" if found < _STOP_SHARE * count else "stop word"].append(form)
    return bands


def _families(documents: Counter[str]) -> list[list[str]]:
    """Families of more than one form."""
    found: dict[str, list[str]] = {}
    for form in documents:
        found.setdefault(family(form), []).append(form)
    return [forms for forms in found.values() if len(forms) > 1]


def _parts(documents: Counter[str]) -> list[str]:
    """Words that some compound is made of, once for every such compound."""
    families = frozenset(map(family, documents))
    return [part for form in documents for part in sorted(compound_parts(form, documents, families))]
