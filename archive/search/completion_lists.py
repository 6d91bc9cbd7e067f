"""What a word that is being typed may become: words, names, themes and years, by their first two letters.

Everything that begins with the same two letters stands in one group, so that a reader who goes on typing loads
nothing more. The best of all come first, in a list of their own: whatever finds enough in it needs no group.
Best is what most documents have; a name or theme counts for several times its documents, for it is one question
instead of many words. Of a family of words the most frequent form is offered, and another only to a reader whose
letters no longer fit that one.
"""

from __future__ import annotations

import heapq
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from archive.text.languages import DUTCH, Language
from archive.text.tokens import fold

# At most so many of each; groups of about 7 KB as shards.
WORDS = 14_000
VALUES = 1500
GROUPS = 14
FIRST = 300
SHORTEST = 2
VALUE_WEIGHT = 4
_WORD = re.compile(r"[a-z][a-z0-9]*(?:[-&'][a-z0-9]+)*")
_SHORTEST_WORD = 3
_PART = re.compile(r"[-/&'.,%]+")
_EDGES = re.compile(r"^\W+|\W+$")
# Words of which each is in nearly every document: nobody searches for them by their first letters.
_WRITTEN = """
    deze niet door voor over naar onder tussen heeft hebben wordt worden werd werden geen meer maar
    zoals waar waarbij welke welk wanneer hoeveel haar zich zijn zelf indien echter daar daarom toch
    kunnen moet moeten zullen zouden zou reeds bijvoorbeeld alle andere anderzijds enerzijds betreft
    aangezien omdat zodat terwijl
    een het van der den des dat die wat wie hoe kan dan dit ook nog tot uit per met bij als aan zal was
    hij zij ons hun wel zie hem hen men
"""
_FUNCTION_WORDS = frozenset(_WRITTEN.split())
KINDS = {"minister": "minister", "asker": "asker", "theme": "theme", "parliamentary_year": "year"}


class Word(msgspec.Struct, frozen=True):
    """A word and its documents. after: how many letters must have been typed before it is offered."""

    form: str
    documents: int
    after: int = 0


class Value(msgspec.Struct, frozen=True):
    """A name, theme or year. alone: the word of it that says enough in a field; "" where the whole must stand."""

    kind: str
    text: str
    documents: int
    alone: str


class Group(msgspec.Struct, frozen=True):
    """All that begins with some pairs of letters, of which `first` is the first; words in order."""

    first: str
    words: tuple[Word, ...]
    values: tuple[Value, ...]


class Completions(msgspec.Struct, frozen=True):
    """The best of all, and the groups in the order of their letters."""

    best: Group
    groups: tuple[Group, ...]


def completion_groups(
    forms: Iterable[tuple[str, int]],
    values: Mapping[str, Sequence[tuple[str, int]]],
    language: Language = DUTCH,
) -> Completions:
    """What can be offered to a reader: from `forms` with their documents, and `values` by facet with theirs.

    language: that of the documents, which knows the families of words.
    """
    words = _words(forms, language)
    named = heapq.nsmallest(
        VALUES, _values(values), key=lambda value: (-value.documents, value.kind, value.text)
    )
    ranked: list[Word | Value] = [*words, *named]
    best = heapq.nsmallest(FIRST, ranked, key=rank)
    return Completions(_group("", best), _groups(words, named))


def rank(entry: Word | Value) -> tuple[int, str, str]:
    """The order in which completions are offered."""
    if isinstance(entry, Word):
        return -entry.documents, "word", entry.form
    return -entry.documents * VALUE_WEIGHT, entry.kind, entry.text


def words_of_name(text: str) -> tuple[str, ...]:
    """The words by which a name, theme or year is found, folded: "D'Haese" by d'haese and haese."""
    found: dict[str, None] = {}
    for piece in text.split():
        whole = _EDGES.sub("", fold(piece))
        found |= dict.fromkeys([whole, *_PART.split(whole)])
    return tuple(word for word in found if len(word) >= SHORTEST)


def _words(forms: Iterable[tuple[str, int]], language: Language) -> list[Word]:
    """The most frequent words, by family."""
    fit = ((form, count) for form, count in forms if _is_offered(form))
    frequent = heapq.nsmallest(WORDS * 2, fit, key=lambda entry: (-entry[1], entry[0]))
    leaders: dict[str, str] = {}
    found: list[Word] = []
    for form, count in frequent:
        leader = leaders.setdefault(language.family(form), form)
        if leader == form:
            found.append(Word(form, count))
        elif not (form.startswith(leader) or leader.startswith(form)):
            found.append(Word(form, count, _shared_length(leader, form) + 1))
    return found[:WORDS]


def _is_offered(form: str) -> bool:
    return len(form) >= _SHORTEST_WORD and form not in _FUNCTION_WORDS and _WORD.fullmatch(form) is not None


def _shared_length(one: str, other: str) -> int:
    return next(
        (place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )


def _values(values: Mapping[str, Sequence[tuple[str, int]]]) -> Iterable[Value]:
    for facet, kind in KINDS.items():
        entries = values.get(facet, ())
        bearers: dict[str, int] = {}
        for text, _ in entries:
            for word in words_of_name(text):
                bearers[word] = bearers.get(word, 0) + 1
        for text, count in entries:
            names = text.split()
            last = _EDGES.sub("", fold(names[-1])) if names else ""
            alone = kind == "year" or (bearers.get(last) == 1 and (kind != "theme" or len(names) == 1))
            yield Value(kind, text, count, last if alone else "")


def _groups(words: Sequence[Word], values: Sequence[Value]) -> tuple[Group, ...]:
    """About equal groups; two letters are never divided between two of them."""
    by_letters: dict[str, list[Word | Value]] = {}
    for word in words:
        by_letters.setdefault(word.form[:SHORTEST], []).append(word)
    for value in values:
        for letters in {word[:SHORTEST] for word in words_of_name(value.text)}:
            by_letters.setdefault(letters, []).append(value)
    total = sum(map(_weight, itertools.chain.from_iterable(by_letters.values())))
    gathered: dict[int, dict[str, list[Word | Value]]] = {}
    before = 0
    for letters in sorted(by_letters):
        weight = sum(map(_weight, by_letters[letters]))
        place = (before + weight // 2) * GROUPS // max(total, 1)
        gathered.setdefault(place, {})[letters] = by_letters[letters]
        before += weight
    return tuple(
        _group(next(iter(found)), itertools.chain.from_iterable(found.values()))
        for found in gathered.values()
    )


def _group(first: str, entries: Iterable[Word | Value]) -> Group:
    entries = list(entries)
    words = sorted((entry for entry in entries if isinstance(entry, Word)), key=lambda word: word.form)
    values = dict.fromkeys(entry for entry in entries if isinstance(entry, Value))
    return Group(first, tuple(words), tuple(values))


def _weight(entry: Word | Value) -> int:
    """About how many bytes an entry takes in a shard."""
    return 5 if isinstance(entry, Word) else 8 + len(entry.text)
