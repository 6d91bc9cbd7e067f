"""Makes copies of the median seed questions, each with words, figures, people and dates of its own.

Of the four questions in seeds/ the two in the middle by length of their record are copied in turn: one short and
without a table, one with several.
"""

from __future__ import annotations

import datetime as dt
import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from archive.ingest import ingest_paths
from archive.model.question import Minister, Person, WrittenQuestion
from archive.model.record import encode_record
from archive.store.corpus import Corpus
from archive.text.slugs import slug

SEEDS = Path(__file__).parent.parent / "seeds"
_WORD = re.compile(r"[^\W\d_]{6,}")
_FIGURE = re.compile(r"\d")
_CHANGED_WORDS = 0.3
_SYLLABLES = (
    "ba be bo da de do ga ge ho ka ko la le lo ma me mo na ne no pa pe ra re ro sa se ta te va ve wa we zo"
)
_FORENAMES = ("An", "Bart", "Els", "Femke", "Gert", "Hanne", "Ilse", "Jan", "Karel", "Lies")
_SURNAMES = ("Aerts", "Baert", "Claes", "Daems", "Engels", "Franck", "Goos", "Heylen", "Jacobs", "Maes")


def median_questions() -> tuple[WrittenQuestion, ...]:
    """The two seed questions in the middle by length of their record, the shorter one first."""
    with tempfile.TemporaryDirectory() as folder, Corpus.open(Path(folder), create=True) as corpus:
        ingest_paths(corpus, [str(SEEDS)])
        found = [record for record in corpus.records() if isinstance(record, WrittenQuestion)]
    found.sort(key=lambda one: len(encode_record(one)))
    return tuple(found[len(found) // 2 - 1 : len(found) // 2 + 1])


def copies(patterns: Sequence[WrittenQuestion], count: int) -> Iterator[WrittenQuestion]:
    """`count` copies of the patterns in turn; the same count gives the same copies."""
    luck = random.Random(count)
    syllables = _SYLLABLES.split()
    words = ["".join(luck.choices(syllables, k=luck.randint(3, 5))) for _ in range(20_000)]
    subjects = [" ".join(luck.choices(words, k=2)).capitalize() for _ in range(max(1, count // 5))]
    for number in range(1, count + 1):
        yield _copy(patterns[number % len(patterns)], number, luck, words, subjects)


def write_copies(count: int, path: Path) -> None:
    """Writes the copies of the median seed questions as JSON lines."""
    with path.open("wb") as lines:
        for one in copies(median_questions(), count):
            lines.write(encode_record(one) + b"\n")


def _copy(
    pattern: WrittenQuestion, number: int, luck: random.Random, words: Sequence[str], subjects: Sequence[str]
) -> WrittenQuestion:
    asker = f"{luck.choice(_FORENAMES)} {luck.choice(_SURNAMES)}"
    minister = f"{luck.choice(_FORENAMES[:5])} {luck.choice(_SURNAMES[:3])}"
    subject, aspect = luck.choice(subjects), luck.choice(words).capitalize()
    asked_on = dt.date(2009, 10, 1) + dt.timedelta(luck.randrange(5000))
    first = asked_on.year - (asked_on.month < 10)
    year = f"{first}-{first + 1}"
    return msgspec.structs.replace(
        pattern,
        id=f"{year}/{slug(minister)}/{number}",
        number=number,
        parliamentary_year=year,
        title=f"{subject} - {aspect}",
        subject=subject,
        aspect=aspect,
        asker=Person(asker, asker.upper(), pattern.asker.party),
        minister=Minister(
            minister, minister.upper(), pattern.minister.portfolio, pattern.minister.competences
        ),
        asked_on=asked_on,
        question=_changed(pattern.question, luck, words),
        answer=_changed(pattern.answer, luck, words),
        references=(),
        source=msgspec.structs.replace(pattern.source, name=f"copy#{number}", sha256=f"{number:064}"),
    )


def _changed(value: Any, luck: random.Random, words: Sequence[str]) -> Any:
    """The same texts with other figures and with other words for some; labels and kinds stay."""

    def other(word: re.Match[str]) -> str:
        return luck.choice(words) if luck.random() < _CHANGED_WORDS else word.group()

    def changed(part: Any, name: str) -> Any:
        if isinstance(part, dict):
            return {key: changed(inner, key) for key, inner in part.items()}
        if isinstance(part, list | tuple):
            return [changed(inner, name) for inner in part]
        if isinstance(part, str) and name in ("text", "items", "rows", "lines"):
            figured = _FIGURE.sub(lambda _: str(luck.randrange(1, 10)), part)
            return _WORD.sub(other, figured)
        return part

    return msgspec.convert(changed(msgspec.to_builtins(value), ""), type(value))
