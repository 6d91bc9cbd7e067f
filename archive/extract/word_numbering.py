"""The automatic numbers of a Word document, counted as Word counts them (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import msgspec

from archive.extract.counting import Form, print_count
from archive.extract.line_maker import bullet_mark
from archive.extract.word_names import NAMES, W, number_at, switch_at, value_at, whole_number
from archive.extract.word_styles import Styles

_LEVELS = 9
_NO_LIST = "0"
_BULLET = "bullet"
_FORMS: dict[str, Form] = {
    "decimalZero": "padded",
    "lowerLetter": "letter",
    "upperLetter": "LETTER",
    "lowerRoman": "roman",
    "upperRoman": "ROMAN",
    "ordinal": "ordinal",
}
_AFTER = {"nothing": "", "space": " ", "tab": " "}
_PLACE = re.compile(r"%([1-9])")


class Level(msgspec.Struct, frozen=True):
    """One level of a list. form: as Word names it; text: "%1." or a bullet; restart: the level (from 1) whose count
    sets this one back, 0 for none, None for every higher one. plain: higher levels are printed in figures."""

    form: str
    text: str
    start: int
    restart: int | None
    after: str
    plain: bool
    style: str | None


class _List(msgspec.Struct, frozen=True):
    """A list that paragraphs name: its kind, and what it changes in it."""

    kind: str
    changed: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Gives the marks of paragraphs in reading order; lists of one kind count together."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._kinds: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        linked: dict[str, str] = {}
        for element in root.iterfind("w:abstractNum", NAMES):
            id = element.get(f"{W}abstractNumId", "")
            self._kinds[id] = _levels(element)
            link = value_at(element, "w:numStyleLink")
            if link is not None:
                linked[id] = link
        for element in root.iterfind("w:num", NAMES):
            changes = element.findall("w:lvlOverride", NAMES)
            starts = {_level_of(change): number_at(change, "w:startOverride") for change in changes}
            self._lists[element.get(f"{W}numId", "")] = _List(
                value_at(element, "w:abstractNumId") or "",
                {place: level for change in changes for place, level in _levels(change).items()},
                {place: start for place, start in starts.items() if start is not None},
            )
        for id, style in linked.items():
            # A kind of list may be defined by way of a style that names a list of another kind.
            named = next((own.list_id for _, own in self._styles.chain(style) if own.list_id), None)
            kind = self._lists[named].kind if named in self._lists else id
            self._kinds[id] = self._kinds.get(kind, {})

    def mark(self, properties: Element | None) -> str:
        """What is printed before a paragraph with these properties, with the blank after it; "" for no mark."""
        list_id, place = self._place(properties)
        if list_id is None or list_id == _NO_LIST or list_id not in self._lists:
            return ""
        found = self._lists[list_id]
        level = self._level(found, place)
        if level is None:
            return ""
        counts = self._counted(list_id, found, place, level)
        return self._printed(found, place, level, counts)

    def _place(self, properties: Element | None) -> tuple[str | None, int]:
        """The list and the level of a paragraph, from its own properties, else from its styles."""
        list_id = value_at(properties, "w:numPr/w:numId")
        place = number_at(properties, "w:numPr/w:ilvl")
        if list_id is None:
            for style_id, style in self._styles.paragraph_chain(value_at(properties, "w:pStyle")):
                if style.list_id is not None:
                    list_id = style.list_id
                    place = place if place is not None else self._style_level(style_id, style.level, list_id)
                    break
        return list_id, min(max(place or 0, 0), _LEVELS - 1)

    def _style_level(self, style_id: str, told: int | None, list_id: str) -> int:
        """The level that a list keeps for a style, else the one that the style names."""
        found = self._lists.get(list_id)
        levels = {**self._kinds.get(found.kind, {}), **found.changed} if found else {}
        return next((place for place, level in levels.items() if level.style == style_id), told or 0)

    def _level(self, found: _List, place: int) -> Level | None:
        return found.changed.get(place) or self._kinds.get(found.kind, {}).get(place)

    def _counted(self, list_id: str, found: _List, place: int, level: Level) -> list[int | None]:
        counts = self._counts.setdefault(found.kind, [None] * _LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for at in found.starts:
                counts[at] = None
        count = counts[place]
        counts[place] = _start(found, place, level) if count is None else count + 1
        for lower in range(place + 1, _LEVELS):
            below = self._level(found, lower)
            restart = below.restart if below else None
            if restart is None or place < restart:
                counts[lower] = None
        return counts

    def _printed(self, found: _List, place: int, level: Level, counts: list[int | None]) -> str:
        if level.form == _BULLET:
            return bullet_mark(level.text) if level.text else ""
        if level.form == "none":
            return ""

        def number(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            shown = self._level(found, at) or level
            count = counts[at] if at <= place else None
            form = "decimal" if level.plain else _FORMS.get(shown.form, "decimal")
            return print_count(_start(found, at, shown) if count is None else count, form)

        text = _PLACE.sub(number, level.text)
        return text + level.after if text else ""


def _start(found: _List, place: int, level: Level) -> int:
    return found.starts.get(place, level.start)


def _levels(element: Element) -> dict[int, Level]:
    """The levels that an element defines."""
    return {_level_of(level): _read_level(level) for level in element.iterfind("w:lvl", NAMES)}


def _level_of(element: Element) -> int:
    return min(max(whole_number(element.get(f"{W}ilvl")) or 0, 0), _LEVELS - 1)


def _read_level(element: Element) -> Level:
    start = number_at(element, "w:start")
    return Level(
        form=value_at(element, "w:numFmt") or "decimal",
        text=value_at(element, "w:lvlText") or "",
        start=0 if start is None else start,
        restart=number_at(element, "w:lvlRestart"),
        after=_AFTER.get(value_at(element, "w:suff") or "tab", " "),
        plain=bool(switch_at(element, "w:isLgl")),
        style=value_at(element, "w:pStyle"),
    )
