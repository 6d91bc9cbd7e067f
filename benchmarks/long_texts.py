"""Texts of any length, to measure how reading takes longer with it: ordinary ones, and such as were made to be slow."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
HEAD = """SCHRIFTELIJKE VRAAG
nr. 17
van AN PEETERS
datum: 8 januari 2024
aan HILDE CREVITS
VLAAMS MINISTER VAN WELZIJN, VOLKSGEZONDHEID EN GEZIN
Kinderopvang - Plaatsen
"""
ANSWER_HEAD = """HILDE CREVITS
VLAAMS MINISTER VAN WELZIJN, VOLKSGEZONDHEID EN GEZIN
ANTWOORD
op vraag nr. 17 van 8 januari 2024
van AN PEETERS
"""
_PART = re.compile(r"^\d{1,2}\.", re.MULTILINE)

Maker = Callable[[int], str]


def repeated(piece: str, head: str = HEAD) -> Maker:
    """A piece again and again below the head of a question."""
    return lambda length: head + piece * max((length - len(head)) // len(piece), 1)


def _ordinary(length: int) -> str:
    """The text of the seeds in the question and the answer, their parts numbered on from one to the next."""
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.iterdir())]
    bodies = [text.split("ANTWOORD", 1)[-1].split("\n", 3)[-1] for text in texts]
    pieces: list[str] = []
    size = number = 0
    while size < length:
        body = bodies[len(pieces) % len(bodies)]

        def renumber(_: re.Match[str]) -> str:
            nonlocal number
            number += 1
            return f"{number}."

        pieces.append(_PART.sub(renumber, body))
        size += len(pieces[-1])
    return HEAD + "1. Wat is de stand van zaken?\n" + ANSWER_HEAD + "\n".join(pieces)[:length]


def _counted(line: Callable[[int], str], head: str = HEAD) -> Maker:
    """Lines that differ, made of their number."""

    def make(length: int) -> str:
        lines: list[str] = []
        size = len(head)
        while size < length:
            lines.append(line(len(lines)))
            size += len(lines[-1])
        return head + "".join(lines)

    return make


BOTH = HEAD + "1. Hoeveel?\n" + ANSWER_HEAD
MAKERS: dict[str, Maker] = {
    "ordinary text": _ordinary,
    "1. 1. 1. a) a) on one line": repeated("1. 1. 1. a) a) "),
    "1. 1. 1. a) a) on lines": repeated("1.\n1.\n1.\na)\na)\n"),
    "one line of words": repeated("gewone woorden "),
    "short lines": repeated("woord\n"),
    "short lines in an answer": repeated("woord\n", BOTH),
    "short lines, all different": _counted(lambda number: f"w{number}\n"),
    "rows of a table": _counted(lambda number: f"Gemeente {number} {number % 97} {number % 89}\n", BOTH),
    "rows with many cells": repeated("Stad 1 2 3 4 5 6 7 8 9 10 11 12\n", BOTH),
    "rows of growing width": _counted(lambda number: "Stad" + " 7" * (number % 60) + "\n", BOTH),
    "headers without rows": repeated("Provincie Aantal Totaal 2020 2021\n\n", BOTH),
    "headers without rows or blanks": repeated("Provincie Aantal Totaal\n2020 2021\n", BOTH),
    "cells on lines": repeated("Antwerpen\n12\n13\n", BOTH),
    "digits only": repeated("123456\n", BOTH),
    "years only": repeated("2020\n", BOTH),
    "one line of digits": repeated("123 ", BOTH),
    "SCHRIFTELIJKE VRAAG": repeated("SCHRIFTELIJKE VRAAG\n", ""),
    "whole heads": repeated(HEAD, ""),
    "ANTWOORD": repeated("ANTWOORD\n"),
    "heads of answers": repeated(ANSWER_HEAD),
    "labels by turns": repeated("1. a) Een\nb) twee\n2. a) drie\n1. vier\n"),
    "labels that count on": _counted(lambda number: f"{number}. Hoeveel waren er in {number}?\n"),
    "labels that count on, in an answer": _counted(lambda number: f"{number}. Er waren er {number}.\n", BOTH),
    "letters by turns": _counted(lambda number: f"{'abcdefghij'[number % 10]}) Hoeveel?\n"),
    "joint labels": repeated("1-3. a-c) Zie 4, 5, 6.\n", BOTH),
    "a long word": repeated("a", HEAD),
    "long words": repeated("a" * 10_000 + " "),
    "a long word with hyphens": repeated("ab-"),
    "a long address": repeated("a.be/b_c-", HEAD + "http://"),
    "lines of one address": repeated("http://a.be/b-\n"),
    "blanks": repeated(" ", HEAD),
    "empty lines": repeated("\n", HEAD),
    "blank lines": repeated("  \n", HEAD),
    "points": repeated(". "),
    "brackets": repeated("(["),
    "bullets": repeated("- een\n", BOTH),
    "glued bullets": repeated("obegeleid\n", BOTH),
    "footnotes": _counted(lambda number: f"woord{number % 99 + 1}\n{number % 99 + 1} Noot\n", BOTH),
    "attachments": repeated("BIJLAGE\nTekst\n", BOTH),
    "names in capitals": repeated("HILDE CREVITS\n"),
    "words in capitals": repeated("VLAAMS MINISTER VAN WERK EN\n", ""),
    "mojibake": repeated("Ã©n "),
    "accents apart": repeated("e\u0301"),
    "soft hyphens": repeated("werk\xad\n"),
    "references": repeated("vraag nr. 1 van 2 januari ", BOTH),
    "sums": _counted(lambda number: f"Totaal {number} {number}\n", BOTH),
    "page breaks": repeated("woord\n\x0c"),
    "no question": repeated("Een verslag van iets.\n", ""),
    "no question, one line": repeated("Een verslag van iets. ", ""),
}
