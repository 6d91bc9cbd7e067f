"""The pages that tell how well the documents were read."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from bs4 import BeautifulSoup

from archive.build.tally import ReadingTally
from archive.config import Settings
from archive.links import link_records
from archive.model.question import Answer, Note
from archive.model.record import Record
from archive.render.reading_pages import bare_name, reading_views
from archive.render.shipped import shipped_folder
from archive.render.templates import page_templates
from archive.store.rows import RefusedDocument
from tests.records import part, question

TEMPLATES = page_templates(Settings(), shipped_folder("templates"))
HOSTILE = '"><script>alert(1)</script>'


def refused(path: str, code: str = "empty", cause: str = "the file is empty") -> RefusedDocument:
    return RefusedDocument(path, code, path, cause, "", None, "x", "2024-06-01")


def pages(records: Sequence[Record], *refusals: RefusedDocument) -> dict[str, BeautifulSoup]:
    """The pages by address."""
    tally = ReadingTally()
    for record in sorted(records, key=lambda one: one.id):
        tally.add(record)
    links = link_records(records)
    return {
        view.address: BeautifulSoup(TEMPLATES.page(view), "html.parser")
        for view in reading_views(links, tally.facts(refusals))
    }


def rows(page: BeautifulSoup, selector: str) -> list[list[str]]:
    return [[cell.text for cell in row.find_all(["th", "td"])] for row in page.select(selector)]


def test_notes_stand_under_what_they_tell_with_the_documents_behind_them() -> None:
    made = pages(
        [
            question(1, notes=(Note("mojibake", "x"), Note("mojibake", "y"), Note("no_title", "x"))),
            question(2, notes=(Note("mojibake", "x"),)),
        ]
    )
    main = made["leesverslag.html"]
    assert rows(main, ".note-kind tbody tr") == [
        ["Geen titel", "1", "1"],
        ["Kapotte letters hersteld", "3", "2"],
    ]
    assert [heading.text for heading in main.select(".note-kind h3")] == [
        "Tegenspraak 0",
        "Vermoedens 0",
        "Twijfels 1",
        "Herstellingen 3",
        "Bewaard naast de tekst 0",
    ]
    assert main.select_one("a[href='leesverslag/mojibake.html']") is not None
    assert len(made["leesverslag/mojibake.html"].select(".card")) == 2
    assert len(made["leesverslag/no-title.html"].select(".card")) == 1


def test_codes_of_another_program_stand_together_and_lead_nowhere_else() -> None:
    made = pages([question(1, notes=(Note("../../x", "a"), Note(HOSTILE, "b"), Note("a_b", "c")))])
    assert set(made) == {"leesverslag.html", "leesverslag/andere.html"}
    assert rows(made["leesverslag.html"], ".note-kind tbody tr") == [["Andere opmerkingen", "3", "1"]]


def test_a_long_list_is_divided_into_pages() -> None:
    made = pages([question(number, notes=(Note("mojibake", "x"),)) for number in range(1, 451)])
    listed = [len(page.select(".card")) for address, page in made.items() if "mojibake" in address]
    assert listed == [250, 200]
    assert made["leesverslag/mojibake.html"].select_one("a[href='../leesverslag/mojibake/1.html']")


def test_parts_without_an_answer_are_counted_and_their_questions_listed() -> None:
    made = pages([question(1), question(2, answer=Answer("partial", parts=(part("1"),)))])
    facts = made["leesverslag.html"].select("[aria-labelledby=parts-title] dd")
    assert [fact.text for fact in facts] == ["4", "3", "0", "1"]
    (card,) = made["leesverslag/zonder-antwoord.html"].select(".card-title")
    assert card["href"] == "../vragen/2023-2024/jo-brouns/2.html#gelezen"


def test_a_refused_document_is_named_without_its_folder_and_with_the_reason() -> None:
    (main,) = pages([], refused("home/an/geheim/leeg.txt")).values()
    (entry,) = main.select(".refused li")
    assert entry.get_text(" ", strip=True) == "leeg.txt Het bestand is leeg (the file is empty)"
    assert "geheim" not in str(main)


def test_many_refused_documents_have_pages_of_their_own() -> None:
    made = pages([], *(refused(f"{number}.txt") for number in range(25)))
    main, listed = made["leesverslag.html"], made["leesverslag/geweigerd.html"]
    assert (len(main.select(".refused li")), len(listed.select(".refused li"))) == (20, 25)
    assert main.select(".counted li")[0].get_text(" ", strip=True) == "Het bestand is leeg 25"


def test_no_refused_document_brings_markup_into_a_page() -> None:
    (main,) = pages([], refused(HOSTILE, code=HOSTILE, cause=HOSTILE)).values()
    assert main.select("script:not([src]), main script") == []
    assert HOSTILE.rpartition("/")[2] in main.select(".refused li")[0].text


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/b.pdf", "b.pdf"),
        ("C:\\x\\b.pdf", "b.pdf"),
        ("b.pdf", "b.pdf"),
        ("x.zip/b.pdf", "b.pdf"),
        ("-", "-"),
    ],
)
def test_a_bare_name_has_no_folder(path: str, expected: str) -> None:
    assert bare_name(path) == expected


def test_an_empty_archive_has_a_report_too() -> None:
    (main,) = pages([]).values()
    assert "Er is geen document geweigerd." in main.text
