"""What stands on the pages of a PDF: glyphs and ruling lines, read with pdfminer.six, in the order of the stream."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from traceback import walk_tb
from types import TracebackType
from typing import Any

import msgspec
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTItem, LTPage
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException
from pdfminer.utils import decode_text

from archive.errors import Refusal
from archive.extract.geometry import Glyph, Rule

# A glyph for which the font does not tell the character.
UNKNOWN = "\ufffd"
# In points: a rectangle thinner than this is a ruling line.
_THIN = 2.5
_SHORTEST_RULE = 3.0
# What comes of an operand, entry or number that is not what it should be.
_UNFORESEEN = (TypeError, LookupError, AttributeError, AssertionError, ArithmeticError)


class Page(msgspec.Struct, frozen=True):
    """One page. `upright` and `turned` glyphs are in the order of the stream; sizes are in points."""

    number: int
    width: float
    height: float
    upright: tuple[Glyph, ...]
    turned: tuple[Glyph, ...]
    rules: tuple[Rule, ...]


class OpenPdf:
    """A PDF whose pages can be read one after the other. Raises Refusal when it is encrypted or damaged."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        with _Refusing(name):
            self._document = PDFDocument(PDFParser(io.BytesIO(content)))

    def metadata(self) -> tuple[tuple[str, str], ...]:
        """Title and dates that the document tells of itself."""
        found: dict[str, str] = {}
        for entries in self._document.info:
            for key in ("Title", "CreationDate"):
                value = entries.get(key) if isinstance(entries, dict) else None
                text = decode_text(value).strip("\x00 ") if isinstance(value, bytes) else ""
                if text and text.isprintable():
                    found[key.casefold()] = text
        return tuple(found.items())

    def pages(self) -> Iterator[Page]:
        """The pages in order. Raises Refusal."""
        with _Refusing(self._name):
            resources = PDFResourceManager()
            device = _Device(resources, laparams=None)
            interpreter = PDFPageInterpreter(resources, device)
            for number, page in enumerate(PDFPage.create_pages(self._document), 1):
                interpreter.process_page(page)
                yield _page(device.get_result(), number)


class _Refusing:
    """Turns what pdfminer raises into refusals: its own errors, and those of what it did not foresee in a file."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        pass

    def __exit__(self, _type: object, error: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(error, (PDFPasswordIncorrect, PDFEncryptionError)):
            raise Refusal(
                self._name,
                "the PDF is encrypted",
                "save it without a password",
                code="encrypted",
            ) from error
        # A wrong filter or number in the file comes out of pdfminer as an error of the standard library.
        known = isinstance(error, (PDFException, PSException, ValueError, struct.error, RecursionError))
        if known or (isinstance(error, _UNFORESEEN) and _is_of_library(trace)):
            cause = f"the PDF is damaged ({str(error)[:200] or type(error).__name__})"
            raise Refusal(
                self._name, cause, "fetch it again or print it to PDF anew", code="damaged"
            ) from error


def _is_of_library(trace: TracebackType | None) -> bool:
    """Whether the library, and not this program, called last what raised the error."""
    callers = [str(frame.f_globals.get("__name__")).partition(".")[0] for frame, _ in walk_tb(trace)]
    return next((name for name in reversed(callers) if name in {"pdfminer", "archive"}), "") == "pdfminer"


class _Device(PDFPageAggregator):
    def handle_undefined_char(self, font: Any, cid: int) -> str:
        return UNKNOWN


def _page(layout: LTPage, number: int) -> Page:
    upright: list[Glyph] = []
    turned: list[Glyph] = []
    rules: list[Rule] = []
    left, top = layout.x0, layout.y1
    for shape in _walk(layout):
        if isinstance(shape, LTChar):
            (upright if shape.upright else turned).append(_glyph(shape, left, top))
        elif isinstance(shape, LTCurve):
            rules += _rules(shape, left, top)
    return Page(number, layout.width, layout.height, tuple(upright), tuple(turned), tuple(rules))


def _walk(layout: LTPage) -> Iterator[LTItem]:
    stack: list[Iterator[LTItem]] = [iter(layout)]
    while stack:
        shape = next(stack[-1], None)
        if shape is None:
            stack.pop()
        elif isinstance(shape, LTContainer):
            stack.append(iter(shape))
        else:
            yield shape


def _glyph(char: LTChar, left: float, top: float) -> Glyph:
    return Glyph(
        char.get_text(),
        char.x0 - left,
        char.x1 - left,
        top - char.y1,
        top - char.y0,
        "bold" in str(char.fontname).casefold(),
    )


def _rules(curve: LTCurve, left: float, top: float) -> list[Rule]:
    """The ruling lines of a drawn shape: itself when thin, the edges of a rectangle when they are stroked."""
    if not (curve.stroke or curve.fill):
        return []
    x0, x1, y0, y1 = curve.x0 - left, curve.x1 - left, top - curve.y1, top - curve.y0
    if y1 - y0 <= _THIN and x1 - x0 >= _SHORTEST_RULE:
        return [Rule(True, (y0 + y1) / 2, x0, x1)]
    if x1 - x0 <= _THIN and y1 - y0 >= _SHORTEST_RULE:
        return [Rule(False, (x0 + x1) / 2, y0, y1)]
    if not curve.stroke or len(curve.pts) not in {4, 5} or min(x1 - x0, y1 - y0) < _SHORTEST_RULE:
        return []
    return [Rule(True, y0, x0, x1), Rule(True, y1, x0, x1), Rule(False, x0, y0, y1), Rule(False, x1, y0, y1)]
