"""What truly stands in the PDFs that the readers are compared on: words in reading order, and tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from tests.gold.cases import cases
from tests.gold.shapes import Shape, all_blocks, sides, texts_of

# A hyphen parts words, for a line may end with it; marks inside figures do not.
_WORD = re.compile(r"[^\W_]+(?:(?:(?<=\d)[.,](?=\d)|['’])[^\W_]+)*")


class Truth(msgspec.Struct, frozen=True):
    """One PDF. group: border kind of its tables, with "held out" where nobody tunes on it.

    words: those of the body in reading order, None where only facts are known. known: every word that the document
    may give, those of its head among them. tables: in the shape of a record's blocks.
    """

    path: Path
    group: str
    words: list[str] | None
    known: frozenset[str]
    tables: list[Shape]


def words_in_order(texts: Iterable[str]) -> list[str]:
    """The words of texts in their order, case-folded."""
    return [word for text in texts for word in _WORD.findall(text.casefold())]


def truths(shared: Path | None) -> Iterator[Truth]:
    """The truth of each PDF at hand: the gold set, the shared typeset seeds, the one real document."""
    for case in cases():
        if case.path.suffix == ".pdf":
            yield (
                _gold_truth(case.path, case.layout, case.truth, case.held_out)
                if case.whole
                else Truth(
                    case.path,
                    "real document",
                    None,
                    frozenset(),
                    [_plain(one) for one in case.truth["tables"]],
                )
            )
    if shared is not None:
        folder = shared / "data" / "made"
        told = json.loads((folder / "truth.json").read_text("utf-8"))
        for path in sorted((folder / "pdf").glob("*.pdf")):
            name, _, borders = path.stem.partition("-")
            yield _made_truth(path, f"seeds, {borders}", told[name])


def _gold_truth(path: Path, layout: str, truth: Shape, held_out: bool) -> Truth:
    blocks = [block for _, side in sides(truth) for block in all_blocks(side)]
    texts = [text for block in blocks for text in texts_of(block, repeats=False)]
    around = [*_strings(truth), (path.parent / "lines.txt").read_text("utf-8")]
    group = layout.removeprefix("pdf ") + (", held out" if held_out else "")
    tables = [_plain(block) for block in blocks if block["type"] == "table"]
    return Truth(path, group, words_in_order(texts), frozenset(words_in_order(around)), tables)


def _made_truth(path: Path, group: str, told: Any) -> Truth:
    texts: list[str] = []
    tables: list[Shape] = []
    for block in told["blocks"]:
        if block[0] == "table":
            rows = told["tables"][block[1]]
            texts += [cell for row in rows for cell in row]
            tables.append(_plain({"header": [], "rows": rows}))
        else:
            texts.append(block[-1])
    words = words_in_order(texts)
    return Truth(path, group, words, frozenset(words), tables)


def _plain(table: Shape) -> Shape:
    """A table whose header is rows as others: readers that know no merged cells may leave covered places empty."""
    rows = [*table["header"], *table["rows"]]
    return {"type": "table", "caption": None, "header": [], "rows": rows, "covered": table.get("covered", [])}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
