"""By which words a sentence tells what its subject is."""

from __future__ import annotations

import pytest

from archive.text.languages import DUTCH, ENGLISH, Language
from archive.text.tells import marks_of, words_of


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (DUTCH, "Individueel maatwerk bestaat voor werkgevers uit een loonpremie.", {"defines"}),
        (DUTCH, "VDAB is bevoegd om de nood te bepalen.", {"defines"}),
        (DUTCH, "Sinds 1 juli trad het in werking.", {"begins"}),
        (DUTCH, "De premie werd omgevormd tot individueel maatwerk.", {"begins"}),
        (DUTCH, "Daarmee wil de overheid werkgevers ondersteunen.", {"intends"}),
        (DUTCH, "De premie bestaat al jaren.", set()),
        (DUTCH, "De premie is niet de oplossing.", set()),
        (DUTCH, "Er waren 1451 inschrijvingen.", set()),
        (ENGLISH, "The scheme is a grant for employers.", {"defines"}),
        (ENGLISH, "The Act came into force on 1 July.", {"begins"}),
        (ENGLISH, "The Department intends to publish a plan.", {"intends"}),
        (ENGLISH, "The scheme is not a grant.", set()),
    ],
)
def test_a_sentence_tells_by_its_marks(language: Language, sentence: str, expected: set[str]) -> None:
    assert {tell for _, tell in language.tells.told(words_of(sentence))} == expected


def test_a_mark_may_need_others_behind_it() -> None:
    (mark,) = set(marks_of("defines bestaat bestaan 3 uit van").values())
    assert (mark.tell, mark.then, mark.within) == ("defines", {"uit", "van"}, 3)


@pytest.mark.parametrize("language", [DUTCH, ENGLISH], ids=lambda one: one.code)
def test_every_language_has_marks_of_each_kind(language: Language) -> None:
    assert {mark.tell for mark in language.tells.marks.values()} == {"defines", "begins", "intends"}
