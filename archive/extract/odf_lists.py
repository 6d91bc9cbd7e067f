"""The numbers of lists and headings in an OpenDocument, counted as LibreOffice counts them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from archive.extract.counting import print_count
from archive.extract.line_maker import bullet_mark
from archive.extract.odf_names import TEXT, XML
from archive.extract.odf_styles import OdfLevel, OdfStyles
from archive.extract.word_names import whole_number

_LEVELS = 10
_PLACE = re.compile(r"%(\d{1,2})%")

Counts = list[int | None]


def advance(counts: Counts, place: int, levels: Mapping[int, OdfLevel], start: int | None = None) -> str:
    """Counts an entry on a level and gives what is printed before it, with a blank after it; "" for nothing.

    start: the number that the entry itself asks for.
    """
    level = levels.get(place)
    count = counts[place]
    first = level.start if level else 1
    counts[place] = start if start is not None else first if count is None else count + 1
    counts[place + 1 :] = [None] * (_LEVELS - place - 1)
    if level is None:
        return ""
    if level.bullet is not None:
        return bullet_mark(level.bullet)
    text = _printed(counts, place, level, levels)
    return f"{text} " if text.strip() else ""


def _printed(counts: Counts, place: int, level: OdfLevel, levels: Mapping[int, OdfLevel]) -> str:
    if level.form is None:
        return (level.prefix + level.suffix).strip()

    def number(at: int) -> str:
        shown = levels.get(at)
        if shown is None or shown.form is None or not 0 <= at <= place:
            return ""
        count = counts[at]
        return print_count(shown.start if count is None else count, shown.form)

    if level.pattern is not None:
        return _PLACE.sub(lambda found: number(int(found.group(1)) - 1), level.pattern)
    shown = [number(at) for at in range(max(place - level.levels + 1, 0), place + 1)]
    return level.prefix + ".".join(text for text in shown if text) + level.suffix


class OpenList:
    """A list that is being read: its style, its level from 0, and its counts, shared with the lists within it."""

    def __init__(self, style: str | None, place: int, counts: Counts) -> None:
        self.style = style
        self.place = place
        self.counts = counts
        # Of the entry being read: its style, the number that it asks for, whether its mark is still to be printed.
        self.entry_style = style
        self.start: int | None = None
        self.waits = False


class Lists:
    """Opens lists, and remembers those that later ones go on from."""

    def __init__(self, styles: OdfStyles) -> None:
        self._styles = styles
        self._by_id: dict[str, Counts] = {}
        self._by_style: dict[str | None, Counts] = {}
        self._headings: Counts = [None] * _LEVELS

    def open(self, element: Element, outer: OpenList | None) -> OpenList:
        """The list of an element within `outer`. A list of another style counts for itself."""
        style = element.get(f"{TEXT}style-name") or (outer.style if outer else None)
        place = min(outer.place + 1, _LEVELS - 1) if outer else 0
        wanted = element.get(f"{TEXT}continue-list")
        continued = self._by_id.get(wanted or "")
        goes_on = wanted is not None or element.get(f"{TEXT}continue-numbering") == "true"
        if outer and style == outer.style:
            counts = outer.counts
        elif continued is not None:
            counts = continued
        elif goes_on and style in self._by_style:
            # LibreOffice at times names a list that it did not write; the style tells which is meant.
            counts = self._by_style[style]
        else:
            counts = [None] * _LEVELS
        id = element.get(f"{XML}id")
        if id:
            self._by_id[id] = counts
        self._by_style[style] = counts
        return OpenList(style, place, counts)

    def enter(self, current: OpenList, entry: Element) -> None:
        """Begins an entry of a list; one that is only a header has no mark."""
        current.entry_style = entry.get(f"{TEXT}style-override") or current.style
        current.start = whole_number(entry.get(f"{TEXT}start-value"))
        current.waits = entry.tag == f"{TEXT}list-item"
        # A later list in the style of this entry goes on from it.
        self._by_style[current.entry_style] = current.counts

    def mark(self, current: OpenList, paragraph_style: str | None) -> str:
        """The mark of the entry being read, once; "" for its further paragraphs."""
        if not current.waits:
            return ""
        current.waits = False
        style = current.entry_style or self._styles.list_style_of(paragraph_style)
        return advance(current.counts, current.place, self._styles.levels_of(style), current.start)

    def heading_mark(self, heading: Element) -> str:
        """The number of a heading that stands in no list."""
        place = (whole_number(heading.get(f"{TEXT}outline-level")) or 0) - 1
        if not 0 <= place < _LEVELS or heading.get(f"{TEXT}is-list-header") == "true":
            return ""
        start = whole_number(heading.get(f"{TEXT}start-value"))
        return advance(self._headings, place, self._styles.outline, start)
