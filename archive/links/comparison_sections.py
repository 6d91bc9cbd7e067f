"""Lays two questions beside each other, section by section, and so their answers: each with its counterpart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Literal

import msgspec

from archive.links.part_alignment import align_parts
from archive.links.passages import Passage, Piece, passages_of
from archive.model.blocks import Block, block_texts
from archive.model.question import Answer, Body, Part
from archive.model.tables import NumberedTable

Place = Literal["introduction", "part", "closing", "attachment"]


class Section(msgspec.Struct, frozen=True):
    """An introduction, a part, a closing or an attachment. title: that of an attachment."""

    place: Place
    labels: tuple[str, ...]
    blocks: tuple[Block, ...]
    title: str = ""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What there is to read, without tables."""
        heading = (Passage("heading", (Piece(self.title),)),) if self.title else ()
        return (*heading, *passages_of(self.blocks))

    @property
    def tables(self) -> tuple[NumberedTable, ...]:
        """The tables of a record whose tables are numbered."""
        return tuple(block for block in self.blocks if isinstance(block, NumberedTable))

    @property
    def whole_text(self) -> str:
        """Everything that is printed, cells of tables too."""
        return "\n".join((self.title, *(text for block in self.blocks for text in block_texts(block))))


SectionPair = tuple[Section | None, Section | None]


def question_pairs(earlier: Body, later: Body) -> tuple[SectionPair, ...]:
    """The sections of two questions in pairs (earlier, later), in the order of the later one."""
    pairs = align_parts(earlier.parts, later.parts)
    return tuple(
        _filled(
            [
                (
                    _section("introduction", earlier.introduction),
                    _section("introduction", later.introduction),
                ),
                *_parts(earlier.parts, later.parts, pairs),
                (_section("closing", earlier.closing), _section("closing", later.closing)),
            ]
        )
    )


def answer_pairs(
    earlier: Answer | None, later: Answer | None, questions: Sequence[SectionPair]
) -> tuple[SectionPair, ...]:
    """The sections of two answers in pairs: answers to one question stand together, whatever its number was.

    questions: the pairs of the questions that they answer.
    """
    old, new = earlier or Answer("substantive"), later or Answer("substantive")
    names = _earlier_labels(questions)
    as_before = [
        Part(tuple(names.get(label, label) for label in part.labels), part.blocks) for part in new.parts
    ]
    pairs = align_parts(old.parts, as_before, labels_first=True)
    return tuple(
        _filled(
            [
                (_section("introduction", old.introduction), _section("introduction", new.introduction)),
                *_parts(old.parts, new.parts, pairs),
                (_section("closing", old.closing), _section("closing", new.closing)),
                *_attachments(old, new),
            ]
        )
    )


def _filled(pairs: Iterable[SectionPair]) -> Iterator[SectionPair]:
    return (pair for pair in pairs if pair != (None, None))


def _section(place: Place, blocks: tuple[Block, ...]) -> Section | None:
    return Section(place, (), blocks) if blocks else None


def _parts(
    earlier: Sequence[Part], later: Sequence[Part], pairs: Iterable[tuple[int | None, int | None]]
) -> Iterator[SectionPair]:
    for old, new in pairs:
        yield (
            None if old is None else Section("part", earlier[old].labels, earlier[old].blocks),
            None if new is None else Section("part", later[new].labels, later[new].blocks),
        )


def _earlier_labels(questions: Iterable[SectionPair]) -> dict[str, str]:
    """Of each label of the later question what it was called before, or a name that no label of then has."""
    names: dict[str, str] = {}
    for before, now in questions:
        for place, label in enumerate(now.labels if now else ()):
            counterpart = before.labels[place : place + 1] if before else ()
            names.setdefault(label, counterpart[0] if counterpart else f"new {label}")
    # An answer to 7 speaks of 7a and 7b.
    for label, was in tuple(names.items()):
        names.setdefault(_main(label), _main(was))
    return names


def _main(label: str) -> str:
    return "".join(takewhile(str.isdigit, label)) or label


def _attachments(earlier: Answer, later: Answer) -> Iterator[SectionPair]:
    """The attachments in pairs: those of one title, then the others in their order."""
    old, new = (
        [
            Section("attachment", (), one.blocks, one.title)
            for one in answer.attachments
            if one.title or one.blocks
        ]
        for answer in (earlier, later)
    )
    titled = {section.title: section for section in reversed(old)}
    same = {place: titled.pop(section.title) for place, section in enumerate(new) if section.title in titled}
    taken = {id(section) for section in same.values()}
    left = iter([section for section in old if id(section) not in taken])
    for place, section in enumerate(new):
        yield same[place] if place in same else next(left, None), section
    yield from ((section, None) for section in left)
