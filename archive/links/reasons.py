"""Why two records are linked, how strongly, and under which name: the reasons that a page puts in words."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from archive.links.repeats import REPEATED

ReasonCode = Literal[
    "refers",
    "referred",
    "same_text",
    "near_text",
    "same_title",
    "same_asker",
    "same_subject",
    "same_words",
    "later",
    "earlier",
    "same_day",
]
Kind = Literal["repeat", "follow_up", "same_subject", "related"]


class Reason(msgspec.Struct, frozen=True, array_like=True):
    """One reason. count: percent of a text in common, or days between; words: those that both records have."""

    code: ReasonCode
    count: int = 0
    words: tuple[str, ...] = ()


class Compared(msgspec.Struct, frozen=True):
    """What is known of two records, seen from one of them.

    likeness: the cosine of their words, 0 to 1. overlap: the share of runs of words in common, 0 to 1.
    days: how much later the other is; None where a date is not known.
    """

    likeness: float = 0.0
    overlap: float = 0.0
    refers: bool = False
    referred: bool = False
    same_title: bool = False
    same_asker: bool = False
    same_subject: bool = False
    days: int | None = None
    words: tuple[str, ...] = ()


# Less than this is chance: measured on the judged pairs of the benchmark.
LEAST_LIKENESS: Final = 0.165


def kind_of(pair: Compared) -> Kind | None:
    """What the other record is to this one; None where nothing links them."""
    if pair.overlap >= REPEATED:
        return "repeat"
    if pair.refers or pair.referred or (pair.same_asker and pair.same_subject):
        return "follow_up"
    if pair.same_subject:
        return "same_subject"
    return "related" if pair.likeness >= LEAST_LIKENESS else None


def strength(pair: Compared) -> float:
    """How strongly two records are linked, for ranking; a reference outweighs any likeness."""
    return (
        pair.likeness
        + 0.6 * pair.overlap
        + (1.0 if pair.refers or pair.referred else 0.0)
        + (0.2 if pair.same_title else 0.0)
        + (0.2 if pair.same_subject else 0.0)
        + (0.2 if pair.same_subject and pair.same_asker else 0.0)
        + (0.02 if pair.same_asker else 0.0)
    )


def reasons_of(pair: Compared) -> tuple[Reason, ...]:
    """The reasons why two records are linked, the weightiest first, and when the other came."""
    reasons = [Reason(code) for code in ("refers", "referred") if getattr(pair, code)]
    if pair.overlap >= REPEATED:
        same = pair.overlap == 1
        reasons.append(Reason("same_text") if same else Reason("near_text", int(100 * pair.overlap)))
    if pair.same_asker:
        reasons.append(Reason("same_asker"))
    if pair.same_title:
        reasons.append(Reason("same_title"))
    elif pair.same_subject:
        reasons.append(Reason("same_subject"))
    if pair.words and not pair.same_title and pair.overlap < REPEATED:
        reasons.append(Reason("same_words", words=pair.words))
    if pair.days is not None:
        reasons.append(_time(pair.days))
    return tuple(reasons)


def _time(days: int) -> Reason:
    if days == 0:
        return Reason("same_day")
    return Reason("later", days) if days > 0 else Reason("earlier", -days)
