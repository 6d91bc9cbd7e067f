"""The suggestion shards: lists of words for corrections, and groups of completions.

    s…  {"heads": [[first key, name], …], "tails": […]}, and for each list [words, levels, fields]: the words
        front-coded, a base-36 digit a word for its level, and one for the bits of its fields
    w…  {"groups": [[first letters, name], …], "words": […], "values": […]}: what is best of all; and for each group
        {"words": [words, documents, letters that must have been typed], "values": [[kind, text, documents, alone], …]}

Front-coded: a capital letter says how many letters a word shares with the one before (A: none), the rest of it
follows. Documents are in base 36, parted by blanks. Their bytes are bounded, however large the corpus is.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from archive.search.completion_lists import Completions, Group, completion_groups
from archive.search.shard_files import ShardFolder
from archive.search.suggestion_lists import WordList, word_lists
from archive.text.languages import DUTCH, Language

CORRECTIONS = "s"
COMPLETIONS = "w"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LONGEST_SHARED = 25
# More than either kind of suggestion takes; what begins with a digit is none.
_MOST_WORDS = 120_000
_WORD = re.compile(r"[a-z][-&'a-z0-9]+")


def write_suggestions(
    folder: ShardFolder,
    forms: Iterable[tuple[str, int]],
    values: Mapping[str, Sequence[tuple[str, int]]],
    language: Language = DUTCH,
) -> dict[str, Any]:
    """Writes the suggestion shards; gives what the root says of them: the names of the two directories.

    forms: the lexicon, each form with its number of documents, in any order; values: by facet name its values with
    theirs. Only minister, asker, theme and parliamentary_year are used. language: that of the documents.
    """
    frequent = _most_frequent(forms)
    return {
        "corrections": _write_lists(folder, frequent, values),
        "completions": _write_completions(folder, completion_groups(frequent, values, language)),
    }


def front_coded(words: Iterable[str]) -> str:
    """Words in order as one text."""
    coded: list[str] = []
    before = ""
    for word in words:
        shared = 0
        for left, right in zip(before[:_LONGEST_SHARED], word, strict=False):
            if left != right:
                break
            shared += 1
        coded.append(chr(ord("A") + shared) + word[shared:])
        before = word
    return "".join(coded)


def _most_frequent(forms: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The words among the forms that may be suggested: as many as memory holds easily, whatever the corpus has."""
    words = (entry for entry in forms if _WORD.fullmatch(entry[0]))
    return heapq.nsmallest(_MOST_WORDS, words, key=lambda entry: (-entry[1], len(entry[0]), entry[0]))


def _write_lists(
    folder: ShardFolder, forms: Iterable[tuple[str, int]], values: Mapping[str, Sequence[tuple[str, int]]]
) -> str:
    lists = word_lists(forms, values)
    directory = {
        side: [[entry.first, folder.write_json(CORRECTIONS, _coded_list(entry))] for entry in entries]
        for side, entries in (("heads", lists.heads), ("tails", lists.tails))
    }
    return folder.write_json(CORRECTIONS, directory)


def _coded_list(entry: WordList) -> list[str]:
    levels = "".join(_DIGITS[word.level] for word in entry.words)
    fields = "".join(_DIGITS[word.fields] for word in entry.words)
    return [front_coded(word.form for word in entry.words), levels, fields]


def _write_completions(folder: ShardFolder, found: Completions) -> str:
    names = [[group.first, folder.write_json(COMPLETIONS, _coded_group(group))] for group in found.groups]
    return folder.write_json(COMPLETIONS, {"groups": names, **_coded_group(found.best)})


def _coded_group(group: Group) -> dict[str, Any]:
    documents = " ".join(_base36(word.documents) for word in group.words)
    after = "".join(_DIGITS[min(word.after, 35)] for word in group.words)
    return {
        "words": [front_coded(word.form for word in group.words), documents, after],
        "values": [[value.kind, value.text, value.documents, value.alone] for value in group.values],
    }


def _base36(number: int) -> str:
    digits = _DIGITS[number % 36]
    while number := number // 36:
        digits = _DIGITS[number % 36] + digits
    return digits
