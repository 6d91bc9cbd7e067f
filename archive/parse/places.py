"""Names for places in a source, for messages."""

from __future__ import annotations

from archive.model.document import Line


def line_place(line: Line) -> str:
    """A line, for a note: "line 9", or "page 2, line 51" where there are pages."""
    return f"page {line.page}, line {line.number}" if line.page else f"line {line.number}"


def source_place(name: str, line: Line) -> str:
    """A line of a source, for a refusal: "seeds/x.txt, line 9"."""
    return f"{name}, {line_place(line)}"
