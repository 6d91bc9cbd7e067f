"""Asks a browser for suggestions from disk, and prints what each cold question loads and takes."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from archive.search.client import CLIENT
from archive.search.shard_files import ShardFolder
from benchmarks.browser_queries import launched
from tests.conftest import CHROMIUM_NAMES, ROOT

SCRIPTS = ("spelling", "complete", "suggest")
_CORRECT = """async (query) => {
    const shards = new ArchiveShards.Shards(new URL('search/', location).href);
    const started = performance.now();
    await ArchiveSuggest.corrections(shards, query);
    const cold = performance.now() - started;
    const again = performance.now();
    await ArchiveSuggest.corrections(shards, query);
    return [cold, performance.now() - again];
}"""
_COMPLETE = _CORRECT.replace("corrections(shards, query)", "completions(shards, query, query.length)")


def ask_browser(
    folder: Path, shards: ShardFolder, root: dict[str, Any], words: Sequence[str], typed: Sequence[str]
) -> None:
    """`folder` holds the shards in "search"; the page is written beside them."""
    shards.write_root({"format": _format(), "documents": 0, "suggestions": root})
    shutil.copytree(ROOT / "site", folder / "assets")
    names = dict.fromkeys([*CLIENT[:-2], *SCRIPTS])
    tags = "".join(f'<script src="assets/{name}.js"></script>' for name in names)
    (folder / "page.html").write_text(f'<!doctype html><meta charset="utf-8">{tags}', "utf-8")
    print(
        "\n| asked of Chromium, from disk | questions | KB loaded, median | most "
        "| ms cold, median | most | ms again, median |"
    )
    print("|---|---|---|---|---|---|---|")
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        print("\nNo Chromium: the browser was not asked.")
        return
    with launched(executable) as browser:
        for name, script, queries in (("corrections", _CORRECT, words), ("completions", _COMPLETE, typed)):
            loaded: list[float] = []
            times: list[list[float]] = []
            for query in queries:
                page = browser.new_page()
                sizes: list[int] = []
                page.on("request", lambda request, sizes=sizes: sizes.append(_size(folder, request.url)))
                page.goto((folder / "page.html").as_uri())
                times.append(page.evaluate(script, query))
                loaded.append(sum(sizes) / 1000)
                page.close()
            cold = [first for first, _ in times]
            print(
                f"| {name} | {len(queries)} | {statistics.median(loaded):.1f} | {max(loaded):.1f} "
                f"| {statistics.median(cold):.0f} | {max(cold):.0f} "
                f"| {statistics.median(again for _, again in times):.0f} |"
            )


def _size(folder: Path, url: str) -> int:
    """The bytes of a suggestion shard; 0 for the page, its scripts and the root."""
    path = folder / "search" / url.rsplit("/", 1)[-1]
    return path.stat().st_size if path.name[0] in "sw" and path.exists() else 0


def _format() -> int:
    from archive.search.shards import SHARD_FORMAT  # noqa: PLC0415 - the one thing wanted of it

    return SHARD_FORMAT
