"""What each code of a note tells: that something was contradicted, guessed, doubted, repaired or kept."""

from __future__ import annotations

from typing import Literal

NoteKind = Literal["repair", "guess", "contradiction", "doubt", "kept"]

# In the order in which a reader wants to know of them.
NOTE_KINDS: tuple[NoteKind, ...] = ("contradiction", "guess", "doubt", "repair", "kept")

# repair: the text was broken by what carried it, and was mended; nothing that it says changed.
# guess: the source does not tell, and one of several readings was chosen.
# contradiction: the source says two things; both are kept.
# doubt: something is missing or odd, and stays as it is.
# kept: the source says something that no field of a record has a place for.
KIND_OF_CODE: dict[str, NoteKind] = {
    "answer_kind": "guess",
    "asker_contradiction": "contradiction",
    "attachment_link": "kept",
    "broken_address": "repair",
    "broken_number": "repair",
    "broken_word": "repair",
    "comment": "kept",
    "composed_letters": "repair",
    "converted": "kept",
    "date_contradiction": "contradiction",
    "deleted_rows": "kept",
    "deleted_text": "kept",
    "embedded_document": "doubt",
    "encoding": "guess",
    "formula_without_value": "doubt",
    "glued_bullets": "repair",
    "glued_label": "repair",
    "glued_name": "repair",
    "guessed_year": "guess",
    "hidden_sheet": "doubt",
    "hidden_text": "kept",
    "impossible_date": "doubt",
    "in_time": "kept",
    "kind_of_answer": "kept",
    "label_gap": "doubt",
    "ligatures": "repair",
    "link_target": "kept",
    "long_title": "guess",
    "merged": "kept",
    "minister_contradiction": "contradiction",
    "mojibake": "repair",
    "no_date": "guess",
    "no_question": "doubt",
    "no_title": "doubt",
    "number_contradiction": "contradiction",
    "number_form": "contradiction",
    "only_metadata": "doubt",
    "other_address": "contradiction",
    "other_file": "kept",
    "other_results": "kept",
    "page_furniture": "kept",
    "picture": "doubt",
    "portfolio_form": "contradiction",
    "private_bullets": "repair",
    "procedure": "kept",
    "soft_hyphens": "repair",
    "special_blanks": "repair",
    "sparse_sheet": "repair",
    "table_guess": "guess",
    "text_before_question": "kept",
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
