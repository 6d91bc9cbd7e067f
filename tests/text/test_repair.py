from __future__ import annotations

import pytest

from archive.model.document import Line
from archive.text.repair import STEPS, repair_lines
from tests.conftest import SEEDS


def _repaired(*texts: str) -> tuple[list[str], list[str]]:
    repaired = repair_lines([Line(text, number) for number, text in enumerate(texts, 1)])
    return [line.text for line in repaired.lines], [note.code for note in repaired.notes]


@pytest.mark.parametrize(
    ("broken", "mended", "code"),
    [
        ("een loonpremie Ã©n ", "een loonpremie én ", "mojibake"),
        ("geâ€™mailde", "ge’mailde", "mojibake"),
        ("kof\ufb01e", "koffie", "ligatures"),
        ("1\u202f234\u00a0euro", "1 234 euro", "special_blanks"),
        ("werk\u00adloosheid", "werkloosheid", "soft_hyphens"),
        ("geïnd\u200biceerd", "geïndiceerd", "unseen_characters"),
        ("cafe\u0301", "café", "composed_letters"),
        ("\uf0a7 Maatwerkafdelingen", "• Maatwerkafdelingen", "private_bullets"),
        ("\uf0b7", "• ", "private_bullets"),
    ],
)
def test_a_step_mends_its_fault_and_leaves_a_note(broken: str, mended: str, code: str) -> None:
    assert _repaired(broken) == ([mended], [code])


@pytest.mark.parametrize(
    "text",
    [
        "‘reguliere economie’ – potentiële werkgevers, N-VA, CD&V, 3,5 %, CO2…",
        "São Paulo, Ångström, Ærø, naïeve façade, œuvre",
        "ook onder andere openbare oproepen over ouderen",
        "een soft hyphen aan het einde blijft: werk\u00ad",
        "  ingesprongen \t tekst  ",
    ],
)
def test_text_that_was_right_is_not_altered(text: str) -> None:
    assert _repaired(text) == ([text], [])


def test_steps_have_codes_of_their_own() -> None:
    assert len({step.code for step in STEPS}) == len(STEPS)


def test_glued_bullets_are_set_apart() -> None:
    """A line that goes on with an entry keeps its text."""
    lines, codes = _repaired(
        "niet gerapporteerd op dossierniveau:",
        "obegeleidingsvoorwaarden niet vervuld;",
        "ouiterste datum in dienst van ",
        "ondernemingen;",
        "overhoging van de premie.",
    )
    assert lines[1:] == [
        "• begeleidingsvoorwaarden niet vervuld;",
        "• uiterste datum in dienst van ",
        "ondernemingen;",
        "• verhoging van de premie.",
    ]
    assert codes == ["glued_bullets"]


@pytest.mark.parametrize(
    "texts",
    [
        ("de redenen:", "ondernemingen;", "overheden;", "ouderen."),
        ("octrooien worden niet geteld.", "ook niet."),
        ("oxq",),
    ],
)
def test_words_that_begin_with_an_o_are_no_bullets(texts: tuple[str, ...]) -> None:
    assert _repaired(*texts) == (list(texts), [])


def test_a_note_quotes_what_was_and_what_is_and_names_the_line() -> None:
    (note,) = repair_lines([Line("goed", 1), Line("loonpremie Ã©n begeleiding", 2)]).notes
    assert "'Ã©n' to 'én'" in note.message
    assert note.place == "line 2"


def test_the_seeds_have_the_faults_that_are_known_and_no_others() -> None:
    found = {
        path.name[:3]: [note.code for note in repair_lines(_lines(path.read_text("utf-8"))).notes]
        for path in sorted(SEEDS.iterdir())
    }
    assert found == {
        "000": [],
        "001": ["mojibake"],
        "002": ["glued_bullets"],
        "003": ["private_bullets"],
        "004": [],
    }


def _lines(text: str) -> list[Line]:
    return [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]
