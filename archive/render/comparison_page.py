"""The page that lays a question beside the earlier one that it asks again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import ClassVar

import msgspec

from archive.links import Links
from archive.links.cards import Card
from archive.links.comparison import ComparedPart, Comparison, Side, compare_questions
from archive.links.joined_tables import Difference
from archive.model.addresses import comparison_address
from archive.model.question import WrittenQuestion
from archive.render.catalogue import Catalogue
from archive.render.comparison_wording import COMPARISON_HEADING, PERCENTAGE_POINTS
from archive.render.question_links import ReasonView, span
from archive.render.views import Crumb, PageView

# What Python's marks of thousands and decimals become in each language.
_MARKS = {"nl": str.maketrans(",.", ".,"), "fr": str.maketrans(",.", "\u202f,"), "en": str.maketrans("", "")}


class ComparedGroup(msgspec.Struct, frozen=True):
    """A part of the question, if any, and the parts of the answers that answer it."""

    asked: ComparedPart | None
    answered: tuple[ComparedPart, ...]


class ComparisonView(PageView, frozen=True, kw_only=True):
    """Two questions. time: how much later the later one came. groups: all parts in the order of the later one.

    numbered: the sides of the exchange that have numbered parts; of the others there is one text to name.
    """

    page_kind: ClassVar[str] = "comparison"
    template: ClassVar[str] = "comparison.html.j2"

    earlier: Card
    later: Card
    time: ReasonView
    comparison: Comparison
    groups: tuple[ComparedGroup, ...]
    numbered: tuple[Side, ...]


def comparison_view(earlier: WrittenQuestion, later: WrittenQuestion, links: Links) -> ComparisonView:
    """The page of two questions of the corpus that `links` was made of. Both have a date."""
    cards = links.by_id[earlier.id], links.by_id[later.id]
    days = (later.asked_on - earlier.asked_on).days if later.asked_on and earlier.asked_on else 0
    comparison = compare_questions(earlier, later)
    return ComparisonView(
        address=comparison_address(earlier.id, later.id),
        heading=later.title,
        crumbs=(Crumb(later.title, cards[1].address), Crumb(COMPARISON_HEADING, is_message=True)),
        earlier=cards[0],
        later=cards[1],
        time=ReasonView("later", *span(days)),
        comparison=comparison,
        groups=_groups(comparison),
        numbered=tuple(
            dict.fromkeys(
                part.side for part in (*comparison.asked, *comparison.answered) if part.place == "part"
            )
        ),
    )


def difference_text(difference: Difference, catalogue: Catalogue) -> str:
    """By how much a figure changed: "+1.204", "−€ 3,50", "+1,2 percentage points", "0"."""
    value = difference.value
    number = f"{abs(value):,f}".translate(_MARKS[catalogue.language])
    if difference.unit == "€":
        number = f"{number}\u00a0€" if catalogue.language == "fr" else f"€ {number}"
    signed = f"{'+' if value > 0 else '−' if value < 0 else ''}{number}"
    if difference.unit == "%":
        return catalogue.gettext(PERCENTAGE_POINTS) % {"number": signed}
    return f"{signed} {difference.unit}" if difference.unit == "‰" else signed


def _groups(comparison: Comparison) -> tuple[ComparedGroup, ...]:
    """Each part of the answers with the part of the question that it answers: with the last one if none is known."""
    asked = comparison.asked
    if not asked:
        return (ComparedGroup(None, comparison.answered),)
    now = _by_label((place, part.later_labels) for place, part in enumerate(asked))
    then = _by_label((place, part.earlier_labels) for place, part in enumerate(asked))
    answered: list[list[ComparedPart]] = [[] for _ in asked]
    for part in comparison.answered:
        answered[_home(part, now, then, len(asked))].append(part)
    return tuple(ComparedGroup(part, tuple(some)) for part, some in zip(asked, answered, strict=True))


def _by_label(labelled: Iterable[tuple[int, Sequence[str]]]) -> dict[str, int]:
    """The first place of each label, and of its number: "7" where there is only a 7a."""
    found: dict[str, int] = {}
    mains: dict[str, int] = {}
    for place, labels in labelled:
        for label in labels:
            found.setdefault(label, place)
            mains.setdefault(_main(label), place)
    return mains | found


def _main(label: str) -> str:
    return "".join(takewhile(str.isdigit, label)) or label


def _home(part: ComparedPart, now: Mapping[str, int], then: Mapping[str, int], count: int) -> int:
    if part.place == "introduction":
        return 0
    for labels, places in ((part.later_labels, now), (part.earlier_labels, then)):
        for label in labels:
            if (place := places.get(label, places.get(_main(label)))) is not None:
                return place
    return count - 1
