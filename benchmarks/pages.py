"""Measures how fast pages are made, how much of a site a build writes again, and what a page costs its reader.

    python -m benchmarks.pages [--documents 1000] [--changed 20] [--keep FOLDER] [--no-browser]

First the bytes of every seed question's page, and their median. Then copies of the two median seed questions
(page_copies.py), in turn and each alone. Rates are of one process and of as many as there are processors, beside a
plain Jinja template that puts out the same texts in the same run (the peer); in CPU seconds of each process, because
other work on the machine shares the processors. Then a build, the same again after some changes, and everything anew;
sizes of pages as a browser gets them, cold; and, in Chromium, from disk and web, how much the layout shifts and when
something is first painted, beside a bare page of the same size. Prints Markdown.
"""

from __future__ import annotations

import argparse
import gc
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, Template

from archive.build import build_site
from archive.build.pages import record_view, topics_views
from archive.build.processes import shared_out
from archive.config import Settings
from archive.ingest import ingest_paths
from archive.links.growing import grow_links
from archive.links.linking import Links
from archive.links.topics import Topic
from archive.model.question import Answer, Body, Part, WrittenQuestion
from archive.model.record import encode_record
from archive.render.shipped import shipped_folder
from archive.render.templates import PageTemplates, page_templates
from archive.render.views import PageView
from archive.search.children import processors
from archive.store.corpus import Corpus
from benchmarks.page_copies import SEEDS, copies, median_questions
from benchmarks.page_cost import print_costs, print_weights

_Kind = TypeVar("_Kind")
PEER = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{{ one.title }}</title></head><body>
<h1>{{ one.title }}</h1><p>{{ one.asker.name }}, {{ one.minister.name }}, {{ one.asked_on }}</p>
{% for body in (one.question, one.answer) %}{% for part in parts(body) %}<h2>{{ part.labels|join(", ") }}</h2>
{% for block in part.blocks %}{% if block.rows is defined %}<table>{% for row in block.rows %}<tr>
{%- for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>
{% elif block.text is defined %}<p>{{ block.text }}</p>{% endif %}
{% endfor %}{% endfor %}{% endfor %}</body></html>"""


def main() -> None:
    """Makes the corpus, and prints every table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--changed", type=int, default=20)
    parser.add_argument("--keep", type=Path, help="work in this folder and leave everything there")
    parser.add_argument("--no-browser", action="store_true", help="leave out what Chromium tells")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="pages-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        measure(folder, options.documents, options.changed, browser=not options.no_browser)
    finally:
        if options.keep is None:
            shutil.rmtree(folder)


def measure(folder: Path, documents: int, changed: int, *, browser: bool) -> None:
    patterns = median_questions()
    with Corpus.open(folder / "corpus", create=True) as corpus:
        if corpus.count() == 0:
            ingest(corpus, folder, copies(patterns, documents))
        print_seeds(folder)
        print(f"\n{corpus.count():,} questions, {processors()} processors\n")
        print_rates(corpus, folder, patterns)
        print_builds(corpus, folder, documents, changed)
        print_weights(folder / "public")
        if browser:
            print_costs(folder / "public")


def print_seeds(folder: Path) -> None:
    """The bytes of the page of every seed question, and their median."""
    with Corpus.open(folder / "seeds", create=True) as corpus:
        ingest_paths(corpus, [str(SEEDS)])
        maker = Maker(grow_links(corpus, folder / "seeds" / "links")[0])
        sizes = {
            one.id: maker.records([one])[1] for one in corpus.records() if isinstance(one, WrittenQuestion)
        }
    print("| seed question | bytes of its page |\n|---|---|")
    for id_, size in sorted(sizes.items(), key=itemgetter(1)):
        print(f"| {id_} | {size:,} |")
    print(f"| median | {statistics.median(sizes.values()):,.0f} |")


def ingest(corpus: Corpus, folder: Path, records: Iterable[WrittenQuestion]) -> None:
    lines = folder / "records.jsonl"
    lines.write_bytes(b"".join(encode_record(record) + b"\n" for record in records))
    ingest_paths(corpus, [str(lines)])


class Maker:
    """Makes pages, and counts their bytes. links: of all records that are asked for."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self.templates: PageTemplates = page_templates(Settings(), shipped_folder("templates"))

    def made(self, views: Iterable[PageView]) -> tuple[int, int]:
        """How many pages, and how many bytes."""
        sizes = [len(self.templates.page(view).encode("utf-8")) for view in views]
        return len(sizes), sum(sizes)

    def records(self, records: Sequence[WrittenQuestion]) -> tuple[int, int]:
        return self.made(record_view(record, self.links) for record in records)

    def topics(self, topics: Sequence[Topic]) -> tuple[int, int]:
        return self.made(topics_views(topics, self.links, self.templates.catalogue))


def print_rates(corpus: Corpus, folder: Path, patterns: Sequence[WrittenQuestion]) -> None:
    """Pages a second of each kind, by one process and by all; the peer's beside them."""
    links, _ = grow_links(corpus, folder / "links")
    maker = Maker(links)
    records = [record for record in corpus.records() if isinstance(record, WrittenQuestion)]
    short, long = (
        [record for record in records if record.source.bytes == pattern.source.bytes] for pattern in patterns
    )
    plain = Environment(autoescape=True).from_string(PEER, {"parts": _parts})
    print("| kind | pages | bytes a page | pages a CPU second, one process | all processes together |")
    print("|---|---|---|---|---|")
    for name, some in (("shorter median question", short), ("longer one", long), ("both", records)):
        print_rate(name, maker.records, some)
        print_rate(f"the same, plain Jinja, {name}", lambda few: _peer(plain, few), some)
    print_rate("topics", maker.topics, list(links.topics.values()))


def _parts(body: Body | Answer) -> tuple[Part, ...]:
    return (Part((), body.introduction), *body.parts, Part((), body.closing))


def _peer(template: Template, records: Sequence[WrittenQuestion]) -> tuple[int, int]:
    sizes = [len(template.render(one=record).encode("utf-8")) for record in records]
    return len(sizes), sum(sizes)


def print_rate(name: str, make: Callable[[Sequence[_Kind]], tuple[int, int]], some: Sequence[_Kind]) -> None:
    """One line. A rate is the sum of the pages a CPU second of the processes."""

    def share(number: int, count: int, _: object) -> tuple[int, int, float]:
        make(some[number : 20 * count : count])  # templates are compiled
        started = time.process_time()
        pages, size = make(some[number::count])
        return pages, size, time.process_time() - started

    gc.collect()
    one = shared_out(share, 1, Path(), lambda _: None)
    many = shared_out(share, processors(), Path(), lambda _: None)
    rates = [sum(pages / seconds for pages, _, seconds in told) for told in (one, many)]
    pages, size, _ = one[0]
    print(f"| {name} | {pages:,} | {size / pages:,.0f} | {rates[0]:,.0f} | {rates[1]:,.0f} |", flush=True)


def print_builds(corpus: Corpus, folder: Path, documents: int, changed: int) -> None:
    """What builds write: a first one, one without and with some changes, and one of everything."""
    site = folder / "public"
    print("\n| build | s | of which pages and files | pages a second | files | written | kept |")
    print("|---|---|---|---|---|---|---|")
    shutil.rmtree(site, ignore_errors=True)
    print_build("the first", corpus, site)
    print_build("nothing changed", corpus, site)
    others = copies(median_questions(), documents + changed)
    new = [one for one, _ in zip(others, range(changed), strict=False)]
    ingest(corpus, folder, new)
    print_build(f"{changed} questions came", corpus, site)
    print_build("everything anew (--full)", corpus, site, full=True)


def print_build(name: str, corpus: Corpus, site: Path, *, full: bool = False) -> None:
    linked = 0.0

    def watch(step: str, done: int, total: int) -> None:
        nonlocal linked
        if step == "links":
            linked = time.monotonic()

    report = build_site(corpus, Settings(), site, full=full, progress=watch)
    seconds = time.monotonic() - linked
    cells = (f"{number:,}" for number in (report.files, report.written, report.kept))
    print(
        f"| {name} | {report.seconds:.1f} | {seconds:.1f} | {report.pages / seconds:,.0f} | {' | '.join(cells)} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
