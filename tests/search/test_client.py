"""The client as one file: the same answers as from its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.search.client import BUNDLE, bare, write_bundle
from tests.conftest import ROOT
from tests.search.conftest import MakePage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from archive.model.record import Record

QUERIES = ["premie", '"stand van zaken" -LDE', "begeleid* OF thema:werk", "minister:demir van:2020"]
ASK = "queries => Promise.all(queries.map(query => Vraagarchief.search(query, {facets: ['theme']})))"

WRONG = """() => Vraagarchief.search('"stand van').catch(({code, mended}) => [code, mended])"""


def test_comments_and_indentation_go() -> None:
    script = '/**\n * What it is for.\n */\n\nconst a = "/** x */"; // kept\n  // gone\n  f(`//b`);\n'
    assert bare(script) == 'const a = "/** x */"; // kept\nf(`//b`);\n'


def test_no_script_has_a_text_over_several_lines() -> None:
    """Indentation may be taken away only where no template runs on over a line's end."""
    for path in (ROOT / "site").glob("*.js"):
        for line in path.read_text("utf-8").splitlines():
            marks = line.replace("\\`", "").replace('"`"', "").count("`")
            assert marks % 2 == 0, (path.name, line)


def test_the_bundle_answers_as_its_sources_do(
    records: list[Record], make_page: MakePage, browser: Browser, page_from_disk: Page
) -> None:
    folder = make_page(records)
    write_bundle(folder / "assets")
    (folder / "page.html").write_text(
        f'<!doctype html><meta charset="utf-8"><script src="assets/{BUNDLE}"></script>'
    )
    page = browser.new_page()
    page.goto((folder / "page.html").as_uri())
    answers = page.evaluate(ASK, QUERIES)
    wrong = page.evaluate(WRONG)
    page.close()
    assert answers == page_from_disk.evaluate(ASK, QUERIES)
    assert all(answer["total"] for answer in answers)
    assert [*answers[0]["facets"]] == ["theme"]
    # Who only searches does without the script that mends queries.
    assert wrong == ["open_quote", ""]
    assert page_from_disk.evaluate(WRONG) == ["open_quote", '"stand van"']


def test_a_comment_before_code_takes_nothing_of_the_code_with_it() -> None:
    script = "/** @type {Node} */ (one);\ntwo;\n/** Three. */\n// four\n  five;\n"
    assert bare(script) == "/** @type {Node} */ (one);\ntwo;\nfive;\n"
