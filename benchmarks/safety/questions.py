"""Made questions for the suites: as many as are wanted, each with a number and words of its own."""

from __future__ import annotations

from pathlib import Path

_TEXT = """\
title: Toegankelijkheid gemeentehuizen - Stand {number}
thema: Binnenlands bestuur
SCHRIFTELIJKE VRAAG
nr. {number}
van AN PEETERS
datum: 25 april 2024
aan JO BROUNS
VLAAMS MINISTER VAN ECONOMIE, INNOVATIE, WERK, SOCIALE ECONOMIE EN LANDBOUW
Toegankelijkheid gemeentehuizen  -  Stand {number}
Niet elk gemeentehuis heeft een hellend vlak; in ronde {number} werd er opnieuw geteld.
1. Hoeveel gemeentehuizen telde ronde {number}?
2. Hoeveel daarvan zijn toegankelijk?
JO BROUNS
VLAAMS MINISTER VAN ECONOMIE, INNOVATIE, WERK, SOCIALE ECONOMIE EN LANDBOUW
ANTWOORD
op vraag nr. {number} van 25 april 2024
van AN PEETERS
1. In ronde {number} werden {counted} gemeentehuizen geteld.
2. Daarvan zijn er {accessible} toegankelijk.
"""


def question_id(number: int) -> str:
    """The id that the question of this number gets in a corpus."""
    return f"2023-2024/jo-brouns/{number}"


def write_questions(folder: Path, count: int) -> tuple[Path, ...]:
    """Writes `count` questions into a new folder, numbered from 1; their files come back in that order."""
    folder.mkdir(parents=True)
    paths = []
    for number in range(1, count + 1):
        path = folder / f"vraag-{number:04}.txt"
        path.write_text(
            _TEXT.format(number=number, counted=300 + number, accessible=100 + number), "utf-8", newline="\n"
        )
        paths.append(path)
    return tuple(paths)
