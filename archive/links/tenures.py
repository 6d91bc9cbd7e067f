"""The periods of people: of members with their party, of ministers with their competences, as the questions show them.

A period runs from the first to the last day on which a question shows it, and never bridges more than a year in
which none does: what lies between or beyond, the documents do not tell.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from archive.links.names import TopicKey
from archive.text.names import Term, known_names, name_key
from archive.text.slugs import slug

_LONGEST_SILENCE: Final = 366


class Span(msgspec.Struct, frozen=True):
    """A time that some questions show; first and last are None where none of them has a date."""

    first: dt.date | None
    last: dt.date | None
    questions: int


class PartyPeriod(msgspec.Struct, frozen=True):
    """A member with one party; None where the documents tell none."""

    party: str | None
    span: Span


class OfficePeriod(msgspec.Struct, frozen=True):
    """A minister with one set of competences, and the portfolio as most of the questions print it."""

    minister: TopicKey
    portfolio: str | None
    competences: tuple[TopicKey, ...]
    span: Span


class Tenures:
    """Gathers who asked for which party and who held what when. Periods stand in the order of time, undated ones last.

    Nothing may be added once a period was asked for.
    """

    def __init__(self) -> None:
        self._parties: defaultdict[TopicKey, defaultdict[str, _Seen]] = defaultdict(_seen_by_name)
        self._offices: defaultdict[TopicKey, dict[tuple[str, ...], _Seen]] = defaultdict(dict)
        self._competences: dict[tuple[str, ...], tuple[TopicKey, ...]] = {}
        self._holding: defaultdict[TopicKey, set[TopicKey]] = defaultdict(set)

    def add_member(self, member: TopicKey, party: str | None, day: int) -> None:
        """Keeps what a question of a day (an ordinal, 0 for none) shows of the one who asks."""
        self._parties[member][slug(party) if party else ""].add(party, day)

    def add_minister(
        self, minister: TopicKey, portfolio: str | None, competences: Sequence[TopicKey], day: int
    ) -> None:
        """Keeps what it shows of the one who answers. Portfolios of the same competences are one, however printed."""
        office = tuple(sorted(key.slug for key in competences)) or ("", slug(portfolio) if portfolio else "")
        held = self._offices[minister]
        if office not in held:
            held[office] = _Seen()
            self._competences[office] = tuple(competences)
            for key in competences:
                self._holding[key].add(minister)
        held[office].add(portfolio, day)

    def as_member(self, member: TopicKey) -> tuple[PartyPeriod, ...]:
        """The periods of one who asks."""
        seen = self._parties.get(member, {}).values()
        return tuple(
            sorted((PartyPeriod(one.name(), span) for one in seen for span in one.spans()), key=_party_order)
        )

    def as_minister(self, minister: TopicKey) -> tuple[OfficePeriod, ...]:
        """The periods of one who answers."""
        held = self._offices.get(minister, {})
        periods = (
            OfficePeriod(minister, one.name(), self._competences[office], span)
            for office, one in held.items()
            for span in one.spans()
        )
        return tuple(sorted(periods, key=_office_order))

    def holding(self, competence: TopicKey) -> tuple[OfficePeriod, ...]:
        """The periods in which anybody held a competence."""
        periods = (
            period
            for minister in self._holding.get(competence, ())
            for period in self.as_minister(minister)
            if competence in period.competences
        )
        return tuple(sorted(periods, key=_office_order))


def known_terms(names: Iterable[str]) -> tuple[Term, ...]:
    """What the table of known names tells of a person with these names, in the order of time.

    A term without dates is left out where there is one of the same office with dates.
    """
    known = filter(None, (known_names().get(name_key(name)) for name in names))
    terms = {term for one in known for term in one.terms}
    dated = {term.role for term in terms if term.start}
    return tuple(
        sorted(
            (term for term in terms if term.start or term.role not in dated),
            key=lambda term: (term.start or dt.date.max, term.role, term.party or ""),
        )
    )


class _Seen:
    """The questions that show one party or one office: their days, and how it is written."""

    def __init__(self) -> None:
        self._days: list[int] = []
        self._written: Counter[str] = Counter()

    def add(self, written: str | None, day: int) -> None:
        self._days.append(day)
        if written:
            self._written[written] += 1

    def name(self) -> str | None:
        """As it is written most; of several the first in the alphabet."""
        return min(self._written, key=lambda one: (-self._written[one], one), default=None)

    def spans(self) -> Iterator[Span]:
        """The days cut where nothing shows it for too long; the undated questions apart."""
        days = sorted(day for day in self._days if day)
        cuts = [
            place for place, (one, next_) in enumerate(pairwise(days), 1) if next_ - one > _LONGEST_SILENCE
        ]
        for start, end in pairwise([0, *cuts, len(days)]):
            if end > start:
                first, last = map(dt.date.fromordinal, (days[start], days[end - 1]))
                yield Span(first, last, end - start)
        if len(days) < len(self._days):
            yield Span(None, None, len(self._days) - len(days))


def _seen_by_name() -> defaultdict[str, _Seen]:
    return defaultdict(_Seen)


def _order(span: Span) -> tuple[dt.date, dt.date]:
    return span.first or dt.date.max, span.last or dt.date.max


def _party_order(period: PartyPeriod) -> tuple[tuple[dt.date, dt.date], str]:
    return _order(period.span), period.party or ""


def _office_order(period: OfficePeriod) -> tuple[tuple[dt.date, dt.date], TopicKey, str]:
    return _order(period.span), period.minister, period.portfolio or ""
