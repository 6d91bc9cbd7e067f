"""The periods of a member, a minister or a competence, as a table with a bar for each on one line of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from archive.links import Links
from archive.links.names import TopicKey
from archive.links.tenures import OfficePeriod, PartyPeriod, Span, known_terms
from archive.links.topics import Topic
from archive.render.portfolio_links import PortfolioPiece, portfolio_pieces
from archive.text.names import Term

# A single day is shown that wide, in hundredths of the line.
_NARROWEST = 1.5

MEMBER_HEADING = "As member of parliament"
MINISTER_HEADING = "As minister"
COMPETENCE_HEADING = "Who was competent for it"
ROLE_WORDING = {
    "member": "Member of the Flemish Parliament",
    "federal_member": "Member of the federal Chamber",
    "minister": "Minister",
}
LATER_MINISTER, EARLIER_MINISTER, ALSO_MINISTER = "Later minister:", "Earlier minister:", "Also minister:"
ASKED_EARLIER, ASKED_LATER, ALSO_ASKED = (
    "Asked earlier as member:",
    "Asked later as member:",
    "Also asked as member:",
)
PERIOD_TEXTS = (
    MEMBER_HEADING,
    MINISTER_HEADING,
    COMPETENCE_HEADING,
    *ROLE_WORDING.values(),
    LATER_MINISTER,
    EARLIER_MINISTER,
    ALSO_MINISTER,
    ASKED_EARLIER,
    ASKED_LATER,
    ALSO_ASKED,
)


class Bar(msgspec.Struct, frozen=True):
    """A period on the line of time, in hundredths of its length."""

    start: float
    length: float


class PeriodRow(msgspec.Struct, frozen=True):
    """A period. party: None where the documents tell none; portfolio: empty where they print none.

    holder: the minister, on the page of a competence.
    """

    span: Span
    bar: Bar | None
    party: str | None = None
    portfolio: tuple[PortfolioPiece, ...] = ()
    holder: Topic | None = None


class KnownRow(msgspec.Struct, frozen=True):
    """A term of office that the table of names knows. role: a message id."""

    role: str
    party: str | None
    first: dt.date | None
    last: dt.date | None
    bar: Bar | None


class OtherRole(msgspec.Struct, frozen=True):
    """The page of the same person in another role. relation: a message id."""

    relation: str
    topic: Topic
    first: dt.date | None
    last: dt.date | None


class PeriodsView(msgspec.Struct, frozen=True):
    """kind: "asker", "minister" or "competence". first and last: the ends of the line of time; None without dates."""

    kind: str
    heading: str
    rows: tuple[PeriodRow, ...]
    known: tuple[KnownRow, ...]
    other: OtherRole | None
    first: dt.date | None
    last: dt.date | None


def periods_view(topic: Topic, links: Links) -> PeriodsView | None:
    """The periods of a person or a competence; None for topics of other kinds."""
    match topic.kind:
        case "asker":
            members = links.tenures.as_member(topic.key)
            known = _known(topic, links, {"member", "federal_member"})
            line = _Line((*(one.span for one in members), *_known_spans(known)))
            rows = tuple(PeriodRow(one.span, line.bar(one.span), party=one.party) for one in members)
            heading = MEMBER_HEADING
        case "minister":
            offices = links.tenures.as_minister(topic.key)
            known = _known(topic, links, {"minister"})
            line = _Line((*(one.span for one in offices), *_known_spans(known)))
            rows = tuple(_office_row(one, links, line) for one in offices)
            heading = MINISTER_HEADING
        case "competence":
            offices, known = links.tenures.holding(topic.key), ()
            line = _Line(one.span for one in offices)
            rows = tuple(_office_row(one, links, line, topic.key) for one in offices)
            heading = COMPETENCE_HEADING
        case _:
            return None
    return PeriodsView(
        topic.kind,
        heading,
        rows,
        tuple(_known_row(term, line) for term in known),
        _other_role(topic, links),
        line.first,
        line.last,
    )


class _Line:
    """A line of time from the first to the last day of some periods."""

    def __init__(self, spans: Iterable[Span]) -> None:
        days = [day for span in spans for day in (span.first, span.last) if day]
        self.first = min(days, default=None)
        self.last = max(days, default=None)

    def bar(self, span: Span) -> Bar | None:
        """Where a period stands on the line; None where the line has no length."""
        if not (self.first and self.last and span.first and span.last) or self.first == self.last:
            return None
        whole = (self.last - self.first).days
        length = max(100 * (span.last - span.first).days / whole, _NARROWEST)
        start = min(100 * (span.first - self.first).days / whole, 100 - length)
        return Bar(round(start, 1), round(length, 1))


def _office_row(period: OfficePeriod, links: Links, line: _Line, own: TopicKey | None = None) -> PeriodRow:
    """own: the competence on whose page the row stands, which then tells the minister too."""
    return PeriodRow(
        period.span,
        line.bar(period.span),
        portfolio=portfolio_pieces(period.portfolio, period.competences, links, own),
        holder=links.topics.get(period.minister) if own else None,
    )


def _known(topic: Topic, links: Links, own_roles: set[str]) -> tuple[Term, ...]:
    """What the table of names knows; of two people with one name only what fits the role of this one."""
    terms = known_terms((topic.name, *links.authority.aliases(topic.key)))
    if links.authority.are_two_people(topic.key.slug):
        return tuple(term for term in terms if term.role in own_roles)
    return terms


def _known_spans(terms: Iterable[Term]) -> tuple[Span, ...]:
    return tuple(Span(term.start, term.end, 0) for term in terms)


def _known_row(term: Term, line: _Line) -> KnownRow:
    bar = line.bar(Span(term.start, term.end, 0))
    return KnownRow(ROLE_WORDING[term.role], term.party, term.start, term.end, bar)


def _other_role(topic: Topic, links: Links) -> OtherRole | None:
    other = links.other_role(topic)
    if other is None:
        return None
    minister = topic if topic.kind == "minister" else other
    asked = _whole(links.tenures.as_member(TopicKey("asker", minister.key.slug)))
    answered = _whole(links.tenures.as_minister(minister.key))
    earlier = bool(asked.last and answered.first and asked.last < answered.first)
    later = bool(asked.first and answered.last and asked.first > answered.last)
    if topic.kind == "minister":
        relation = ASKED_EARLIER if earlier else ASKED_LATER if later else ALSO_ASKED
        return OtherRole(relation, other, asked.first, asked.last)
    relation = LATER_MINISTER if earlier else EARLIER_MINISTER if later else ALSO_MINISTER
    return OtherRole(relation, other, answered.first, answered.last)


def _whole(periods: Iterable[PartyPeriod | OfficePeriod]) -> Span:
    """From the first day of any of the periods to the last."""
    spans = [period.span for period in periods]
    return Span(
        min((span.first for span in spans if span.first), default=None),
        max((span.last for span in spans if span.last), default=None),
        sum(span.questions for span in spans),
    )
