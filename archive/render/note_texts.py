"""Sentences of notes and checks in the language of the site.

A record has them in English, as sentences of a fixed form around pieces of the document. Each form stands here, as
the id of a message; a sentence of one of them is told in another language with the same pieces. A sentence of no
known form stays as it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from markupsafe import Markup

from archive.model.blocks import Check
from archive.model.question import Note
from archive.render.catalogue import Catalogue
from archive.render.escaping import marked
from archive.render.formats import day_text
from archive.render.quick_environment import written
from archive.render.wording import ANSWER_WORDING

_SAYS = "%(source)s says '%(theirs)s', the record has '%(ours)s'"
_REPAIRED = ("%(repair)s in %(count)s lines: %(examples)s", "%(repair)s in 1 line: %(examples)s")

REPAIRS: tuple[str, ...] = (
    "letters that a wrong decoding broke were mended",
    "characters without a form were left out",
    "ligatures were written out",
    "letters and their accents were joined",
    "special blanks became plain ones",
    "soft hyphens were left out",
    "bullets of a private font became plain ones",
    "bullets glued to their text as a letter o were set apart",
)

CHECK_TEXTS: tuple[str, ...] = (
    "%(place)s: rows give %(found)s, as printed",
    "%(place)s: rows give %(found)s and %(other)s, printed %(printed)s",
    "%(place)s: rows give %(found)s, printed %(printed)s",
    "%(place)s: columns give %(found)s, printed %(printed)s",
    "%(place)s: agrees with its %(count)s rows",
    "%(place)s: agrees with %(part)s / %(whole)s",
    "%(place)s: not %(part)s / %(whole)s in %(rows)s",
)

# By code; the first form that fits is taken, so that the narrower one of two stands first.
NOTE_TEXTS: dict[str, tuple[str, ...]] = {
    "answer_kind": ("read as %(kind)s: '%(sentence)s'",),
    "asker_contradiction": ("the answer names the asker '%(theirs)s', the question '%(ours)s'", _SAYS),
    "attachment_link": (
        "the record names an attachment: '%(title)s': %(address)s",
        "the record names an attachment: %(address)s",
    ),
    "broken_address": ("an address broken at the end of a line was joined: '%(joined)s'",),
    "broken_number": ("a number broken at the end of a line was joined: '%(joined)s'",),
    "broken_word": ("a word broken at the end of a line was joined: '%(joined)s'",),
    "comment": ("%(count)s comments beside the text that were left out",),
    "composed_letters": _REPAIRED,
    "converted": ("%(program)s turned the document into one that can be read",),
    "date_contradiction": (
        "the procedure says '%(status)s' on %(other_date)s, the record has '%(record_date)s'",
        "the answer says that the question is of %(answer_date)s, the question itself says %(question_date)s",
        _SAYS,
    ),
    "deleted_rows": ("%(count)s rows of tables that were deleted with tracked changes and left out",),
    "deleted_text": ("%(count)s words that were deleted with tracked changes and left out",),
    "embedded_document": ("%(count)s embedded documents that were not read",),
    "encoding": ("the text is not UTF-8 and was read as Windows-1252",),
    "formula_without_value": ("%(count)s formulas have no value kept with them; their cells stay empty",),
    "glued_bullets": _REPAIRED,
    "glued_label": ("'%(mark)s' stood glued to the sentence before it and was set apart",),
    "glued_name": ("the minister's name stood glued to the last line of the question and was set apart",),
    "guessed_year": (
        "the record has no parliamentary year; it is that of the day on which the question was asked",
    ),
    "hidden_sheet": ("the sheet '%(name)s' is hidden in the workbook",),
    "hidden_text": ("%(count)s hidden words that were left out",),
    "impossible_date": ("'%(printed)s' is no date that the calendar has",),
    "in_time": (
        "the service says that the answer came in time",
        "the service says that the answer came late",
    ),
    "kind_of_answer": ("the service calls the answer '%(kind_printed)s'",),
    "label_gap": ("part %(label)s does not follow on the part before it",),
    "ligatures": _REPAIRED,
    "link_target": (
        "'%(text)s' leads to %(target)s",
        "%(count)s more texts lead to other addresses",
    ),
    "long_title": ("the first lines are no title; their beginning stands as one",),
    "merged": ("the answer comes from %(source)s", "metadata come from %(source)s"),
    "minister_contradiction": (
        "the answer comes from '%(theirs)s', the question is put to '%(ours)s'",
        _SAYS,
    ),
    "mojibake": _REPAIRED,
    "no_date": (
        "the head has no date; the parliamentary year is that of the date in the answer, %(answer_date)s",
    ),
    "no_question": ("the document has the answer only; its question stands elsewhere",),
    "no_title": (
        "the document prints no title",
        "the document has no title; its number stands in place of one",
        "the record has no title; its number stands in place of one",
    ),
    "number_contradiction": ("the answer names question nr. %(printed)s, the question has nr. %(number)s",),
    "number_form": ("the answer prints the number as '%(printed)s', the question as '%(number)s'",),
    "only_metadata": ("the open-data service tells of the question; its text is not here",),
    "other_address": (_SAYS,),
    "other_file": ("the record names one more document: %(address)s",),
    "other_results": ("%(count)s results of the same list are no records: %(quoted)s",),
    "page_furniture": (
        "heads and feet of pages were left out: %(quoted)s; page numbers %(numbers)s",
        "heads and feet of pages were left out: page numbers %(numbers)s",
        "heads and feet of pages were left out: %(quoted)s",
    ),
    "picture": ("%(count)s pictures, drawings or embedded objects that were not read",),
    "portfolio_form": ("the answer prints the portfolio as '%(printed)s'",),
    "private_bullets": _REPAIRED,
    "procedure": (
        "the procedure says '%(status)s' without a date",
        "the procedure says '%(status)s' on %(when_date)s",
    ),
    "soft_hyphens": _REPAIRED,
    "special_blanks": _REPAIRED,
    "sparse_sheet": ("empty rows and columns between its cells were left out",),
    "table_guess": (
        (
            "of a table rebuilt from lines it was guessed which cells are empty in %(count)s of %(rows)s rows, "
            "from %(quoted)s on"
        ),
        "of a table rebuilt from lines it was guessed where the cells of the header meet",
        "of a table rebuilt from lines it was guessed which figures belong to the rows' names",
        "of a table rebuilt from lines it was guessed which rows have a name",
        "which lines above a table printed one cell a line are its header could not be told",
    ),
    "text_before_question": ("before the question stands: %(quoted)s",),
    "themes_contradiction": (_SAYS,),
    "title_contradiction": (
        "the record also has the subject '%(printed)s'",
        "the document itself prints the title '%(printed)s'",
        _SAYS,
    ),
    "total_contradiction": CHECK_TEXTS,
    "unknown_characters": ("for %(count)s characters the PDF does not tell which they are",),
    "unknown_name": (
        "'%(name)s' is not in the table of names; its capitals were set by rule; the table has '%(near)s'",
        "'%(name)s' is not in the table of names; its capitals were set by rule",
        "'%(name)s' is not in the table of names; the table has '%(near)s'",
        "'%(name)s' is not in the table of names",
    ),
    "unseen_characters": _REPAIRED,
}

PLACE_TEXTS: tuple[str, ...] = (
    "line %(number)s",
    "page %(number)s",
    "sheet %(name)s",
    "column %(name)s",
    "row %(name)s",
    "head of the answer",
    "head",
    "answer",
    "question",
    "title",
    "asker",
    "minister",
    "themes",
    "asked_on",
    "answered_on",
    "published_on",
    "links",
    "parliamentary_year",
    "dossier_id",
    "encoding",
    "pages",
    "source",
    "table",
    "tables",
    "text",
)

ALL_TEXTS: tuple[str, ...] = tuple(
    dict.fromkeys(
        (*(text for texts in NOTE_TEXTS.values() for text in texts), *CHECK_TEXTS, *PLACE_TEXTS, *REPAIRS)
    )
)
_PLACE = re.compile(r"%\((\w+)\)s")
# Pieces that are words of the document.
_PRINTED = frozenset(
    {"examples", "joined", "kind_printed", "name", "near", "ours", "printed", "quoted", "sentence", "status"}
    | {"text", "theirs", "title"}
)

# Turns words of the document into those that may stand on a page, as markup that tells their language.
Quoting = Callable[[str], Markup]


def note_text(note: Note, catalogue: Catalogue, quoting: Quoting | None = None) -> str | None:
    """The sentence of a note in the language of the catalogue; None where its form is not known.

    quoting: marks what the sentence quotes, and makes it markup; without it the sentence is plain text.
    """
    return _told(note.message, NOTE_TEXTS.get(note.code, ()), catalogue, quoting)


def check_text(check: Check, catalogue: Catalogue, quoting: Quoting | None = None) -> str | None:
    """The outcome of a check with its place; None where its form is not known. quoting: as for notes."""
    return _told(f"{check.place}: {check.message}", CHECK_TEXTS, catalogue, quoting)


def place_text(place: str, catalogue: Catalogue, quoting: Quoting | None = None) -> str:
    """A place in a document, "head of the answer, line 61"; what is not known of it stays as it is."""
    pieces = place.split(", ")
    told = [_told(piece, PLACE_TEXTS, catalogue, quoting) or piece for piece in pieces]
    return Markup(", ").join(told) if quoting else ", ".join(told)


def _told(
    sentence: str, forms: Iterable[str], catalogue: Catalogue, quoting: Quoting | None = None
) -> str | None:
    for form in forms:
        fixed, pattern = _pattern(form)
        # Most forms are told apart by their longest words, without trying the whole.
        if fixed in sentence and (match := pattern.fullmatch(sentence)):
            pieces = {
                name: quoting(piece)
                if quoting and name in _PRINTED
                else _piece(name, piece, catalogue, quoting)
                for name, piece in match.groupdict().items()
            }
            return _filled(catalogue.gettext(form), pieces, is_markup=quoting is not None)
    return None


def _filled(text: str, pieces: Mapping[str, str], *, is_markup: bool) -> str:
    told = list(_parted(text))
    told[1::2] = [pieces[name] for name in told[1::2]]
    return marked("".join(map(written, told))) if is_markup else "".join(told)


@cache
def _parted(text: str) -> tuple[str, ...]:
    """The fixed words of a form and, in turn with them, the names of its places."""
    return tuple(_PLACE.split(text))


@cache
def _pattern(form: str) -> tuple[str, re.Pattern[str]]:
    """The longest fixed words of a form, and what finds its pieces."""
    texts = _parted(form)
    pieces = (f"(?P<{text}>.+?)" if index % 2 else re.escape(text) for index, text in enumerate(texts))
    return max(texts[::2], key=len), re.compile("".join(pieces), re.DOTALL)


def _piece(name: str, piece: str, catalogue: Catalogue, quoting: Quoting | None) -> str:
    """A piece of a sentence; words of the program among them in the language too."""
    if name == "kind":
        return catalogue.gettext(ANSWER_WORDING.get(piece, piece)).lower()
    if name == "repair":
        return catalogue.gettext(piece)
    if name == "place":
        return place_text(piece, catalogue, quoting)
    if name == "examples":
        return piece.replace("' to '", "' → '")
    if name.endswith("_date"):
        return _day(piece, catalogue)
    return piece


def _day(piece: str, catalogue: Catalogue) -> str:
    try:
        return day_text(dt.date.fromisoformat(piece), catalogue.language)
    except ValueError:
        return piece
