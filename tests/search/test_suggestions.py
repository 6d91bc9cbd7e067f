"""Corrections of queries; the same table goes through Python and through JavaScript in a real browser."""

from __future__ import annotations

import csv
import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from archive.search import suggestion_lists
from archive.search.corrections import corrections
from archive.search.edits import edits
from archive.search.shard_suggestions import write_suggestions
from archive.search.sounds import head_key, sound, tail_key
from archive.search.suggestion_lists import Listed, list_for, word_lists
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
CASES = json.loads((HERE / "suggestion_cases.json").read_text("utf-8"))
COUNTS = dict(CASES["forms"])
FORMS = sorted(COUNTS.items())
VALUES = CASES["values"]
MISSPELLINGS = list(csv.DictReader((HERE / "misspellings.csv").read_text("utf-8").splitlines()))
# In the order in which they need each other.
SCRIPTS = ("tokens", "query-errors", "query-values", "pace", "spelling", "complete", "suggest")
ASK = """async ({root, shards, counts, queries}) => {
    const folder = {root: async () => ({suggestions: root}), json: async (name) => shards[name]};
    const documentsOf = async (form) => counts[form] ?? 0;
    const found = [];
    for (const query of queries) {
        const told = await ArchiveSuggest.corrections(folder, query, counts ? documentsOf : undefined);
        found.push(told.map(({from, to, query}) => [from, to, query]));
    }
    return found;
}"""


class KeptShards:
    """As much of a folder of shards as suggestions are written to, kept in memory."""

    def __init__(self) -> None:
        self.payloads: dict[str, Any] = {}

    def write_json(self, kind: str, payload: Any) -> str:
        name = f"{kind}{len(self.payloads)}"
        self.payloads[name] = json.loads(json.dumps(payload))
        return name


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    for name in SCRIPTS:
        page.add_script_tag(path=ROOT / "site" / f"{name}.js")
    yield page
    page.close()


Ask = Callable[..., list[list[list[str]]]]


@pytest.fixture
def ask_browser(page: Page) -> Ask:
    """Corrections of queries by the browser, from the shards of some forms and values."""

    def ask(
        forms: Sequence[tuple[str, int]], values: Any, queries: Sequence[str], *, with_counts: bool = True
    ) -> list[list[list[str]]]:
        kept = KeptShards()
        root = write_suggestions(kept, forms, values)
        counts = dict(forms) if with_counts else None
        asked = {"root": root, "shards": kept.payloads, "counts": counts, "queries": list(queries)}
        found: list[list[list[str]]] = page.evaluate(ASK, asked)
        return found

    return ask


def ask(forms: Sequence[tuple[str, int]], values: Any, query: str) -> list[list[str]]:
    counts = dict(forms)
    found = corrections(word_lists(forms, values), query, lambda form: counts.get(form, 0))
    return [[correction.before, correction.to, correction.query] for correction in found]


def known_words() -> list[tuple[str, int]]:
    """The words that the misspellings stand for, with numbers of documents of every size."""
    words = sorted({row["meant"] for row in MISSPELLINGS})
    return [(word, 2 + (place * 37) % 4000) for place, word in enumerate(words)]


@pytest.mark.parametrize(("word", "heard", "head", "tail"), CASES["sounds"])
def test_sound_of_a_word(word: str, heard: str, head: str, tail: str) -> None:
    assert (sound(word), head_key(heard), tail_key(heard)) == (heard, head, tail)


@pytest.mark.parametrize(("one", "other", "most", "cost"), CASES["edits"])
def test_cost_of_edits(one: str, other: str, most: int, cost: int) -> None:
    assert edits(one, other, most) == cost


def test_the_browser_hears_and_compares_the_same(page: Page) -> None:
    heard = page.evaluate(
        """words => words.map((word) => ArchiveSpelling.sound(word))
            .map((heard) => [heard, ArchiveSpelling.headKey(heard), ArchiveSpelling.tailKey(heard)])""",
        [word for word, *_ in CASES["sounds"]],
    )
    assert heard == [expected for _, *expected in CASES["sounds"]]
    costs = page.evaluate(
        "pairs => pairs.map(([one, other, most]) => ArchiveSpelling.edits(one, other, most))", CASES["edits"]
    )
    assert costs == [cost for *_, cost in CASES["edits"]]


@pytest.mark.parametrize(("query", "expected"), CASES["corrections"])
def test_corrections_of_a_query(query: str, expected: list[list[str]]) -> None:
    assert ask(FORMS, VALUES, query) == expected


def test_the_browser_gives_the_same_corrections(ask_browser: Ask) -> None:
    told = ask_browser(FORMS, VALUES, [query for query, _ in CASES["corrections"]])
    assert told == [expected for _, expected in CASES["corrections"]]


@pytest.mark.parametrize(("words", "few"), [(5000, 5000), (40, 0)])
def test_browser_and_terminal_agree_however_many_lists_there_are(
    words: int, few: int, ask_browser: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggestion_lists, "HEAD_WORDS", words)
    monkeypatch.setattr(suggestion_lists, "TAIL_WORDS", words)
    monkeypatch.setattr(suggestion_lists, "_FEW_WORDS", few)
    forms = known_words()
    queries = [row["misspelt"] for row in MISSPELLINGS[::4]]
    queries += [f"{one} {other}" for one, other in itertools.pairwise(queries)][::7]
    assert ask_browser(forms, VALUES, queries) == [ask(forms, VALUES, query) for query in queries]


def test_without_counts_the_words_of_the_lists_are_known(ask_browser: Ask) -> None:
    told = ask_browser(FORMS, VALUES, ["begeleiding", "sentrum"], with_counts=False)
    assert told == [[], [["sentrum", "centrum", "centrum"]]]


def test_an_archive_without_words_has_no_corrections(ask_browser: Ask) -> None:
    assert ask_browser([], {}, ["begeleidng"]) == [[]] == [ask([], {}, "begeleidng")]


def test_most_real_misspellings_are_corrected_at_once() -> None:
    """The half that no rule was tuned on; the benchmark tells the figures on a real lexicon."""
    held_out = [row for row in MISSPELLINGS if row["half"] == "held out"]
    forms = known_words()
    right = sum(
        [to for _, to, _ in ask(forms, {}, row["misspelt"])][:1] == [row["meant"]] for row in held_out
    )
    assert len(held_out) >= 150
    assert right / len(held_out) > 0.97


def test_every_word_is_in_the_list_that_its_key_points_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggestion_lists, "HEAD_WORDS", 30)
    monkeypatch.setattr(suggestion_lists, "TAIL_WORDS", 30)
    monkeypatch.setattr(suggestion_lists, "_FEW_WORDS", 0)
    lists = word_lists(known_words(), {})
    assert len(lists.heads) > 8
    assert len(lists.tails) == suggestion_lists.TAIL_LISTS
    for word, _ in known_words():
        listed = list_for(lists.heads, head_key(sound(word)))
        assert word in [entry.form for entry in listed]


def test_lists_are_bounded_and_keep_the_most_frequent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggestion_lists, "HEAD_WORDS", 5)
    monkeypatch.setattr(suggestion_lists, "TAIL_WORDS", 5)
    monkeypatch.setattr(suggestion_lists, "_FEW_WORDS", 0)
    forms = known_words()
    lists = word_lists(forms, {})
    kept = [entry.form for found in lists.heads for entry in found.words]
    assert sorted(kept) == sorted(
        word for word, _ in sorted(forms, key=lambda entry: (-entry[1], len(entry[0]), entry[0]))[:80]
    )
    assert sum(len(found.words) for found in lists.tails) == 40


def test_words_of_one_document_are_left_out_where_there_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggestion_lists, "_FEW_WORDS", 2)
    lists = word_lists([("premie", 2), ("premei", 1), ("werk", 5)], {})
    assert [entry.form for entry in lists.heads[0].words] == ["premie", "werk"]


def test_shards_stay_bounded_whatever_the_corpus_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """All lists full: no more shards than there may be, and as many words as fit in them."""
    monkeypatch.setattr(suggestion_lists, "HEAD_WORDS", 50)
    monkeypatch.setattr(suggestion_lists, "TAIL_WORDS", 40)
    letters = "bdfgklmnprstvz"
    forms = [
        (f"{a}a{b}e{c}o", 2 + (x * 31 + y * 7 + z) % 900)
        for x, a in enumerate(letters)
        for y, b in enumerate(letters)
        for z, c in enumerate(letters)
    ]
    kept = KeptShards()
    root = write_suggestions(kept, forms, VALUES)
    directory = kept.payloads[root["corrections"]]
    assert (len(directory["heads"]), len(directory["tails"])) == (16, 8)
    assert len([name for name in kept.payloads if name.startswith("s")]) <= 25
    assert len([name for name in kept.payloads if name.startswith("w")]) <= 15
    sizes = [len(kept.payloads[name][1]) for _, name in directory["heads"]]
    assert max(sizes) <= 60


def test_names_are_listed_with_their_fields_however_rare() -> None:
    lists = word_lists([("werk", 8)], {"minister": [("Jo Brouns", 1)], "theme": [("Werk", 8)]})
    assert lists.heads[0].words == (Listed("brouns", 0, 1), Listed("jo", 0, 1), Listed("werk", 3, 4))
