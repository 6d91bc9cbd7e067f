"""Endings in the browser: out of shards of their own they are those of the whole lexicon, without loading that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from archive.model.record import Record
from archive.search.shard_endings import EndingsWriter
from archive.search.shard_files import ShardFolder
from archive.search.shard_reader import ShardReader
from tests.search.conftest import MakePage

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

# How many endings were asked of shards of endings and of leaves, and in which both differ.
DIFFERING = """async () => {
    const {segments} = await ArchiveSegments.archiveOf(Vraagarchief.shardsOf());
    const told = async (entry) => {
        const {numbers, levels, masks} = await entry.postings();
        const said = [entry.term, entry.isGone, [...numbers], [...levels], [...masks]];
        return numbers.length || entry.isGone ? [said] : [];
    };
    const all = async (entries) => JSON.stringify((await Promise.all((await entries).map(told))).flat());
    const wrong = [];
    let asked = 0;
    for (const {lexicon} of segments) {
        const terms = (await lexicon.endingAnywhere("")).map(({term}) => term);
        const forms = terms.filter((term, order) => order % 5 === 0 && !term.endsWith(ArchiveTerms.RECORD));
        const ends = forms.map((form, order) => Array.from(form).slice(-2 - (order % 6)).join(""));
        for (const end of new Set(ends)) {
            asked += 1;
            if ((await all(lexicon.ending(end))) !== (await all(lexicon.endingAnywhere(end)))) wrong.push(end);
        }
    }
    return [asked, wrong];
}"""


@pytest.mark.parametrize("shard_bytes", [1024, 32768, None])
def test_endings_are_those_of_the_whole_lexicon(
    shard_bytes: int | None, records: list[Record], make_page: MakePage, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto((make_page(records, shard_bytes) / "page.html").as_uri())
    asked, wrong = page.evaluate(DIFFERING)
    page.close()
    assert asked > 50
    assert wrong == []


def test_an_ending_loads_a_few_shards(records: list[Record], make_page: MakePage, browser: Browser) -> None:
    """And no more leaves than forms with long lists have."""
    folder = make_page(records, 1024)
    leaves = len(list((folder / "search").glob("l*.js")))
    page = browser.new_page()
    page.goto((folder / "page.html").as_uri())
    loaded = loads(page)
    page.evaluate("() => Vraagarchief.search('*heden', {facets: false, limit: 0})")
    page.close()
    assert loaded.count("e") in (1, 2)
    assert loaded.count("l") < leaves / 10


def test_a_missing_shard_of_endings_is_named(
    records: list[Record], make_page: MakePage, browser: Browser
) -> None:
    folder = make_page(records)
    for path in (folder / "search").glob("e*.js"):
        path.unlink()
    page = browser.new_page()
    page.goto((folder / "page.html").as_uri())
    shard = page.evaluate("() => Vraagarchief.search('*premie').catch((error) => error.shard)")
    found = page.evaluate("() => Vraagarchief.search('premie').then(({total}) => total)")
    page.close()
    assert shard[0] == "e"
    assert found > 0


def test_endings_of_characters_of_two_units_keep_them_whole(tmp_path: Path) -> None:
    """A form is turned round by characters: halves of one would not be text."""
    listed = EndingsWriter(ShardFolder(tmp_path), None, []).write(["ab😀", "x1", "b😁"])
    name = listed[0][1]
    content = ShardReader(tmp_path).bytes(name)
    assert listed == [("😀ba", name)]
    assert content[12:].startswith("😀ba|😁b".encode())


def loads(page: Page) -> list[Any]:
    """The kinds of the shards that the page loads from now on."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url.rsplit("/", 1)[-1][0]))
    return found
