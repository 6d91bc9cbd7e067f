"""Documents in another language than Dutch are searched by the words of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive.model.blocks import Paragraph
from archive.model.question import Body
from archive.model.record import Record
from archive.search.index import search_corpus
from archive.search.zones import passages
from archive.text.languages import DUTCH, ENGLISH, Language
from archive.text.tokens import tokens
from benchmarks.relevance_uk import NAME, read_questions
from tests.conftest import shared_folder
from tests.records import question
from tests.search.conftest import HandCorpus, MakePage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ASK = """queries => Promise.all(queries.map(async query => {
    const {total, hits} = await Vraagarchief.search(query, {limit: 10000});
    return [total, hits.map(({id, score}) => [id, score])];
}))"""
TEXTS = (
    "How many children wait for a place? The Financial Conduct Authority (FCA) organises a survey of policies.",
    "Whether a child may see a dentist, and what the Financial Conduct Authority costs.",
    "Whether the police were organised well, and what the FCA said of the policy.",
    "Whether the labour market of the news sector is new.",
)
QUERIES = (
    "child",
    "children",
    "policy",
    "police",
    "organised",
    "fca",
    "news",
    "new",
    '"a child"',
    "child* -dentist",
)
EXPECTED = {
    "child": {1, 2},
    "children": {1, 2},
    "policy": {1, 3},
    "police": {3},
    "organised": {1, 3},
    "fca": {1, 2, 3},
    "news": {4},
    "new": {4},
    '"a child"': {2},
    "child* -dentist": {1},
}
# Of each a form that real questions of the House of Commons have.
REAL_WORDS = """
child children policy policies police licence licensing organisation organisations recognised recognise people
person women centre centres made making taken written programme programmes costs assessed assessing analysis
universities university news new means government's hospital families statistics studied planned applying
""".split()  # noqa: SIM905

Found = tuple[int, list[list[object]]]


def english_records() -> list[Record]:
    return [
        question(number, title=f"Question {number}", question=Body((Paragraph(text),)), answer=None)
        for number, text in enumerate(TEXTS, 1)
    ]


def in_whoosh(corpus: HandCorpus, query: str, language: Language) -> Found:
    result = search_corpus(corpus, query, limit=10_000, language=language)
    return result.total, [[hit.id, hit.score] for hit in result.hits]


def in_browser(folder: Path, browser: Browser, queries: tuple[str, ...]) -> list[Found]:
    page: Page = browser.new_page()
    page.goto((folder / "page.html").as_uri())
    answers = page.evaluate(ASK, list(queries))
    page.close()
    return [(total, hits) for total, hits in answers]


def numbers(found: Found) -> set[int]:
    return {int(str(id).rpartition("/")[2]) for id, _ in found[1]}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> HandCorpus:
    return HandCorpus(english_records(), tmp_path_factory.mktemp("english"))


@pytest.mark.parametrize("query", QUERIES)
def test_whoosh_joins_english_words(corpus: HandCorpus, query: str) -> None:
    assert numbers(in_whoosh(corpus, query, ENGLISH)) == EXPECTED[query]


def test_the_browser_joins_english_words(make_page: MakePage, browser: Browser, corpus: HandCorpus) -> None:
    folder = make_page(english_records(), language=ENGLISH)
    found = in_browser(folder, browser, QUERIES)
    assert found == [in_whoosh(corpus, query, ENGLISH) for query in QUERIES]


def test_the_index_is_made_anew_for_another_language(tmp_path: Path) -> None:
    corpus = HandCorpus(english_records(), tmp_path)
    assert numbers(in_whoosh(corpus, "child", DUTCH)) == {2}
    assert numbers(in_whoosh(corpus, "child", ENGLISH)) == {1, 2}


@pytest.fixture(scope="module")
def real_records() -> Iterator[list[Record]]:
    shared = shared_folder()
    if shared is None:
        pytest.skip("did not run: the questions of the House of Commons are absent")
    yield list(read_questions(shared / "data" / NAME, 400)[:400])


def test_real_english_questions_are_found_by_any_form_of_a_word(
    real_records: list[Record], make_page: MakePage, browser: Browser, tmp_path: Path
) -> None:
    """Whoosh finds what a scan finds, and the browser the same in the same order."""
    forms = {
        record.id: {
            form.text for _, text in passages(record) for token in tokens(text) for form in token.forms
        }
        for record in real_records
    }
    families = {id: set(map(ENGLISH.family, found)) for id, found in forms.items()}
    corpus = HandCorpus(real_records, tmp_path)
    # Only what some document says is looked up: the lexicon knows no other forms.
    queries = tuple(word for word in REAL_WORDS if any(word in found for found in forms.values()))
    assert len(queries) > 25
    in_index = [in_whoosh(corpus, query, ENGLISH) for query in queries]
    for query, (_, hits) in zip(queries, in_index, strict=True):
        assert {id for id, _ in hits} == {id for id in families if ENGLISH.family(query) in families[id]}, (
            query
        )
    assert in_browser(make_page(real_records, language=ENGLISH), browser, queries) == in_index


def test_a_snippet_shows_the_english_word_that_was_found(tmp_path: Path) -> None:
    far = "Nothing of note stands here at all. " * 20
    found = question(8, question=Body((Paragraph(f"{far} The children wait. {far}"),)), answer=None)
    other = question(9, question=Body((Paragraph("One child waits."),)), answer=None)
    hits = search_corpus(HandCorpus([found, other], tmp_path), "child", language=ENGLISH).hits
    assert {hit.number: "children" in hit.snippet for hit in hits} == {8: True, 9: False}
