"""Which sentences of a text ask something that an earlier text did not ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from typing import Final

from archive.links.passages import Passage, Piece
from archive.links.word_changes import sentences_of, tokens_of

# So much of a sentence must be new: a year or a name alone is no new question.
_NEW_SHARE: Final = 0.8
_FEWEST_WORDS: Final = 3
_DIGIT = re.compile(r"\d")

Words = tuple[str, ...]


def known_sentences(text: str) -> frozenset[Words]:
    """The sentences of a text by their words: what stands in it anywhere is not new."""
    return frozenset(map(_words, sentences_of(text)))


def new_sentences(later: Iterable[Passage], known: Set[Words], *, questions_only: bool) -> Iterator[Passage]:
    """The sentences of passages that are new, each as a passage of its own.

    known: the sentences of the earlier text. questions_only: those alone that end with a question mark.
    """
    for passage in later:
        if passage.kind == "footnote":
            continue
        for sentence, changed in _sentences(passage):
            words = _words(sentence)
            asks = sentence.rstrip().endswith("?") or not questions_only
            if asks and changed >= _NEW_SHARE and len(words) >= _FEWEST_WORDS and words not in known:
                yield Passage(passage.kind, (Piece(sentence.strip()),))


def _words(sentence: str) -> Words:
    """The words of a sentence, whatever the figures in them: another year makes no other sentence."""
    return tuple(
        _DIGIT.sub("0", token.core.casefold()) for token in tokens_of(sentence) if token.core[:1].isalnum()
    )


def _sentences(passage: Passage) -> Iterator[tuple[str, float]]:
    """The sentences of a passage, each with the share of it that is marked as changed."""
    marks = "".join(("x" if piece.changed else " ") * len(piece.text) for piece in passage.pieces)
    start = 0
    for sentence in sentences_of(passage.text):
        length = len(sentence.rstrip())
        yield sentence, marks.count("x", start, start + length) / length if length else 0.0
        start += len(sentence)
