"""Reads the whole gold set and adds up how right it was read, per layout."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tests.gold.cases import FOLDER, Case, cases
from tests.gold.reading import read_case
from tests.gold.score import Score, score_case

FIGURES = FOLDER / "figures.json"
SHARES = ("read", "fields", "labels", "alignment", "texts", "cells", "claimed cells", "tables")
COUNTS = ("lost", "invented", "claimed wrong", "claimed")
FAULTS = COUNTS[:3]
SELECTIONS: dict[str, Callable[[Case], bool]] = {
    "tuned": lambda case: not case.held_out,
    "held-out": lambda case: case.held_out,
}

Figures = dict[str, dict[str, Any]]
"""Per layout: share name to [right, total], count name to a number, "documents" to a number."""


def evaluate(selection: str, told: Callable[[Case, Score], None] = lambda case, score: None) -> Figures:
    """The figures of a selection ("tuned" or "held-out"). `told` hears of each document."""
    chosen = [case for case in cases() if SELECTIONS[selection](case)]
    sums: defaultdict[str, Score] = defaultdict(Score)
    documents: defaultdict[str, int] = defaultdict(int)
    for case in chosen:
        score = score_case(case, read_case(case.path))
        sums[case.layout].add(score)
        documents[case.layout] += 1
        told(case, score)
    return {layout: _figures(score, documents[layout]) for layout, score in sums.items()}


def _figures(score: Score, documents: int) -> dict[str, Any]:
    shares = {name: [score.right[name], score.total[name]] for name in SHARES}
    return {"documents": documents, **shares, **{name: score.right[name] for name in COUNTS}}


def joined(parts: Iterable[Figures]) -> Figures:
    """The figures of several selections added up."""
    sums: Figures = {}
    for figures in parts:
        for layout, row in figures.items():
            if layout not in sums:
                sums[layout] = {
                    name: list(one) if isinstance(one, list) else one for name, one in row.items()
                }
                continue
            for name, value in row.items():
                kept = sums[layout][name]
                sums[layout][name] = (
                    [a + b for a, b in zip(kept, value, strict=True)]
                    if isinstance(value, list)
                    else kept + value
                )
    return sums


def committed(path: Path = FIGURES) -> dict[str, Figures]:
    """The figures last committed, by selection; nothing where there are none yet."""
    if not path.is_file():
        return {}
    found: dict[str, Figures] = json.loads(path.read_text("utf-8"))
    return found


def save(found: dict[str, Figures], path: Path = FIGURES) -> None:
    """Writes figures to be committed; one layout a line, so that a change is seen in the diff."""
    lines: list[str] = []
    for selection, figures in found.items():
        rows = ",\n".join(f"  {json.dumps(layout)}: {json.dumps(row)}" for layout, row in figures.items())
        lines.append(f" {json.dumps(selection)}: {{\n{rows}\n }}")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def share(row: dict[str, Any], name: str) -> float | None:
    """A share in per cent; None where there was nothing to get right."""
    right, total = row[name]
    return 100 * right / total if total else None


def worse(now: Figures, before: Figures) -> list[str]:
    """What got worse than the committed figures, a sentence each."""
    found: list[str] = []
    for layout in now.keys() & before.keys():
        for name in SHARES:
            new, old = share(now[layout], name), share(before[layout], name)
            if new is not None and old is not None and new < old - 1e-9:
                found.append(f"{layout}: {name} {new:.2f}% instead of {old:.2f}%")
        for name in FAULTS:
            if now[layout][name] > before[layout][name]:
                found.append(f"{layout}: {name} {now[layout][name]} instead of {before[layout][name]}")
    return sorted(found)
