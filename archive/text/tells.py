"""The words by which a sentence tells what its subject is: what each kind of tell looks like in one language."""

from __future__ import annotations

import re
from typing import NamedTuple


class Tells(NamedTuple):
    """What is looked for in the printed text of one sentence.

    defines: it says what its subject is, holds or is for; begins: when that came to be, or in the place of what;
    intends: what is wanted with it. opening: words that may stand before a name at the head of a sentence without
    taking its place as subject. pointing: first words of a sentence that goes on about the one before it. vague:
    marks of a sentence that tells nothing to others: the writer's own person, or a word about the text itself.
    Words stand in lower case.
    """

    defines: re.Pattern[str]
    begins: re.Pattern[str]
    intends: re.Pattern[str]
    opening: frozenset[str]
    pointing: frozenset[str]
    vague: re.Pattern[str]


def pattern_of(written: str, *, whole_words: bool = True, ignore_case: bool = False) -> re.Pattern[str]:
    """A pattern that is written over several lines, as one; every line but the first begins with its own mark.

    whole_words: it begins and ends where a word does.
    """
    joined = "".join(line.strip() for line in written.splitlines())
    return re.compile(
        rf"\b(?:{joined})(?!\w)" if whole_words else joined, re.IGNORECASE if ignore_case else 0
    )
