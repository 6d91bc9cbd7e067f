"""The documents of the gold set, each in each of its layouts, with the truth of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import SEEDS, shared_folder

FOLDER = Path(__file__).parent
DOCUMENTS = FOLDER / "documents"
FILES = {
    "lines": "lines.txt",
    "words": "words.txt",
    "cells": "cells.txt",
    "docx": "document.docx",
    "pdf": "document.pdf",
}


@dataclass(frozen=True)
class Case:
    """One document in one layout. layout: a column of the figures; whole: the truth holds every word."""

    name: str
    layout: str
    path: Path
    truth: dict[str, Any]
    held_out: bool
    whole: bool

    @property
    def flattened(self) -> bool:
        """True where tables can only be guessed from lines of text."""
        return self.path.suffix == ".txt"

    def hidden(self) -> dict[str, Any]:
        """What this layout hides ("absent" fields) or spoils, or what the facts of a real document leave open."""
        if not self.whole:
            return {"absent": self.truth.get("absent", [])}
        layouts = self.truth["layouts"]
        found: dict[str, Any] = layouts.get(self.path.stem if self.flattened else self.path.suffix[1:], {})
        return found


def cases() -> Iterator[Case]:
    """Every case that is at hand: the real ones first."""
    yield from _fact_cases("seeds", SEEDS)
    shared = shared_folder()
    if shared is not None:
        yield from _fact_cases("flemish", shared / "data" / "flemish")
    for folder in sorted(DOCUMENTS.iterdir()):
        truth = json.loads((folder / "truth.json").read_text("utf-8"))
        for layout, name in FILES.items():
            column = f"pdf {truth['style']['borders']}" if layout == "pdf" else layout
            yield Case(folder.name, column, folder / name, truth, truth["held_out"], whole=True)


def _fact_cases(name: str, folder: Path) -> Iterator[Case]:
    facts = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    for file_name, truth in facts.items():
        yield Case(file_name, name, folder / file_name, truth, False, whole=False)
