"""The plain values in which records and truths are held together: those of the record's JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Shape = dict[str, Any]


@dataclass(frozen=True)
class Reading:
    """A record as plain values, or the reason why there is none."""

    record: Shape = field(default_factory=dict)
    refused: str = ""


def sides(shape: Shape) -> list[tuple[str, Shape]]:
    """The question and the answer, where there is one."""
    return [(name, shape[name]) for name in ("question", "answer") if shape.get(name)]


def labelled(side: Shape) -> list[Shape]:
    """The parts that have labels and something to say: a label without text may be left out."""
    return [part for part in side["parts"] if part["labels"] and part["blocks"]]


def loose(side: Shape) -> list[Shape]:
    """The parts without labels, with the closing as one more."""
    found = [part for part in side["parts"] if not part["labels"]]
    return [*found, {"labels": [], "blocks": side["closing"]}] if side["closing"] else found


def all_blocks(side: Shape) -> list[Shape]:
    """Every block of a side in reading order, with those of the attachments."""
    parts = [block for part in side["parts"] for block in part["blocks"]]
    attached = [block for one in side.get("attachments", []) for block in one["blocks"]]
    return [*side["introduction"], *parts, *side["closing"], *attached]


def texts_of(block: Shape, *, repeats: bool = True) -> list[str]:
    """The pieces of text of a block. repeats: the value of a merged cell once for each place it covers."""
    match block["type"]:
        case "paragraph":
            return [block["text"]]
        case "list":
            return list(block["items"])
        case "preformatted":
            return list(block["lines"])
        case "table":
            left_out = {tuple(place) for place in block.get("covered", [])} if not repeats else set()
            cells = [
                cell
                for row, line in enumerate([*block["header"], *block["rows"]])
                for column, cell in enumerate(line)
                if (row, column) not in left_out
            ]
            return [block["caption"] or "", *cells]
        case _:
            return []
