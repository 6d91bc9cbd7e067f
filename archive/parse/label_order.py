"""Which marks are labels of parts: those that come in an order in which parts can come."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from archive.parse.label_marks import LabelMark, Pair

# How far a question's numbers may jump, where its author forgot one.
_WIDEST_GAP = 2
_FIRST_LETTER = "a"


class Accepted(msgspec.Struct, frozen=True):
    """The labels of a mark, and whether numbers were passed over to reach them."""

    labels: tuple[str, ...]
    skips: bool = False


class LabelOrder:
    """Follows the labels of a text from its beginning.

    expected: the labels of the question when the text is its answer. An answer may pass over some of them and
    must not invent numbers; a question counts on, from 1 and from a.
    """

    def __init__(self, expected: Sequence[str] = ()) -> None:
        self._letters: dict[int | None, set[str]] = {}
        for label in expected:
            figures = label.rstrip("abcdefghijklmnopqrstuvwxyz")
            number = int(figures) if figures else None
            self._letters.setdefault(number, set()).add(label[len(figures) :])
        self._used: set[int] = set()
        self._first: int | None = None
        self._number: int | None = None
        self._letter = ""
        self._number_closer = ""
        self._letter_closer = ""

    @property
    def number(self) -> int | None:
        """The number of the last part, None before the first."""
        return self._number

    @property
    def follows_question(self) -> bool:
        """Whether the labels of a question are known, of which an answer may pass over some."""
        return bool(self._letters)

    @property
    def next_letter(self) -> str:
        """The letter that would come next under the number of the last part."""
        return chr(ord(self._letter) + 1) if self._letter else _FIRST_LETTER

    @property
    def next_number(self) -> int:
        """The smallest number that may come next."""
        number = (self._first or 0) + 1
        while number in self._used:
            number += 1
        return number

    def accept(self, mark: LabelMark, begins: bool) -> Accepted | None:
        """Moves on to a mark and gives its labels; None where it is no label here.

        begins: whether the line of the mark surely begins anew. Where it may go on with the line before, only
        the very next label is believed.
        """
        number, letter = mark.pairs[0]
        skips = False
        if number is None:
            if not self._letter_fits(self._number, letter, mark, begins):
                return None
        elif number == self._number and letter:
            if not self._letter_fits(number, letter, mark, begins):
                return None
        else:
            if not self._number_fits(number, letter, mark, begins):
                return None
            skips = number != self.next_number
        pairs = [(self._number if pair[0] is None else pair[0], pair[1]) for pair in mark.pairs]
        if not self._rest_fits(pairs):
            return None
        self._move(pairs, mark)
        return Accepted(tuple(f"{'' if one is None else one}{two}" for one, two in pairs), skips)

    def _letter_fits(self, number: int | None, letter: str, mark: LabelMark, begins: bool) -> bool:
        if self._letter_closer and mark.closer != self._letter_closer:
            return False
        if number is None and self._used:
            return False
        if letter == self.next_letter:
            return True
        return begins and letter > self._letter and letter in self._letters.get(number, ())

    def _number_fits(self, number: int, letter: str, mark: LabelMark, begins: bool) -> bool:
        if self._number_closer and not letter and not mark.prefixed and mark.closer != self._number_closer:
            return False
        if number in self._used or number < (self._first or 0):
            return False
        letters = self._letters.get(number, set())
        if letter and letter != _FIRST_LETTER and letter not in letters:
            return False
        if self._letters:
            return number in self._letters and (begins or number == self.next_number)
        following = self.next_number
        if number == following:
            return True
        return begins and self._number is not None and following < number <= following + _WIDEST_GAP

    def _rest_fits(self, pairs: Sequence[Pair]) -> bool:
        return all(self._follows(last, pair) for last, pair in pairwise(pairs))

    def _follows(self, last: Pair, pair: Pair) -> bool:
        """Whether a pair of a joint label can follow on the one before it."""
        number, letter = pair
        if number is None or last[0] is None:
            return letter > last[1]
        if number == last[0]:
            return True
        return number in self._letters if self._letters else number == last[0] + 1

    def _move(self, pairs: Sequence[Pair], mark: LabelMark) -> None:
        numbers = [number for number, _ in pairs if number is not None]
        if numbers and numbers[0] != self._number:
            self._first = numbers[0]
            if not pairs[0][1]:
                self._number_closer = self._number_closer or mark.closer
        self._used.update(numbers)
        self._number, self._letter = pairs[-1]
        if self._letter:
            self._letter_closer = self._letter_closer or mark.closer
