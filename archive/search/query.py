"""The query language: text to tree. site/query.js makes the same tree of the same text.

    maatwerk premie          both          "stand van zaken"     these words in this order
    a OF b, a OR b           either        "a b"~5               at most five positions apart
    -a, NIET a, NOT a        without       begeleid* *premie     words that begin or end so
    (a OF b) c               groups        titel:a titel:(a b)   in a field
    nummer:386  jaar:2023-2024  jaar:2019-2020..2022-2023  van:2024-05-03  tot:"3 mei 2024"  datum:2023-01..2023-06
    partij:N-VA  soort:verwijzing  heeft:tabel

Operators are written in capitals. What holds no letter or digit is passed over. tests/search/query_cases.json is
the specification that both parsers are run through.
"""

from __future__ import annotations

from typing import TypeVar

from archive.errors import QueryError
from archive.search.query_dates import MONTH_NUMBERS
from archive.search.query_errors import query_error
from archive.search.query_fields import DATE_FIELDS, FIELDS, RANGE_FIELDS, VALUE_FIELDS, nearest_field
from archive.search.query_mending import mended
from archive.search.query_pointers import is_marked, with_pointers
from archive.search.query_tree import (
    All,
    And,
    Ending,
    Near,
    Not,
    Number,
    Or,
    Phrase,
    Prefix,
    Tree,
    Word,
    Year,
)
from archive.search.query_values import DIGITS, Value, value_tree
from archive.text.tokens import tokens

_Found = TypeVar("_Found", Tree, Tree | None)
LONGEST_QUERY = 1000
LONGEST_PHRASE = 32
WIDEST_WINDOW = 50
# Each of them may have to look at much of the index: at whole stretches of its words, or at every place of a word.
MOST_DEMANDING = 20
_DEEPEST = 20
_SHORTEST_PREFIX = 2
_SHORTEST_ENDING = 3
_QUOTES = frozenset('"“”„‟«»')
_STOPS = _QUOTES | {"(", ")"}
_OR = frozenset({"OF", "OR"})
_AND = frozenset({"EN", "AND"})
_NOT = frozenset({"NIET", "NOT"})
_TRAILING = ",.;:!?"


def parse_query(text: str) -> Tree:
    """The tree of a query; `All` for an empty one.

    Raises QueryError, which knows the place, the way to mend it and, where that can be told, the query mended.
    """
    try:
        return with_pointers(_parsed(text))
    except QueryError as error:
        error.mended = mended(text, error, _parsed)
        raise


def _parsed(text: str) -> Tree:
    if len(text) > LONGEST_QUERY:
        raise query_error("too_long", LONGEST_QUERY, LONGEST_QUERY)
    reader = _Reader(text)
    if reader.at_end():
        return All()
    tree = reader.read_or(None, 0)
    if not reader.at_end():
        raise query_error("close_parenthesis", reader.place)
    return tree


class _Reader:
    """Reads one query from left to right; `place` is the index of the next character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self._demanding = 0

    def at_end(self) -> bool:
        """Passes over blanks and says whether nothing follows."""
        while self.place < len(self.text) and self.text[self.place].isspace():
            self.place += 1
        return self.place == len(self.text)

    def read_or(self, zone: str | None, depth: int) -> Tree:
        branches = [self.read_and(zone, depth)]
        while self._takes_operator(_OR):
            branches.append(self.read_and(zone, depth))
        return branches[0] if len(branches) == 1 else Or(tuple(branches))

    def read_and(self, zone: str | None, depth: int) -> Tree:
        self.at_end()
        start = self.place
        found: list[Tree] = []
        while not self.at_end() and self.text[self.place] != ")" and not self._sees_operator(_OR):
            if self._takes_operator(_AND):
                continue
            is_group = self.text[self.place] == "("
            branch = self.read_one(zone, depth)
            if isinstance(branch, And) and zone is None and not is_group:
                found.extend(branch.of)
            elif branch is not None:
                found.append(branch)
        if not found:
            raise query_error("nothing_to_find", start, start)
        return found[0] if len(found) == 1 else And(tuple(found))

    def read_one(self, zone: str | None, depth: int) -> Tree | None:
        """A word, phrase, group or field, with the NOTs before it; None for signs without a letter or digit."""
        start = self.place
        if depth > _DEEPEST:
            raise query_error("too_deep", start)
        character = self.text[start]
        if self._takes_operator(_NOT) or self._takes_minus():
            self.at_end()
            if self.place == len(self.text) or self.text[self.place] == ")":
                raise query_error("nothing_to_find", start, self.place)
            branch = self.read_one(zone, depth + 1)
            if branch is None:
                raise query_error("nothing_to_find", start, self.place)
            return Not(branch)
        if character == "(":
            return self._read_group(zone, depth)
        if character in _QUOTES:
            return self._counted(self._read_phrase(zone), start)
        return self._read_word(zone, depth)

    def _read_group(self, zone: str | None, depth: int) -> Tree:
        start = self.place
        self.place += 1
        tree = self.read_or(zone, depth + 1)
        if self.at_end():
            raise query_error("open_parenthesis", start)
        self.place += 1
        return tree

    def _read_phrase(self, zone: str | None) -> Tree:
        start = self.place
        content = self._read_quoted()
        if "*" in content:
            raise query_error("star_in_phrase", start + 1 + content.index("*"))
        words = [(token.form, token.position) for token in tokens(content)]
        if not words:
            raise query_error("empty_phrase", start, self.place)
        if len(words) > LONGEST_PHRASE:
            raise query_error("too_long", start, self.place)
        distance = self._read_distance()
        if distance is None or len(words) == 1:
            return Phrase(tuple(words), zone)
        forms = tuple(dict.fromkeys(form for form, _ in words))
        return Near(forms, max(distance, len(forms) - 1), zone)

    def _read_quoted(self) -> str:
        start = self.place
        self.place += 1
        while self.place < len(self.text) and self.text[self.place] not in _QUOTES:
            self.place += 1
        if self.place == len(self.text):
            raise query_error("open_quote", start)
        self.place += 1
        return self.text[start + 1 : self.place - 1]

    def _read_distance(self) -> int | None:
        """The number after a phrase's "~"; None where there is none."""
        if self.place == len(self.text) or self.text[self.place] != "~":
            return None
        start = self.place
        self.place += 1
        value = self._read_raw()
        if not value or not set(value) <= DIGITS or len(value) > 4 or not 1 <= int(value) <= WIDEST_WINDOW:
            raise query_error("wrong_distance", start, self.place, value=value)
        return int(value)

    def _read_word(self, zone: str | None, depth: int) -> Tree | None:
        start = self.place
        raw = self._read_raw()
        name, colon, rest = raw.partition(":")
        if colon and name.isalpha():
            field = FIELDS.get(name.lower())
            if field is not None:
                self.place = start + len(name) + 1
                return self._read_field(name, field, start, depth)
            if (rest and not rest.startswith("//")) or (not rest and self._sees_value()):
                near = nearest_field(name.lower())
                raise query_error("unknown_field", start, start + len(name), value=name, near=near)
        return self._counted(_word(raw, start, zone), start)

    def _read_field(self, name: str, field: str, start: int, depth: int) -> Tree:
        if self.at_end() or self.text[self.place] == ")":
            raise query_error("empty_field", start, start + len(name) + 1, value=name)
        if field not in VALUE_FIELDS:
            branch = self.read_one(field, depth + 1)
            if branch is None:
                raise query_error("empty_field", start, start + len(name) + 1, value=name)
            return branch
        place = self.place
        if self.text[place] in _QUOTES:
            value = self._read_quoted().strip()
        else:
            value = _trimmed(self._read_raw(), field)
            if field in DATE_FIELDS:
                value = self._with_month(value)
        return self._counted(value_tree(field, Value(value.lower(), place, self.place)), start)

    def _counted(self, leaf: _Found, start: int) -> _Found:
        """The leaf, which began at `start`. Raises QueryError where there are too many that are more than a word."""
        if leaf is not None and not isinstance(leaf, Word | Number | Year):
            self._demanding += 1
            if self._demanding > MOST_DEMANDING:
                raise query_error("too_many", start, self.place)
        return leaf

    def _with_month(self, first: str) -> str:
        """`first` with what makes "3 mei 2024" or "mei 2024" of it, if that stands behind it; else `first` alone."""
        place = self.place
        day = first if first and len(first) <= 2 and set(first) <= DIGITS else ""
        month = first if not day else "" if self.at_end() else self._read_raw()
        if month.lower().rstrip(".") in MONTH_NUMBERS:
            year = "" if self.at_end() else self._read_raw().rstrip(_TRAILING)
            if len(year) == 4 and set(year) <= DIGITS:
                return f"{day} {month} {year}".lstrip()
        self.place = place
        return first

    def _read_raw(self) -> str:
        """What follows up to a blank, quotation mark or parenthesis."""
        start = self.place
        while self.place < len(self.text):
            character = self.text[self.place]
            if character in _STOPS or character.isspace():
                break
            self.place += 1
        return self.text[start : self.place]

    def _sees_value(self) -> bool:
        """Whether a quotation mark or parenthesis opens right here."""
        return self.place < len(self.text) and self.text[self.place] in _STOPS - {")"}

    def _sees_operator(self, names: frozenset[str]) -> bool:
        place = self.place
        found = self._takes_operator(names)
        self.place = place
        return found

    def _takes_operator(self, names: frozenset[str]) -> bool:
        self.at_end()
        place = self.place
        if self._read_raw() in names:
            return True
        self.place = place
        return False

    def _takes_minus(self) -> bool:
        """Whether a "-" with something directly behind it stands here; a lone dash is passed over as a sign."""
        following = self.text[self.place + 1 : self.place + 2]
        if self.text[self.place] != "-" or not following or following.isspace() or following == ")":
            return False
        self.place += 1
        return True


def _trimmed(raw: str, field: str) -> str:
    """`raw` without the marks of a sentence behind it; the dots of a range that is open at its end stay."""
    bare = raw.rstrip(_TRAILING)
    return f"{bare}.." if field in RANGE_FIELDS and raw.startswith("..", len(bare)) else bare


def _word(raw: str, start: int, zone: str | None) -> Tree | None:
    if "*" in raw:
        return _starred(raw.rstrip(_TRAILING), start, zone)
    words = [(token.form, token.position) for token in tokens(raw)]
    if len(words) > LONGEST_PHRASE:
        raise query_error("too_long", start, start + len(raw))
    if zone is None and is_marked([form for form, _ in words]):
        return And(tuple(Word(form) for form, _ in words))
    if len(words) > 1:
        return Phrase(tuple(words), zone)
    return Word(words[0][0], zone) if words else None


def _starred(bare: str, start: int, zone: str | None) -> Tree:
    """begeleid* or *premie: one word with one star, at its end or at its beginning."""
    star = bare.index("*")
    found = [token.form for token in tokens(bare.replace("*", "", 1))]
    if star not in {0, len(bare) - 1} or "*" in bare[star + 1 :] or len(found) != 1:
        raise query_error("wrong_star", start + star, start + len(bare))
    if star == 0:
        if len(found[0]) < _SHORTEST_ENDING:
            raise query_error("short_ending", start, start + len(bare))
        return Ending(found[0], zone)
    if len(found[0]) < _SHORTEST_PREFIX:
        raise query_error("short_prefix", start, start + len(bare))
    return Prefix(found[0], zone)
