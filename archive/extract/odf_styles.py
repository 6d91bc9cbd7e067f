"""The styles of an OpenDocument: what paragraphs and pieces of text have of theirs, and how lists are numbered."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import msgspec

from archive.extract.counting import Form
from archive.extract.odf_names import FO, LOEXT, NAMES, STYLE, TEXT
from archive.extract.word_names import whole_number

_DEEPEST = 20
_BOLD_WEIGHT = 600
_FORMS: dict[str, Form] = {"1": "decimal", "a": "letter", "A": "LETTER", "i": "roman", "I": "ROMAN"}
_BULLETS = frozenset({f"{TEXT}list-level-style-bullet", f"{TEXT}list-level-style-image"})
_NUMBERS = frozenset({f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"})


class OdfStyle(msgspec.Struct, frozen=True):
    """What one style says itself; None where it leaves that to its parent."""

    parent: str | None
    list_style: str | None
    bold: bool | None
    hidden: bool


class OdfLevel(msgspec.Struct, frozen=True):
    """One level of a list. form: None where no number is printed; pattern: "%1%.%2%" where the style gives one.

    levels: how many levels are printed, this one the last.
    """

    form: Form | None
    bullet: str | None
    prefix: str
    suffix: str
    start: int
    levels: int
    pattern: str | None


class OdfStyles:
    """The styles of the parts content.xml and styles.xml; the former's own come first."""

    def __init__(self, *parts: Element | None) -> None:
        self._styles: dict[str, OdfStyle] = {}
        self._lists: dict[str, dict[int, OdfLevel]] = {}
        self.outline: dict[int, OdfLevel] = {}
        for part in parts:
            for element in part.iter(f"{STYLE}style") if part is not None else ():
                self._styles.setdefault(element.get(f"{STYLE}name", ""), _read_style(element))
            for element in part.iter(f"{TEXT}list-style") if part is not None else ():
                self._lists.setdefault(element.get(f"{STYLE}name", ""), _read_levels(element))
            for element in part.iter(f"{TEXT}outline-style") if part is not None else ():
                self.outline = self.outline or _read_levels(element)

    def _chain(self, name: str | None) -> Iterator[OdfStyle]:
        for _ in range(_DEEPEST):
            style = self._styles.get(name or "")
            if style is None:
                return
            yield style
            name = style.parent

    def is_bold(self, name: str | None) -> bool | None:
        """Whether a style is bold; None where it says nothing of it."""
        return next((style.bold for style in self._chain(name) if style.bold is not None), None)

    def is_hidden(self, name: str | None) -> bool:
        """Whether a style is one that nobody sees."""
        return any(style.hidden for style in self._chain(name))

    def list_style_of(self, name: str | None) -> str | None:
        """The list style that a paragraph's style names."""
        return next((style.list_style for style in self._chain(name) if style.list_style), None)

    def levels_of(self, list_style: str | None) -> dict[int, OdfLevel]:
        """The levels of a list style, counted from 0."""
        return self._lists.get(list_style or "", {})


def _read_style(element: Element) -> OdfStyle:
    text = element.find("style:text-properties", NAMES)
    weight = text.get(f"{FO}font-weight") if text is not None else None
    return OdfStyle(
        parent=element.get(f"{STYLE}parent-style-name"),
        list_style=element.get(f"{STYLE}list-style-name"),
        bold=None if weight is None else _is_bold(weight),
        hidden=text is not None and text.get(f"{TEXT}display") == "none",
    )


def _is_bold(weight: str) -> bool:
    number = whole_number(weight)
    return weight == "bold" if number is None else number >= _BOLD_WEIGHT


def _read_levels(element: Element) -> dict[int, OdfLevel]:
    levels: dict[int, OdfLevel] = {}
    for level in element:
        place = (whole_number(level.get(f"{TEXT}level")) or 1) - 1
        if level.tag in _BULLETS:
            levels[place] = OdfLevel(None, level.get(f"{TEXT}bullet-char", ""), "", "", 1, 1, None)
        elif level.tag in _NUMBERS:
            start = whole_number(level.get(f"{TEXT}start-value"))
            levels[place] = OdfLevel(
                form=_FORMS.get(level.get(f"{STYLE}num-format", "")),
                bullet=None,
                prefix=level.get(f"{STYLE}num-prefix", ""),
                suffix=level.get(f"{STYLE}num-suffix", ""),
                start=1 if start is None else start,
                levels=whole_number(level.get(f"{TEXT}display-levels")) or 1,
                pattern=level.get(f"{LOEXT}num-list-format"),
            )
    return levels
