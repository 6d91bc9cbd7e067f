"""Page numbers, running heads and feet: told from text by their place and by standing on several pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from archive.extract.page_lines import TextLine
from archive.model.question import Note

# The share of the height of the page, at its top and bottom, in which heads and feet stand.
_HEAD = 0.09
_FOOT = 0.9
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—.\s]*(?:pagina|pag\.?|blz\.?|p\.)?\s*\d{1,4}\s*(?:(?:/|van|-)\s*\d{1,4})?[-–—.\s]*", re.I
)
_SPACED_CAPITALS = re.compile(r"(?:[A-Z]\s){5}")


def take_out_furniture(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[Note]]:
    """The lines without heads and feet, and a note that quotes what was left out."""
    pages: defaultdict[str, set[int]] = defaultdict(set)
    for line in lines:
        if _is_at_edge(line) and line.table is None:
            pages[_DIGITS.sub("#", line.text)].add(line.page)
    kept: list[TextLine] = []
    left_out: dict[str, None] = {}
    for line in lines:
        repeated = len(pages.get(_DIGITS.sub("#", line.text), ())) > 1
        if line.table is None and _is_at_edge(line) and (repeated or _is_furniture(line.text)):
            left_out[line.text] = None
        else:
            kept.append(line)
    return kept, _notes(list(left_out))


def _is_at_edge(line: TextLine) -> bool:
    return line.bottom < _HEAD or line.top > _FOOT


def _is_furniture(text: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(text) or _SPACED_CAPITALS.match(text))


def _notes(texts: list[str]) -> list[Note]:
    """One note for what was left out; page numbers are counted, other text is quoted in full."""
    if not texts:
        return []
    numbers = [text for text in texts if _PAGE_NUMBER.fullmatch(text)]
    others = [text for text in texts if not _PAGE_NUMBER.fullmatch(text)]
    quoted = "; ".join([*others, *([f"page numbers {', '.join(numbers)}"] if numbers else [])])
    return [Note("page_furniture", f"heads and feet of pages were left out: {quoted}", "pages")]
