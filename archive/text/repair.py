"""Mends what an extractor broke in a line of text, by small named steps in a fixed order.

Text that was right is never altered. Every repair can be reported: a step says what it changed in which lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import ftfy
import msgspec

from archive.model.document import Line
from archive.model.question import Note
from archive.text.bullets import mend_glued_bullets, mend_private_bullet
from archive.text.normal_forms import normal_form

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_BLANKS = dict.fromkeys([0xA0, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)], " ")
_UNSEEN = dict.fromkeys(
    [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x200B, 0x2060, 0xFEFF, 0xFFFE]
)
# At the end of a line a soft hyphen is the mark of a broken word: joining lines takes it away.
_SOFT_HYPHEN = re.compile("\xad(?!\\s*$)")
_COMBINING = re.compile(r"[\u0300-\u036f]")
_EXAMPLES_IN_NOTE = 50
_EXAMPLE_REACH = 12


class Step(msgspec.Struct, frozen=True):
    """One kind of repair. `mend` gives the text of a line, the same where nothing is to be mended."""

    code: str
    message: str
    mend: Callable[[str], str]


class Repaired(msgspec.Struct, frozen=True):
    """Lines, and a note for each step that changed any."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]


def _mend_encoding(text: str) -> str:
    return text if text.isascii() else ftfy.fix_encoding(text)


def _compose(text: str) -> str:
    if _COMBINING.search(text) is None:
        return text
    return normal_form("NFC", text)


STEPS: tuple[Step, ...] = (
    Step("mojibake", "letters that a wrong decoding broke were mended", _mend_encoding),
    Step(
        "unseen_characters", "characters without a form were left out", lambda text: text.translate(_UNSEEN)
    ),
    Step("ligatures", "ligatures were written out", lambda text: text.translate(_LIGATURES)),
    Step("composed_letters", "letters and their accents were joined", _compose),
    Step("special_blanks", "special blanks became plain ones", lambda text: text.translate(_BLANKS)),
    Step("soft_hyphens", "soft hyphens were left out", lambda text: _SOFT_HYPHEN.sub("", text)),
    Step("private_bullets", "bullets of a private font became plain ones", mend_private_bullet),
)
_GLUED_BULLETS = Step("glued_bullets", "bullets glued to their text as a letter o were set apart", str)


def repair_lines(lines: Sequence[Line]) -> Repaired:
    """The lines after all steps. Their number stays the same; tables are left as they are."""
    texts = [line.text for line in lines]
    notes: list[Note] = []
    for step in STEPS:
        mended = [step.mend(text) if text else text for text in texts]
        notes += _note(step, lines, texts, mended)
        texts = mended
    mended = mend_glued_bullets(texts)
    notes += _note(_GLUED_BULLETS, lines, texts, mended)
    repaired = tuple(
        line if line.text == text else msgspec.structs.replace(line, text=text)
        for line, text in zip(lines, mended, strict=True)
    )
    return Repaired(repaired, tuple(notes))


def _note(step: Step, lines: Sequence[Line], before: Sequence[str], after: Sequence[str]) -> list[Note]:
    """A note with the lines that were changed, or none. Changes that cannot be seen are shown as code points."""
    changed = [index for index, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    if not changed:
        return []
    examples = "; ".join(
        dict.fromkeys(_difference(before[index], after[index]) for index in changed[:_EXAMPLES_IN_NOTE])
    )
    count = f"{len(changed)} lines" if len(changed) > 1 else "1 line"
    return [Note(step.code, f"{step.message} in {count}: {examples}", f"line {lines[changed[0]].number}")]


def _difference(before: str, after: str) -> str:
    """The words around the first difference: "'loonpremie Ã©n' to 'loonpremie én'"."""
    start = next(
        (index for index, (old, new) in enumerate(zip(before, after, strict=False)) if old != new),
        min(len(before), len(after)),
    )
    begin = max(before.rfind(" ", 0, start) + 1, start - _EXAMPLE_REACH)
    return f"{_shown(_word_at(before, begin, start))} to {_shown(_word_at(after, begin, start))}"


def _word_at(text: str, begin: int, changed: int) -> str:
    end = text.find(" ", changed + 2)
    return text[begin : end if end >= 0 else None]


def _shown(text: str) -> str:
    return "'" + "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in text) + "'"
