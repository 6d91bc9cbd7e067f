"""Words that point at one question: "nr. 386", "386 (2023-2024) Brouns", a file id, a pasted link, a date.

The words stay what they are, so nothing is lost that they find; what they point at is looked for besides, with
enough evidence that it comes before every document that only mentions it. site/query-pointers.js does the same.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archive.search.query_dates import date_span, parliamentary_year
from archive.search.query_tree import And, Dates, Number, Or, Phrase, Tree, Word, Year

MARKERS = frozenset((
    "n", "nr", "nrs", "no", "nos", "nummer", "nummers", "number", "numbers", "vraag", "vragen", "vraagnummer",
    "question", "questions", "sv", "pq",
))  # fmt: skip
# These stand before the id of a file or of a page.
ID_MARKERS = frozenset({"pfile", "dossier", "id", "document"})
# Nothing in a pointer depends on these.
_FILLERS = frozenset((
    "van", "aan", "op", "door", "over", "de", "het", "een", "dd", "from", "of", "to", "by", "on", "the", "en", "and",
    "schriftelijke", "written", "zittingsjaar", "zitting",
))  # fmt: skip
_JOINTS = frozenset({"en", "and", "of", "or"})
_LINKS = frozenset({"http", "https", "www"})
_NAME_ZONES = ("minister", "asker")
_SHORTEST_ID = 5
_LONGEST_NUMBER = 9
MOST_NUMBERS = 4
MOST_WORDS = 12
_DIGITS = re.compile(r"[0-9]+")
_CALENDAR_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_WITH_YEAR = re.compile(r"([0-9]{1,6})/([0-9]{4}[-/][0-9]{2,4})")
_MARKED = re.compile(r"(?:nr|no|sv)([0-9]{1,6})")


class _Piece(NamedTuple):
    """One branch of a query, or three that are a date.

    kind: target, number, date (of a day), calendar (a year as the date), year (parliamentary), marker, filler, rest
    (other words and phrases) or limit (everything else).
    """

    kind: str
    branch: Tree


class _Pointer(NamedTuple):
    """What the pieces of a query point at.

    targets: the evidence for each question pointed at; loose: whether the words beside it are sought anywhere and
    not in names alone; dates: more evidence, which a document may lack; rest: those words; limits: what each
    document must meet, years among them.
    """

    targets: tuple[Tree, ...]
    loose: bool
    dates: tuple[Tree, ...]
    rest: tuple[Tree, ...]
    limits: tuple[Tree, ...]


def with_pointers(tree: Tree) -> Tree:
    """The tree in which words that point at a question also find that question; what is under a NOT stays."""
    if isinstance(tree, Or):
        return Or(tuple(map(with_pointers, tree.of)))
    if isinstance(tree, And):
        plain = And(tuple(with_pointers(one) if isinstance(one, And | Or) else one for one in tree.of))
        return _pointed(plain, plain.of)
    return _pointed(tree, (tree,))


def is_marked(forms: Sequence[str]) -> bool:
    """Whether the words of what was typed without a blank, as "nr.386", are a marker and a number."""
    return len(forms) == 2 and forms[0] in MARKERS and _DIGITS.fullmatch(forms[1]) is not None


def _pointed(plain: Tree, branches: tuple[Tree, ...]) -> Tree:
    pointer = _pointer(tuple(_pieces(branches)))
    readings = () if pointer is None else tuple(_readings(pointer))
    return Or((plain, *readings), pointer=True) if readings else plain


def _pieces(branches: tuple[Tree, ...]) -> Iterator[_Piece]:
    place = 0
    after_marker = False
    while place < len(branches):
        forms = [_form(branch) for branch in branches[place : place + 3]]
        written = date_span(" ".join(forms)) if all(forms) and len(forms) == 3 else None
        if written is not None:
            piece = _Piece("date", Dates(*written))
        elif _CALENDAR_YEAR.fullmatch(forms[0]) and not after_marker:
            year = int(forms[0])
            piece = _Piece("calendar", Dates(dt.date(year, 1, 1), dt.date(year, 12, 31)))
        else:
            piece = _piece(branches[place])
        yield piece
        place += 1 if written is None else 3
        after_marker = piece.kind == "marker"


def _form(branch: Tree) -> str:
    """The form of a word that is sought anywhere; "" for every other branch."""
    return branch.form if isinstance(branch, Word) and branch.zone is None else ""


def _piece(branch: Tree) -> _Piece:
    if isinstance(branch, Phrase) and branch.zone is None:
        target = _linked(branch)
        return _Piece("rest", branch) if target is None else _Piece("target", target)
    form = _form(branch)
    return _word_piece(branch, form) if form else _Piece("limit", branch)


def _word_piece(branch: Tree, form: str) -> _Piece:
    if _DIGITS.fullmatch(form):
        return _Piece("number", branch)
    if form in MARKERS or form in ID_MARKERS:
        return _Piece("marker", branch)
    if form in _FILLERS:
        return _Piece("filler", branch)
    if (year := parliamentary_year(form)) is not None:
        return _Piece("year", Year(year))
    if (day := date_span(form)) is not None and day[0] == day[1]:
        return _Piece("date", Dates(*day))
    target = _written_together(form)
    return _Piece("rest", branch) if target is None else _Piece("target", target)


def _written_together(form: str) -> Tree | None:
    """What "sv386" or "386/2023-2024" points at."""
    if (marked := _MARKED.fullmatch(form)) is not None:
        return _numbered(marked[1])
    parts = _WITH_YEAR.fullmatch(form)
    year = None if parts is None else parliamentary_year(parts[2])
    return None if parts is None or year is None else _all_of(_numbered(parts[1]), Year(year))


def _linked(phrase: Phrase) -> Tree | None:
    """What a pasted link to a file or page, or the id of a record ("2023-2024/jo-brouns/386"), points at."""
    forms = [form for form, _ in phrase.words]
    if not _DIGITS.fullmatch(forms[-1]):
        return None
    if forms[0] in _LINKS and len(forms[-1]) >= _SHORTEST_ID:
        return _identified(forms[-1])
    if len(forms) == 3 and parliamentary_year(forms[0]) == forms[0] and len(forms[-1]) <= _LONGEST_NUMBER:
        names = (Word(name, "minister") for name in forms[1].split("-") if name)
        return _all_of(Year(forms[0]), _numbered(forms[-1]), *names)
    return None


def _numbered(digits: str) -> Tree:
    """What is evidence for a question with this number: more than any document has that mentions it."""
    return _all_of(Number(int(digits)), _identified(str(int(digits))))


def _identified(form: str) -> Tree:
    """The same for the id of a file or page, which is of one document alone."""
    own = Word(form, "meta")
    return And((Word(form), own, own))


def _pointer(pieces: tuple[_Piece, ...]) -> _Pointer | None:
    """What the pieces point at; None where they point at nothing."""
    targets = _marked_targets(pieces)
    numbers, years, dates, rest = (_of_kind(pieces, kind) for kind in ("number", "year", "date", "rest"))
    limits = (*years, *_of_kind(pieces, "limit"))
    evidence = (*dates, *_of_kind(pieces, "calendar"))
    if targets:
        return _Pointer(targets[:MOST_NUMBERS], True, evidence, rest, limits)
    if len(numbers) == 1:
        digits = _form(numbers[0])
        is_number = bool(years) and len(digits) <= _LONGEST_NUMBER
        # Without a year it may be the number of a question as well as the id of a file or page.
        target = _numbered(digits) if is_number else Word(digits, "meta")
        return _Pointer((target,), bool(years) or len(digits) >= _SHORTEST_ID, evidence, rest, limits)
    if dates:
        return _Pointer((), True, dates, (*rest, *numbers, *_of_kind(pieces, "marker")), limits)
    return None


def _of_kind(pieces: tuple[_Piece, ...], kind: str) -> tuple[Tree, ...]:
    return tuple(piece.branch for piece in pieces if piece.kind == kind)


def _marked_targets(pieces: tuple[_Piece, ...]) -> tuple[Tree, ...]:
    """The evidence for each number behind a marker ("nrs. 142 en 256"), and for links and ids."""
    found: list[Tree] = []
    marker = ""
    for piece in pieces:
        if piece.kind == "target":
            found.append(piece.branch)
        if piece.kind == "marker":
            marker = _form(piece.branch)
        elif piece.kind == "number" and marker:
            digits = _form(piece.branch)
            is_id = marker in ID_MARKERS or len(digits) >= _SHORTEST_ID
            found.append(_identified(digits) if is_id else _numbered(digits))
        elif _form(piece.branch) not in _JOINTS:
            marker = ""
    return tuple(found)


def _readings(pointer: _Pointer) -> Iterator[Tree]:
    """Every way to read a pointer; a question that several of them find has the scores of all."""
    if len(pointer.rest) > MOST_WORDS:
        yield from _readings_of_citation(pointer)
        return
    names = tuple(map(_in_names, pointer.rest))
    for target in pointer.targets:
        if pointer.loose:
            yield _all_of(target, *pointer.limits, *pointer.rest)
        if names or not pointer.loose:
            yield _all_of(target, *pointer.limits, *names)
        for date in pointer.dates:
            words = () if pointer.loose else names
            yield _all_of(target, *pointer.limits, date, *words)
    if not pointer.targets:
        for date in pointer.dates:
            yield _all_of(date, _of_that_time(date), *pointer.limits, *pointer.rest)


def _readings_of_citation(pointer: _Pointer) -> Iterator[Tree]:
    """A long text that gives number and year as well names the rest as somebody wrote it: no word need agree."""
    if pointer.loose and any(isinstance(limit, Year) for limit in pointer.limits):
        for target in pointer.targets:
            yield _all_of(target, *pointer.limits)
            for word in pointer.rest[:MOST_WORDS]:
                yield _all_of(target, *pointer.limits, _in_names(word))


def _all_of(*branches: Tree) -> Tree:
    """All of these, the branches of groups among them standing for themselves."""
    flat = tuple(one for branch in branches for one in (branch.of if isinstance(branch, And) else (branch,)))
    return flat[0] if len(flat) == 1 else And(flat)


def _in_names(branch: Tree) -> Tree:
    """A word or phrase in the names of minister and asker alone."""
    if isinstance(branch, Phrase):
        return Or(tuple(Phrase(branch.words, zone) for zone in _NAME_ZONES))
    return Or(tuple(Word(_form(branch), zone) for zone in _NAME_ZONES))


def _of_that_time(date: Tree) -> Tree:
    """A filter on a date scores nothing: the parliamentary year, one of two, gives a question its score."""
    assert isinstance(date, Dates)
    assert date.first is not None
    year = date.first.year
    years = (f"{first:04}-{first + 1:04}" for first in (year - 1, year))
    return Or((date, *(Word(one, "meta") for one in years)))
