"""What a query asks, in words: "Documents with “maatwerk” and “premie”, not with “lde”".

site/query-explanation.js says the same; tests/search/query_explanations.json is run through both.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence

from archive.search.messages import EXPLANATIONS
from archive.search.query_tree import (
    All,
    And,
    Dates,
    Ending,
    Facet,
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

# The kinds of documents and answers whose names the page knows as "value_…".
KIND_CODES = (
    "written_question", "supporting_document", "substantive", "partial", "no_data", "referral", "not_competent",
    "holding", "coordinated", "none",
)  # fmt: skip

# Leaves that are words in some form, to be named together.
_Words = Word | Prefix | Ending | Phrase | Near
# Years in a row of which more are named by the first and the last.
_NAMED_YEARS = 2


class Explainer:
    """Says in one language what trees ask; `gettext` gives the text of a message id in that language."""

    def __init__(self, gettext: Callable[[str], str]) -> None:
        self._gettext = gettext

    def explain(self, tree: Tree) -> str:
        """One sentence without a full stop at its end."""
        if isinstance(tree, All):
            return self._say("explain_all")
        if isinstance(tree, Or) and tree.pointer:
            plain, *readings = tree.of
            key, target = self._target(readings)
            return self._say(key, target=target, conditions=self._condition(plain))
        return self._say("explain_documents", conditions=self._condition(tree))

    def _say(self, key: str, **values: str) -> str:
        return self._gettext(EXPLANATIONS[key]).format(**values)

    def _condition(self, tree: Tree) -> str:
        match tree:
            case And(of):
                return ", ".join(self._conditions(of))
            case Or(of):
                return self._condition(of[0]) if tree.pointer else self._either(of)
            case Not(of):
                return self._say("explain_not", condition=self._grouped(of))
            case Word() | Prefix() | Ending() | Phrase() | Near():
                return self._in_zone(self._words(tree), tree.zone)
        return self._filter(tree)

    def _conditions(self, branches: Sequence[Tree]) -> Iterable[str]:
        """What each of these asks, the words of a zone named together where the first of them stands."""
        zones = [branch.zone for branch in branches if isinstance(branch, _Words)]
        for zone in dict.fromkeys(zones):
            words = [self._words(one) for one in branches if isinstance(one, _Words) and one.zone == zone]
            yield self._in_zone(self._listed(words, "explain_and"), zone)
        for branch in branches:
            if not isinstance(branch, _Words):
                yield self._grouped(branch)

    def _grouped(self, tree: Tree) -> str:
        """A condition that must not run together with its neighbours, in parentheses."""
        text = self._condition(tree)
        is_group = isinstance(tree, And | Or) and not (isinstance(tree, Or) and self._is_list(tree.of))
        return f"({text})" if is_group else text

    @staticmethod
    def _is_list(branches: Sequence[Tree]) -> bool:
        """Whether these are words of one zone, or years."""
        if all(isinstance(branch, Year) for branch in branches):
            return True
        words = [branch for branch in branches if isinstance(branch, _Words)]
        return len(words) == len(branches) and len({branch.zone for branch in words}) == 1

    def _either(self, branches: Sequence[Tree]) -> str:
        years = [branch.year for branch in branches if isinstance(branch, Year)]
        if len(years) == len(branches) > _NAMED_YEARS and _follow_each_other(years):
            return self._say("explain_years", first=years[0], last=years[-1])
        words = [branch for branch in branches if isinstance(branch, _Words)]
        if len(words) == len(branches) and self._is_list(branches):
            return self._in_zone(self._listed(map(self._words, words), "explain_or"), words[0].zone)
        return self._listed(map(self._grouped, branches), "explain_or")

    def _listed(self, texts: Iterable[str], joint: str) -> str:
        """ "a, b and c", or "a, b or c"."""
        *start, last = texts
        return self._say(joint, first=", ".join(start), last=last) if start else last

    def _words(self, leaf: _Words) -> str:
        match leaf:
            case Word(form):
                return self._quoted(form)
            case Prefix(form):
                return self._quoted(f"{form}*")
            case Ending(form):
                return self._quoted(f"*{form}")
            case Phrase(words):
                return self._quoted(" ".join(form for form, _ in words))
            case Near(words, distance):
                listed = self._listed(map(self._quoted, words), "explain_and")
                return self._say("explain_near", words=listed, distance=str(distance))

    def _quoted(self, text: str) -> str:
        return self._say("explain_quoted", word=text)

    def _in_zone(self, words: str, zone: str | None) -> str:
        return self._say("explain_with" if zone is None else f"explain_{zone}", words=words)

    def _filter(self, leaf: Tree) -> str:
        match leaf:
            case Year(year):
                return self._say("explain_year", year=year)
            case Number(number):
                return self._say("explain_number", number=str(number))
            case Dates():
                return self._period(leaf)
            case Facet(facet, value):
                return self._facet(facet, value)
        return self._say("explain_all")

    def _facet(self, facet: str, value: str) -> str:
        if facet == "party":
            return self._say("explain_party", party=value)
        if facet == "has_table":
            return self._say("explain_has_table")
        code = next(code for code in KIND_CODES if code.replace("_", "") == value)
        return self._say("explain_kind", kind=self._say(f"value_{code}"))

    def _period(self, dates: Dates) -> str:
        first, last = dates.first, dates.last
        if first is None or last is None:
            key = "explain_until" if first is None else "explain_from"
            return self._say(key, day=str(last if first is None else first))
        if first == last:
            return self._say("explain_day", day=str(first))
        return self._say("explain_between", first=str(first), last=str(last))

    def _target(self, readings: Sequence[Tree]) -> tuple[str, str]:
        """What the readings of a pointer point at, after the message that it belongs in."""
        parts = [part for one in readings for part in (one.of if isinstance(one, And) else (one,))]
        numbers = dict.fromkeys(str(part.number) for part in parts if isinstance(part, Number))
        years = [part.year for part in parts if isinstance(part, Year)]
        ids = dict.fromkeys(part.form for part in parts if isinstance(part, Word) and part.zone == "meta")
        if numbers and years:
            number = self._listed(numbers, "explain_and")
            return "explain_first", self._say("explain_target_of_year", number=number, year=years[0])
        if numbers:
            return "explain_first", self._say("explain_target", number=self._listed(numbers, "explain_and"))
        if ids:
            return "explain_first", self._say("explain_target_id", id=self._listed(ids, "explain_and"))
        days = dict.fromkeys(str(part.first) for part in parts if isinstance(part, Dates))
        return "explain_beside", self._say("explain_target_day", day=self._listed(days, "explain_and"))


def _follow_each_other(years: Sequence[str]) -> bool:
    return all(one[5:] == following[:4] for one, following in itertools.pairwise(years))
