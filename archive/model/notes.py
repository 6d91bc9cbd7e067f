"""What each code of a note tells: that something was repaired, guessed, contradicted or doubted."""

from __future__ import annotations

from typing import Literal

NoteKind = Literal["repair", "guess", "contradiction", "doubt"]

# In the order in which a reader wants to know of them.
NOTE_KINDS: tuple[NoteKind, ...] = ("contradiction", "guess", "doubt", "repair")

# repair: the text was broken by what carried it, and was mended; nothing that it says changed.
# guess: the source does not tell, and one of several readings was chosen.
# contradiction: the source says two things; both are kept.
# doubt: something is missing or odd, and stays as it is.
KIND_OF_CODE: dict[str, NoteKind] = {
    "answer_kind": "guess",
    "asker_contradiction": "contradiction",
    "broken_address": "repair",
    "broken_number": "repair",
    "broken_word": "repair",
    "composed_letters": "repair",
    "date_contradiction": "contradiction",
    "encoding": "guess",
    "glued_bullets": "repair",
    "glued_label": "repair",
    "glued_name": "repair",
    "impossible_date": "doubt",
    "label_gap": "doubt",
    "ligatures": "repair",
    "long_title": "guess",
    "merged": "repair",
    "minister_contradiction": "contradiction",
    "mojibake": "repair",
    "no_date": "guess",
    "no_question": "doubt",
    "no_title": "doubt",
    "number_contradiction": "contradiction",
    "number_form": "contradiction",
    "only_metadata": "doubt",
    "other_address": "contradiction",
    "page_furniture": "repair",
    "portfolio_form": "contradiction",
    "private_bullets": "repair",
    "soft_hyphens": "repair",
    "special_blanks": "repair",
    "table_guess": "guess",
    "text_before_question": "doubt",
    "themes_contradiction": "contradiction",
    "title_contradiction": "contradiction",
    "total_contradiction": "contradiction",
    "unknown_characters": "doubt",
    "unknown_name": "guess",
    "unseen_characters": "repair",
}


def note_kind(code: str) -> NoteKind:
    """The kind of a code; one that another program gave, and that is not listed, counts as a doubt."""
    return KIND_OF_CODE.get(code, "doubt")


def is_listed(code: str) -> bool:
    """True for a code of this program; a record that comes in as JSON may bring any other."""
    return code in KIND_OF_CODE
