"""The page of the query language names all of it, and what it says that queries find is true of the samples."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.search import query
from archive.search.index import search_corpus
from archive.search.query import parse_query
from archive.search.query_facets import KINDS
from archive.search.query_fields import FIELDS
from archive.search.query_tree import Facet
from archive.store.corpus import Corpus
from archive.text.tokens import fold
from tests.docs.pages import coded, page_text, rows, section

PAGE = "docs/queries.md"
# The query and its count: the table of fields has the query in the last cell but one, the others in the first.
COUNTED = [
    (coded(row[4] if len(row) == 6 else row[0])[0], int(row[-1]))
    for row in rows(page_text(PAGE))
    if row[-1].isdigit()
]


@pytest.fixture(scope="module")
def corpus(seed_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """A corpus of the samples of its own: the first query writes an index."""
    folder = shutil.copytree(seed_corpus, tmp_path_factory.mktemp("asked") / "corpus")
    with Corpus.open(folder) as corpus:
        yield corpus


@pytest.mark.parametrize(("text", "count"), COUNTED)
def test_query_finds_as_many_of_the_samples_as_the_page_says(text: str, count: int, corpus: Corpus) -> None:
    assert search_corpus(corpus, text).total == count


def test_most_examples_find_something() -> None:
    assert len(COUNTED) > 25
    assert all(count for _, count in COUNTED)


def test_every_field_is_told_with_its_name_in_each_language() -> None:
    """French names stand there with their accents, and are known without them."""
    told = rows(section(PAGE, "## Fields"))
    names = [[coded(cell)[0].rstrip(":") for cell in row[:3]] for row in told]
    assert {one for row in names for name in row for one in (name, fold(name))} == set(FIELDS)
    assert all(len({FIELDS[name] for name in row}) == 1 for row in names)


def test_example_of_a_field_uses_it() -> None:
    assert all(coded(row[4])[0].startswith(coded(row[0])[0]) for row in rows(section(PAGE, "## Fields")))


def test_every_kind_is_told_in_each_language() -> None:
    told = [[coded(cell)[0] for cell in row[:3]] for row in rows(section(PAGE, "## Kinds"))]
    trees = [{parse_query(text) for text in pair} for pair in told]
    assert all(len(tree) == 1 for tree in trees)
    found = {tree for pair in trees for tree in pair}
    assert {tree for tree in found if isinstance(tree, Facet)} == set(KINDS.values())


@pytest.mark.parametrize("names", [query._OR, query._AND, query._NOT])
def test_every_operator_is_told(names: frozenset[str]) -> None:
    told = {word for code in coded(section(PAGE, "## Words")) for word in code.split()}
    assert names <= told


def test_bounds_are_told() -> None:
    text = page_text(PAGE)
    assert f"at most {query.LONGEST_QUERY:,} characters, a phrase {query.LONGEST_PHRASE} words" in text
    assert f"(1 to {query.WIDEST_WINDOW})" in text
