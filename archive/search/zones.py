"""The zones of a document: where in it a word stands, which field names ask for them, and what they weigh."""

from __future__ import annotations

import enum

from archive.model.blocks import Block, Preformatted, Table, block_texts
from archive.model.question import Answer, Body, WrittenQuestion
from archive.model.record import Record


class Zone(enum.IntEnum):
    """A zone's number is its bit in a zone mask and its order among positions: the largest zones come first."""

    QUESTION = 0
    ANSWER = 1
    TABLE = 2
    TITLE = 3
    ASKER = 4
    MINISTER = 5
    THEME = 6
    META = 7

    @property
    def bit(self) -> int:
        return 1 << self.value


# What one occurrence counts for, against one in the running text.
WEIGHTS: dict[Zone, float] = {
    Zone.QUESTION: 1.0,
    Zone.ANSWER: 1.0,
    Zone.TABLE: 0.5,
    Zone.TITLE: 10.0,
    Zone.ASKER: 0.5,
    Zone.MINISTER: 0.5,
    Zone.THEME: 1.0,
    Zone.META: 8.0,
}

# In running text and titles a word weighs less the longer the text is; so many tokens are the usual length.
REFERENCE_LENGTHS: dict[Zone, int] = {Zone.QUESTION: 200, Zone.ANSWER: 200, Zone.TABLE: 200, Zone.TITLE: 10}

Passage = tuple[Zone, str]


def passages(record: Record) -> tuple[Passage, ...]:
    """Every text of a record that can be searched, in reading order, with its zone.

    A passage is one paragraph, list entry, cell, line or value. The text of a supporting document stands in the
    zone "answer": like an answer it is what the government says, and `vraag:` stays what members ask.
    """
    if isinstance(record, WrittenQuestion):
        return _question_passages(record)
    found = [(Zone.TITLE, record.title), *((Zone.THEME, theme) for theme in record.themes)]
    found += _block_passages(record.blocks, Zone.ANSWER)
    return tuple(found)


def _question_passages(record: WrittenQuestion) -> tuple[Passage, ...]:
    found = [(Zone.TITLE, record.title)]
    found += [(Zone.ASKER, text) for text in (record.asker.name, record.asker.party) if text]
    found += [(Zone.MINISTER, text) for text in (record.minister.name, record.minister.portfolio) if text]
    found += [(Zone.THEME, theme) for theme in record.themes]
    meta = (str(record.number), record.parliamentary_year, record.document_id, record.dossier_id)
    found += [(Zone.META, text) for text in meta if text]
    found += _body_passages(record.question, Zone.QUESTION)
    answer = record.answer
    if answer is not None:
        found += _body_passages(answer, Zone.ANSWER)
        for attachment in answer.attachments:
            found.append((Zone.ANSWER, attachment.title))
            found += _block_passages(attachment.blocks, Zone.ANSWER)
    return tuple(found)


def _body_passages(body: Body | Answer, zone: Zone) -> list[Passage]:
    blocks = (*body.introduction, *(block for part in body.parts for block in part.blocks), *body.closing)
    return _block_passages(blocks, zone)


def _block_passages(blocks: tuple[Block, ...], zone: Zone) -> list[Passage]:
    return [
        (Zone.TABLE if isinstance(block, Table | Preformatted) else zone, text)
        for block in blocks
        for text in block_texts(block)
    ]
