"""The automatic numbers and bullets of a Word document."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.gold.make.package import NAMESPACES

_PARTS = 1
_BULLETS = {"-": 2, "•": 3, "o": 4, "\uf0b7": 5}
_BULLET_FONTS = {"o": "Courier New", "\uf0b7": "Symbol"}


@dataclass
class Numbering:
    """Hands out lists: one that counts on where it can, a new one where the count starts anew."""

    lists: list[str] = field(default_factory=list)
    counts: list[int] = field(default_factory=lambda: [0, 0])
    current: int = 0
    top: int = 0

    def restart(self) -> None:
        """The next part begins a new list (the answer counts apart from the question)."""
        self.current = 0
        self.counts = [0, 0]

    def skip(self, level: int, value: int) -> None:
        """A part whose number is typed: the next automatic one needs a list of its own."""
        self.current = 0
        self.counts = [value, 0] if level == 0 else [self.counts[0], value]

    def place(self, level: int, value: int) -> str:
        """The numbering properties of a part that prints `value` (1 is also "a") on a level."""
        # A list that began with "b)" has not counted the number above it, and programs differ in what comes next.
        follows = value == self.counts[level] + 1 and self.current and level >= self.top
        self.counts = [value, 0] if level == 0 else [self.counts[0], value]
        if not follows:
            self.current = self._new(_PARTS, {level: value})
            self.top = level
        return _properties(level, self.current)

    def bullet(self, mark: str) -> str:
        return _properties(0, self._new(_BULLETS[mark], {}))

    def _new(self, abstract: int, starts: dict[int, int]) -> int:
        number = len(self.lists) + 1
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{value}"/></w:lvlOverride>'
            for level, value in starts.items()
        )
        self.lists.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        )
        return number

    def part(self) -> str:
        """The numbering part of the document."""
        levels = _level(0, "decimal", "%1.", 360) + _level(1, "lowerLetter", "%2)", 720)
        abstracts = [_abstract(_PARTS, levels)]
        for mark, number in _BULLETS.items():
            abstracts.append(
                _abstract(number, _level(0, "bullet", mark, 720, _BULLET_FONTS.get(mark)), kind="hybrid")
            )
        return f"<w:numbering {NAMESPACES}>{''.join(abstracts)}{''.join(self.lists)}</w:numbering>"


def _properties(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _abstract(number: int, levels: str, kind: str = "multi") -> str:
    name = "multilevel" if kind == "multi" else "hybridMultilevel"
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{name}"/>{levels}</w:abstractNum>'


def _level(level: int, form: str, text: str, left: int, font: str | None = None) -> str:
    run = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>' if font else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr>{run}</w:lvl>'
    )
