"""Whether the tables and references that a site hands out say what its documents say, and run nothing."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import bibtexparser  # type: ignore[import-untyped]
import rispy  # type: ignore[import-untyped]
from bibtexparser.bparser import BibTexParser  # type: ignore[import-untyped]
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db  # type: ignore[import-untyped]

from archive.model.record import Record

# OWASP, "CSV Injection"; the wide forms are read like the narrow ones by programs set to some languages.
_SIGNS = "=+-@＝＋－＠"
# Figures, and marks for none, begin with a sign and run nothing.
_FIGURE = re.compile(r"[+\-]?[\d.,\s\u00a0\u202f%€]*|\+/-|--")
_KNOWN_SCHEME = re.compile(r"https?://", re.IGNORECASE)
# LaTeX draws two of these as one other sign, and no reader tells them apart afterwards.
_DRAWN_TOGETHER = re.compile("[-–—'’‘`\"“”<>«»]")
# The reader's own table lacks LaTeX's names for braces in text, and takes an accent for the plain circumflex.
_SIGNS_OF_LATEX = (
    MacroTextSpec("textbraceleft", "{"),
    MacroTextSpec("textbraceright", "}"),
    MacroTextSpec("textasciicircum", "^"),
)


def cells_of(content: bytes) -> list[list[str]]:
    """The rows of a CSV file, whichever of the two separators it has."""
    text = content.decode("utf-8-sig")
    first = next(csv.reader(io.StringIO(text, newline=""), delimiter=";"), [])
    semicolon = content.startswith(b"\xef\xbb\xbf") or len(first) > 1
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if semicolon else ","))


def cell_faults(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Cells that a spreadsheet would run, and rows that are wider or narrower than the first."""
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            yield f"row {number} has {len(row)} cells, the first {len(rows[0])}"
        yield from (f"row {number} would be run: {cell[:80]!r}" for cell in row if is_run(cell))


def is_run(cell: str) -> bool:
    """Whether a spreadsheet may take a cell for a formula: it leaves out what has no form before it."""
    begin = next((sign for sign in cell if sign.isprintable() and not sign.isspace()), "")
    return cell[:1] in {"\t", "\r", "\n"} or (begin in _SIGNS and begin != "" and not _FIGURE.fullmatch(cell))


def says(cell: str, text: str) -> bool:
    """Whether a cell is a text, or that with the apostrophe before it that keeps it from being run."""
    return cell == text or (cell == f"'{text}" and is_run(text))


def squeezed(text: str) -> str:
    """A text as lists of references can hold it: on one line, without characters that have no form."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def ris_faults(text: str, records: Sequence[Record]) -> Iterator[str]:
    """What a reader of RIS gets that the records do not say, or does not get."""
    found: list[dict[str, Any]] = rispy.loads(text)
    addresses = [(_text(entry.get("urls")), _text(entry.get("file_attachments1"))) for entry in found]
    yield from _titles_differ("RIS", [str(entry.get("title", "")) for entry in found], _titles(records))
    yield from _addresses_differ("RIS", (address for pair in addresses for address in pair))
    keywords = [tuple(entry.get("keywords", ())) for entry in found]
    themes = [tuple(filter(None, map(squeezed, record.themes))) for record in records]
    if sorted(keywords) != sorted(themes):
        yield "RIS: themes are not those of the records"


def bibtex_faults(text: str, records: Sequence[Record]) -> Iterator[str]:
    """What a reader of BibTeX gets that the records do not say, or does not get."""
    parser = BibTexParser(common_strings=True, interpolate_strings=False, ignore_nonstandard_types=False)
    database = bibtexparser.loads(text, parser=parser)
    context = get_default_latex_context_db()
    context.add_context_category("signs", prepend=True, macros=_SIGNS_OF_LATEX)
    read = LatexNodes2Text(context, keep_comments=True, strict_latex_spaces=True).latex_to_text
    titles = [_DRAWN_TOGETHER.sub("", read(entry.get("title", ""))) for entry in database.entries]
    yield from _titles_differ("BibTeX", titles, [_DRAWN_TOGETHER.sub("", one.title) for one in records])
    yield from _addresses_differ("BibTeX", (entry.get("url", "") for entry in database.entries))
    if database.preambles or database.comments:
        yield "BibTeX: something stands between the entries"
    known = {
        "ENTRYTYPE", "ID", "author", "title", "institution", "type", "number", "year", "month", "date", "url", "note",
        "keywords", "language",
    }  # fmt: skip
    for entry in database.entries:
        if strange := set(entry) - known:
            yield f"BibTeX: fields of its own: {sorted(strange)}"


def csl_faults(text: str, records: Sequence[Record]) -> Iterator[str]:
    """What a reader of CSL-JSON gets that the records do not say, or does not get."""
    entries = json.loads(text)
    yield from _titles_differ("CSL", [str(entry.get("title", "")) for entry in entries], _titles(records))
    yield from _addresses_differ("CSL", (entry.get("URL", "") for entry in entries))


def _text(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _titles(records: Iterable[Record]) -> list[str]:
    return [record.title for record in records]


def _titles_differ(form: str, found: Iterable[str], titles: Iterable[str]) -> Iterator[str]:
    """Titles that came back otherwise; blanks may differ, for no reader keeps them all."""
    got = Counter("".join(title.split()) for title in found)
    wanted = Counter("".join(squeezed(title).split()) for title in titles)
    yield from (f"{form}: the title {title[:80]!r} does not come back" for title in wanted - got)
    yield from (f"{form}: a title of nobody: {title[:80]!r}" for title in got - wanted)


def _addresses_differ(form: str, addresses: Iterable[str]) -> Iterator[str]:
    for address in addresses:
        if address and not _KNOWN_SCHEME.match(address):
            yield f"{form}: leads to {address[:120]!r}"
