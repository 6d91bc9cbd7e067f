"""What the browser's reader of shards does besides answering as the others do: reasons, loading, old browsers."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from archive.model.blocks import Paragraph
from archive.model.question import Body
from archive.model.record import Record
from archive.search.posting_columns import ZONE_MASKS
from archive.search.query import parse_query
from archive.search.scoring import LEVELS, impact, inside_impact, rarity, together_impact
from archive.search.zones import Zone
from tests.records import question
from tests.search.brute import Scan
from tests.search.conftest import MakePage
from tests.search.test_query_facets import QUERIES as FACET_QUERIES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WHY = "query => Vraagarchief.search(query, {why: true}).then(({hits}) => hits.map(({id, why}) => [id, why]))"
IDS = "query => Vraagarchief.search(query, {limit: 1000}).then(({hits}) => hits.map(({id}) => id))"


def written(number: int, title: str, text: str) -> Record:
    return question(
        id=f"2023-2024/an-peeters/{number}",
        number=number,
        title=title,
        question=Body(introduction=(Paragraph(text),)),
        answer=None,
    )


RECORDS = [
    written(
        1, "Premies", "Een loonpremie, bij het loon, en nog een premie voor de lokale diensteneconomie (LDE)."
    ),
    written(
        2,
        "Loonpremies",
        "De LDE krijgt subsidies, zegt de minister, en ook de lokale diensteneconomie (LDE).",
    ),
    written(3, "Stand van zaken", "De premie is er nog niet; wat is de stand van zaken?"),
    written(4, "Cijfers", "Hoeveel krijgt de LDE per jaar?"),
]


@pytest.fixture(scope="module")
def small_page(make_page: MakePage, browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto((make_page(RECORDS) / "page.html").as_uri())
    yield page
    page.close()


@pytest.fixture
def reasons(small_page: Page) -> Any:
    """Asks a query; gives by number of a question what it was found by, as {word: (how, forms, zones)}."""

    def asked(query: str) -> dict[int, dict[str, tuple[str, list[str], list[str]]]]:
        return {
            int(id.rsplit("/", 1)[1]): {one["word"]: (one["how"], one["forms"], one["zones"]) for one in why}
            for id, why in small_page.evaluate(WHY, query)
        }

    return asked


def test_impacts_are_those_of_python(page_from_disk: Page) -> None:
    strengths = [(LEVELS[typed], LEVELS[other]) for typed in range(16) for other in range(16)]
    worths = page_from_disk.evaluate(
        """strengths => strengths.map(([one, other]) => [
            ArchiveScoring.impact(ArchiveScoring.TYPED_WORTH * one + ArchiveScoring.OWN_WORTH * other),
            ArchiveScoring.impact(ArchiveScoring.INSIDE_WORTH * one),
        ])""",
        strengths,
    )
    assert worths == [[impact(one, other), inside_impact(one)] for one, other in strengths]
    assert page_from_disk.evaluate("() => ArchiveScoring.LEVELS") == list(LEVELS)


def test_impacts_of_words_together_are_those_of_python(page_from_disk: Page) -> None:
    zones = [*itertools.combinations_with_replacement(Zone, 3), (Zone.META,) * 40, (Zone.TABLE,)]
    counts = [[Counter(found)[zone] for zone in Zone] for found in zones]
    asked = page_from_disk.evaluate("counts => counts.map(ArchiveScoring.togetherImpact)", counts)
    assert asked == [together_impact(found) for found in zones]


def test_rarities_are_those_of_python(page_from_disk: Page) -> None:
    pairs = [(matches, documents) for documents in (1, 7, 300, 100_000) for matches in (0, 1, documents)]
    asked = page_from_disk.evaluate("pairs => pairs.map(pair => ArchiveScoring.rarity(...pair))", pairs)
    assert asked == [rarity(matches, documents) for matches, documents in pairs]


def test_zones_are_numbered_as_in_python(page_from_disk: Page) -> None:
    assert page_from_disk.evaluate("() => ArchiveScoring.ZONES") == [zone.name.lower() for zone in Zone]


def test_marks_stand_for_the_same_zones_as_in_python(page_from_disk: Page) -> None:
    """Each level and each code of a mask, and the masks that have a byte of their own."""
    pairs = [(level, mask) for level in range(16) for mask in (*ZONE_MASKS, 5, 255)]
    marks = [
        byte
        for level, mask in pairs
        for byte in (
            (level << 4 | ZONE_MASKS.index(mask),) if mask in ZONE_MASKS else (level << 4 | 15, mask)
        )
    ]
    found = page_from_disk.evaluate(
        """([marks, count]) => {
            const {levels, masks} = ArchiveLists.postings(Uint8Array.from(marks), 0, 0, 0);
            const read = ArchiveLists.postings(
                Uint8Array.from([...Array(count).fill(1), ...marks]), 0, count, count);
            return [levels.length + masks.length, [...read.levels], [...read.masks]];
        }""",
        [marks, len(pairs)],
    )
    assert found == [0, [level for level, _ in pairs], [mask for _, mask in pairs]]


def test_facets_are_asked_for_as_in_a_scan(records: list[Record], page_from_disk: Page) -> None:
    scan = Scan(records)
    for query in FACET_QUERIES:
        wanted = [scan.documents[number].record.id for number, _ in scan.search(parse_query(query))]
        assert page_from_disk.evaluate(IDS, query) == wanted, query


def test_a_form_is_told_from_its_inflection(reasons: Any) -> None:
    found = reasons("premies")
    assert found[1]["premies"] == ("form", ["premies", "premie"], ["question", "title"])
    assert found[3]["premies"] == ("inflection", ["premie"], ["question"])


def test_a_compound_is_named(reasons: Any) -> None:
    assert reasons("premie")[2]["premie"] == ("compound", ["loonpremies"], ["title"])


def test_an_abbreviation_is_told_for_its_long_form(reasons: Any) -> None:
    how, forms, zones = reasons("lokale diensteneconomie")[4]["lokale_diensteneconomie"]
    assert (how, forms, zones) == ("abbreviation", ["lde"], ["question"])


def test_phrases_and_beginnings_are_reasons(reasons: Any) -> None:
    found = reasons('"stand van zaken" subsid* OF "stand van zaken" prem*')
    assert found[3] == {
        "stand van zaken": ("phrase", ["stand", "van", "zaken"], ["question", "title"]),
        "prem*": ("prefix", ["premie"], ["question"]),
    }


def test_what_must_not_be_found_is_no_reason(reasons: Any) -> None:
    assert reasons("cijfers -premie") == {4: {"cijfers": ("form", ["cijfers"], ["title"])}}


def test_hits_tell_no_reasons_unless_asked(small_page: Page) -> None:
    assert (
        small_page.evaluate("() => Vraagarchief.search('premie').then(({hits}) => 'why' in hits[0])") is False
    )


def test_relatives_are_all_forms_that_stand_for_a_word(small_page: Page) -> None:
    asked = "form => Vraagarchief.relatives(form)"
    assert sorted(small_page.evaluate(asked, "premie")) == ["loonpremie", "loonpremies", "premie", "premies"]
    assert "lokale_diensteneconomie" in small_page.evaluate(asked, "lde")
    assert small_page.evaluate(asked, "bestaatniet") == []


def test_no_shard_is_loaded_twice(make_page: MakePage, records: list[Record], browser: Browser) -> None:
    """Neither by a query that needs one for several words, nor by those that follow."""
    page = browser.new_page()
    page.goto((make_page(records, 1024) / "page.html").as_uri())
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    for query in ("premie premies loonpremie prem*", 'premie "stand van zaken"', "premie", ""):
        page.evaluate("query => Vraagarchief.search(query, {why: true})", query)
    page.close()
    assert len(loaded) > 20
    assert [url for url, count in Counter(loaded).items() if count > 1] == []


def test_a_stop_word_in_a_phrase_costs_nothing(page_folder: Path, browser: Browser) -> None:
    """The word behind it tells of it: only that word is looked up."""
    page = browser.new_page()
    page.goto((page_folder / "page.html").as_uri())
    stops, looked_up, total = page.evaluate(
        """async () => {
            const [{stops}] = (await new ArchiveShards.Shards("search/").root()).segments;
            const looked = [];
            const {find} = ArchiveLexicon.Lexicon.prototype;
            ArchiveLexicon.Lexicon.prototype.find = function (term) {
                looked.push(term);
                return find.call(this, term);
            };
            let total = 0;
            for (const stop of stops) {
                total += (await Vraagarchief.search(`"${stop} maatwerkbedrijf"`)).total;
            }
            return [stops, looked, total];
        }"""
    )
    page.close()
    assert len(stops) == 15
    assert looked_up == ["maatwerkbedrijf"] * len(stops)
    assert total > 0


def test_an_old_browser_is_not_told_of_damage(page_folder: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.add_init_script("delete window.DecompressionStream")
    page.goto((page_folder / "page.html").as_uri())
    name = page.evaluate("() => Vraagarchief.search('premie').catch((error) => error.name)")
    known = page.evaluate(
        "() => Vraagarchief.search('premie').catch((error) => error instanceof Vraagarchief.UnsupportedError)"
    )
    page.close()
    assert (name, known) == ("UnsupportedError", True)


def test_a_browser_without_raw_inflation_is_an_old_one(page_folder: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.add_init_script(
        "window.DecompressionStream = class { constructor(form) { if (form !== 'gzip') throw new TypeError(form); } }"
    )
    page.goto((page_folder / "page.html").as_uri())
    name = page.evaluate("() => Vraagarchief.search('premie').catch((error) => error.name)")
    page.close()
    assert name == "UnsupportedError"


def test_an_unknown_facet_is_refused(page_from_disk: Page) -> None:
    asked = "options => Vraagarchief.search('premie', options).then(() => null, (error) => error.message)"
    for options in ({"facets": ["color"]}, {"filters": {"color": ["red"]}}):
        assert "there is no facet color; choose one of minister, asker" in page_from_disk.evaluate(
            asked, options
        )


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_pages_of_hits_are_stretches_of_the_whole(sort: str, page_from_disk: Page) -> None:
    asked = """([sort, limit, offset]) => Vraagarchief.search(
        'premie OF subsidie', {sort, limit, offset, facets: false}).then(({hits}) => hits.map(({id}) => id))"""
    whole = page_from_disk.evaluate(asked, [sort, 1000, 0])
    parts = [page_from_disk.evaluate(asked, [sort, 7, offset]) for offset in range(0, len(whole) + 7, 7)]
    assert len(whole) > 50
    assert list(itertools.chain.from_iterable(parts)) == whole


def test_queries_are_corrected_and_completed(
    make_page: MakePage, records: list[Record], browser: Browser
) -> None:
    """By the scripts for it, which come behind those of search."""
    page = browser.new_page()
    page.goto((make_page(records) / "page.html").as_uri())
    for name in ("spelling", "complete", "suggest", "search-assistance"):
        page.add_script_tag(url=f"assets/{name}.js")
    corrected = page.evaluate("() => Vraagarchief.corrections('begeleidng')")
    completed = page.evaluate("() => Vraagarchief.completions('begel', 5)")
    known = page.evaluate("() => Vraagarchief.corrections('begeleiding')")
    page.close()
    assert (corrected[0]["query"], known) == ("begeleiding", [])
    assert "begeleiding" in [completion["text"] for completion in completed]
