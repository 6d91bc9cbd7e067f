"""Which words of a record become links to its topics: the first mentions that tell a reader most.

No link leads to a topic that nobody else names, nor, in a large archive, to one that more than 30 % of its records
name. Tables, rows as printed, headings and captions have none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal

from archive.links.laws import law_key, law_name
from archive.links.linking import Links
from archive.links.mention_choice import chosen_places
from archive.links.mention_places import Place, places_in
from archive.links.names import TopicKey
from archive.links.topic_words import TopicWords
from archive.links.wordings import body_blocks
from archive.model.blocks import Block, Footnote, ListBlock, Paragraph
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.text.dates import find_dates

Side = Literal["question", "answer"]
Mentions = Mapping[tuple[Side, str], tuple[Place, ...]]
"""By the side of the exchange and the text of a paragraph or list entry the places in it that become links."""

_LARGE: Final = 50
_COMMON_SHARE: Final = 0.3
# A short line without a mark at its end is a heading.
_LONGEST_HEADING: Final = 60
_MARKS: Final = '.,;:?!…)”"'


def mentions_of(record: Record, links: Links) -> Mentions:
    """The mentions to link in a record of the corpus that `links` was made of; a document is all answer."""
    telling = {key for key in links.named[record.id] if _is_telling(key, record.id, links)}
    topics = _unmistakable({key: links.naming.words_of(key) for key in sorted(telling)})
    phrases = dict(_law_phrases(record, links))
    if not topics and not phrases:
        return {}
    found: dict[tuple[Side, str], tuple[Place, ...]] = {}
    for side, blocks in _sides(record):
        texts = [(text, places_in(text, topics, phrases, links.language)) for text in _texts(blocks)]
        for one in chosen_places(texts, lambda key: len(links.topics[key].members)):
            text = texts[one.text][0]
            found[side, text] = (*found.get((side, text), ()), one.place)
    return found


def _unmistakable(topics: Mapping[TopicKey, TopicWords]) -> dict[TopicKey, TopicWords]:
    """The same topics without the abbreviations that two of them share."""
    shared = Counter(short for words in topics.values() for short in words.shorts)
    return {
        key: TopicWords(words.longs, tuple(short for short in words.shorts if shared[short] == 1))
        for key, words in topics.items()
    }


def _is_telling(key: TopicKey, id_: str, links: Links) -> bool:
    """Whether a link to a topic leads a reader of a record to anything else, and not to almost everything."""
    topic = links.topics.get(key)
    if topic is None or all(card.id == id_ for card in topic.members[:2]):
        return False
    return len(links.cards) <= _LARGE or len(topic.members) <= _COMMON_SHARE * len(links.cards)


def _law_phrases(record: Record, links: Links) -> Iterator[tuple[str, TopicKey]]:
    """The words by which a question names texts of law, up to their date."""
    if not isinstance(record, WrittenQuestion):
        return
    for reference in record.references:
        if law := law_key(reference):
            key = links.key("law", law_name(law))
            if _is_telling(key, record.id, links):
                dated = next(find_dates(reference.text), None)
                yield reference.text[: dated.start + len(dated.text) if dated else None], key


def _sides(record: Record) -> Iterator[tuple[Side, Iterable[Block]]]:
    if not isinstance(record, WrittenQuestion):
        yield "answer", record.blocks
        return
    yield "question", body_blocks(record.question)
    if record.answer:
        attached = (block for one in record.answer.attachments for block in one.blocks)
        yield "answer", (*body_blocks(record.answer), *attached)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The running texts of some blocks."""
    for block in blocks:
        match block:
            case Paragraph(text) if not _is_heading(text):
                yield text
            case ListBlock(items):
                yield from items
            case Footnote(_, text):
                yield text


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not text.rstrip().endswith(tuple(_MARKS))
