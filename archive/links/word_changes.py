"""The words that two texts share, in order, and those that only one of them has.

Nothing is lost: what was kept and added makes the later text again, what was kept and dropped the earlier one.
The longest common row of words is found bit-parallel (Hyyrö 2004, by RapidFuzz): 5,000 words against as many take
some 40 ms. Longer texts are compared sentence by sentence, and the longest as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, Literal, NamedTuple

import msgspec
from rapidfuzz.distance import LCSseq

Change = Literal["kept", "added", "dropped"]

# Words of one text times words of the other.
_MOST_CELLS: Final = 25_000_000
# What stands within a number or word belongs to it: 1.676,15; 2021-2022; foto's. Nothing is given back.
_TOKEN = re.compile(r"(\d++(?:[.,/–-]\d++)*+%?+(?!\w)|\w++(?:['’&-]\w++)*+|[^\w\s]|)(\s*+)")
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)]*+\s++|\n++")


class Span(msgspec.Struct, frozen=True):
    """A stretch of text that both texts have, or only the later or the earlier one."""

    text: str
    change: Change


class Token(NamedTuple):
    """A word, number, mark or sentence with the blanks behind it."""

    core: str
    blank: str


class _Step(NamedTuple):
    """Tokens of the earlier text, from and to a place, that stand where those of the later do."""

    kept: bool
    before: tuple[int, int]
    after: tuple[int, int]


def word_changes(before: str, after: str) -> tuple[Span, ...]:
    """What became of an earlier text in a later one. Neighbouring spans differ in kind; none is empty."""
    if before == after:
        return (Span(after, "kept"),) if after else ()
    tokens = _comparable(before, after)
    steps = _joined_steps(_steps(*tokens), _Sizes(tokens[0]), _Sizes(tokens[1]))
    return tuple(_merged(span for step in steps for span in _spans(step, *tokens)))


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words, numbers and marks of a text. Joined with their blanks they are the text."""
    return tuple(Token(*found) for found in _TOKEN.findall(text) if found != ("", ""))


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text, each with the blanks behind it: a line break ends one too."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    starts = [0, *ends]
    return tuple(
        text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True) if start < end
    )


def kept_share(spans: Iterable[Span]) -> float:
    """How much of both texts is in both: 0 to 1, in characters."""
    kept = changed = 0
    for span in spans:
        if span.change == "kept":
            kept += 2 * len(span.text)
        else:
            changed += len(span.text)
    return kept / (kept + changed) if kept + changed else 1.0


def _comparable(before: str, after: str) -> tuple[Sequence[Token], Sequence[Token]]:
    """Both texts in pieces that are few enough to be compared: words, else sentences, else each as one piece."""
    words = tokens_of(before), tokens_of(after)
    if len(words[0]) * len(words[1]) <= _MOST_CELLS:
        return words
    sentences = [tuple(map(_whole, sentences_of(text))) for text in (before, after)]
    if len(sentences[0]) * len(sentences[1]) <= _MOST_CELLS:
        return sentences[0], sentences[1]
    return (Token(before, ""),), (Token(after, ""),)


def _whole(sentence: str) -> Token:
    core = sentence.rstrip()
    return Token(core, sentence[len(core) :])


def _steps(before: Sequence[Token], after: Sequence[Token]) -> Iterator[_Step]:
    # Numbers instead of words: no two words are ever taken for one.
    numbers: dict[str, int] = {}
    coded = [[numbers.setdefault(token.core, len(numbers)) for token in some] for some in (before, after)]
    end_before = end_after = 0
    for step in LCSseq.opcodes(*coded):
        if step.tag == "equal":
            if step.src_start > end_before or step.dest_start > end_after:
                yield _Step(False, (end_before, step.src_start), (end_after, step.dest_start))
            yield _Step(True, (step.src_start, step.src_end), (step.dest_start, step.dest_end))
            end_before, end_after = step.src_end, step.dest_end
    if end_before < len(before) or end_after < len(after):
        yield _Step(False, (end_before, len(before)), (end_after, len(after)))


class _Sizes:
    """The letters and digits of stretches of tokens, each told at once."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        sizes = (len(token.core) if token.core[:1].isalnum() else 0 for token in tokens)
        self._sums = list(accumulate(sizes, initial=0))

    def of(self, stretch: tuple[int, int]) -> int:
        return self._sums[stretch[1]] - self._sums[stretch[0]]


def _joined_steps(steps: Iterable[_Step], before: _Sizes, after: _Sizes) -> list[_Step]:
    """Few words that were kept between larger changes are chance, and hard to read: they count as changed."""
    joined: list[_Step] = []
    for step in steps:
        joined.append(step)
        while len(joined) > 2 and joined[-2].kept:
            first, middle, last = joined[-3:]
            size = after.of(middle.after)
            if any(size > max(before.of(one.before), after.of(one.after)) for one in (first, last)):
                break
            joined[-3:] = [
                _Step(False, (first.before[0], last.before[1]), (first.after[0], last.after[1])),
            ]
    return joined


def _spans(step: _Step, before: Sequence[Token], after: Sequence[Token]) -> Iterator[Span]:
    old, new = before[slice(*step.before)], after[slice(*step.after)]
    if not step.kept:
        # A blank behind both is neither's own.
        blank = new[-1].blank if old and new and old[-1].blank == new[-1].blank else ""
        yield Span(_text(old).removesuffix(blank), "dropped")
        yield Span(_text(new).removesuffix(blank), "added")
        yield Span(blank, "kept")
        return
    for was, now in zip(old, new, strict=True):
        yield Span(now.core, "kept")
        if was.blank == now.blank:
            yield Span(now.blank, "kept")
        else:
            yield Span(was.blank, "dropped")
            yield Span(now.blank, "added")


def _text(tokens: Iterable[Token]) -> str:
    return "".join(f"{core}{blank}" for core, blank in tokens)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans with those of one kind that follow each other in one, and without empty ones."""
    texts: list[str] = []
    change: Change = "kept"
    for span in spans:
        if not span.text:
            continue
        if span.change != change and texts:
            yield Span("".join(texts), change)
            texts = []
        change = span.change
        texts.append(span.text)
    if texts:
        yield Span("".join(texts), change)
