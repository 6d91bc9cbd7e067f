"""Questions that hang together in every way, of few words, for tests of links that grow."""

from __future__ import annotations

import datetime as dt
import random

import msgspec

from archive.model.blocks import Paragraph
from archive.model.question import Body, Reference, WrittenQuestion
from tests.records import question

_COMMON = ["woning", "school", "premie", "fiets", "tunnel", "water", "dossier", "huur", "advies", "subsidie"]
_RARE = [
    f"{start}{end}"
    for start in ("zout", "gras", "berg", "mist", "klei")
    for end in ("pad", "huis", "bron", "veld")
]
_SUBJECTS = ["Sociale huur", "Waterwegen", "Fietspaden", "Schoolgebouwen", "Premies"]
_MEMBERS = ["An Peeters", "Wim Maes", "Els Robeyns"]
_MINISTERS = ["Jo Brouns", "Zuhal Demir", "Hilde Crevits"]
_FIRST_DAY = dt.date(2020, 1, 6)


def questions(luck: random.Random, count: int, first: int = 1, first_day: int = 0) -> list[WrittenQuestion]:
    """Questions of ascending numbers and mostly ascending dates; some repeat a text, or refer to another number."""
    made: list[WrittenQuestion] = []
    for number in range(first, first + count):
        text = _text(luck)
        if made and luck.random() < 0.15:
            text = luck.choice(made).question.introduction[0].text  # type: ignore[union-attr]
        day = first_day + (number - first) // 2
        made.append(
            question(
                number,
                title=f"{luck.choice(_SUBJECTS)} - {luck.choice(_RARE).capitalize()}",
                asker=luck.choice(_MEMBERS),
                minister=luck.choice(_MINISTERS),
                asked_on=None if luck.random() < 0.05 else _FIRST_DAY + dt.timedelta(day),
                question=Body((Paragraph(text),)),
                answer=None,
                references=_references(luck, number),
            )
        )
    return made


def changed(luck: random.Random, one: WrittenQuestion) -> WrittenQuestion:
    """The same question with another text."""
    return msgspec.structs.replace(one, question=Body((Paragraph(_text(luck)),)))


def _text(luck: random.Random) -> str:
    words = luck.choices(_COMMON, k=10) + luck.choices(_RARE, k=luck.randint(1, 6))
    words += [f"woord{luck.randrange(400)}" for _ in range(luck.randint(2, 8))]
    return " ".join(words)


def _references(luck: random.Random, number: int) -> tuple[Reference, ...]:
    if luck.random() > 0.2:
        return ()
    meant = max(1, number + luck.randint(-20, 5))
    return (
        Reference("written_question", meant, "2023-2024", None, None, f"schriftelijke vraag nr. {meant}"),
    )
