"""Whether every file of a site that is no page is what its name says, runs nothing, and says what its records say."""

from __future__ import annotations

import contextlib
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]

from archive.model.blocks import Table
from archive.model.record import Record, encode_record, record_blocks
from archive.render.shipped import shipped_folder
from archive.store.corpus import Corpus
from benchmarks.safety.payload_cells import (
    bibtex_faults,
    cell_faults,
    cells_of,
    csl_faults,
    ris_faults,
    says,
    squeezed,
)
from benchmarks.safety.payload_copies import copy_faults, is_harmless_member
from benchmarks.safety.payload_pages import address_fault
from benchmarks.safety.payload_site import PayloadSite, site_files

# Every sign of ASCII, but none that could end the text or the script.
_SHARD = re.compile(rb'P\("[a-z0-9-]+","(?:[^"\\\r\n]|\\[\\"nr])*",\d+\)\n')
_NO_ASCII = re.compile(rb"[\x80-\xff]")
_ENDINGS = frozenset(
    {
        "html", "css", "js", "svg", "png", "csv", "xml", "json", "txt", "sha256", "zip", "ris", "bib", "jsonl", "db",
        "atom",
    }
)  # fmt: skip
_ATOM, _SITEMAP = "http://www.w3.org/2005/Atom", "http://www.sitemaps.org/schemas/sitemap/0.9"
_OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
# A sitemap names the same page in other languages so.
_OTHER_LANGUAGE = (_SITEMAP, "{http://www.w3.org/1999/xhtml}link")
# What a browser takes for a page where a server tells it no type (https://mimesniff.spec.whatwg.org/).
_TAKEN_FOR_PAGE = re.compile(
    rb"[\t\n\f\r ]*<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|!--)[ >]",
    re.IGNORECASE,
)
_TAKEN_FOR_XML = re.compile(rb"[\t\n\f\r ]*<\?xml")
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def file_faults(site: PayloadSite) -> Iterator[str]:
    """Everything wrong with the files of a site, each with the name of its file."""
    with Corpus.open(site.corpus) as corpus:
        records = list(corpus.records())
        gone = tuple(one.id for one in corpus.withdrawals())
    for path in site_files(site.public):
        name = path.relative_to(site.public).as_posix()
        yield from (f"{name}: {fault}" for fault in _faults(name, path, records, gone))
    for path in site.copies:
        yield from (f"{path.name}: {fault}" for fault in copy_faults(path, site.public))
    yield from _table_faults(site.public, records)


def _faults(name: str, path: Path, records: Sequence[Record], gone: tuple[str, ...]) -> Iterator[str]:
    ending = path.suffix[1:]
    if not is_harmless_member(name) or ending not in _ENDINGS:
        yield "a name, or a type, of its own"
    if ending == "html":
        return
    content = path.read_bytes()
    # Every server knows what a text is, and no browser looks further then.
    if (ending != "txt" and _TAKEN_FOR_PAGE.match(content)) or (
        _TAKEN_FOR_XML.match(content) and ending not in {"xml", "atom", "svg"}
    ):
        yield f"a browser takes it for a page: {content[:40]!r}"
    if name.startswith("search/"):
        if not _SHARD.fullmatch(content) or _NO_ASCII.search(content):
            yield "no shard, or more than a shard"
    elif name.startswith("assets/"):
        yield from _asset_faults(path, content)
    elif ending in {"xml", "atom"}:
        yield from _xml_faults(name, content, records, gone)
    else:
        yield from _content_faults(ending, name, content, path, records)


def _asset_faults(path: Path, content: bytes) -> Iterator[str]:
    """What the program brings is what the browser gets: no document changes a byte of it."""
    shipped = shipped_folder("site") / path.name
    if shipped.is_file() and shipped.read_bytes() != content:
        yield "not the file that belongs to the program"
    if not shipped.is_file() and b"alert(" in content:
        yield "holds a text of a document"


def _content_faults(
    ending: str, name: str, content: bytes, path: Path, records: Sequence[Record]
) -> Iterator[str]:
    match ending:
        case "csv":
            yield from cell_faults(cells_of(content))
        case "json":
            json.loads(content)
            if name.endswith(".csl.json"):
                yield from csl_faults(content.decode(), records)
        case "ris":
            yield from ris_faults(content.decode(), records)
        case "bib":
            yield from bibtex_faults(content.decode(), records)
        case "jsonl":
            if content.splitlines() != [encode_record(record) for record in records]:
                yield "not the records of the corpus"
        case "db":
            yield from _database_faults(path, records)
        case "zip":
            yield from _zip_faults(content)
        case "svg" | "js":
            yield "a file that a browser runs"


def _xml_faults(name: str, content: bytes, records: Sequence[Record], gone: tuple[str, ...]) -> Iterator[str]:
    """XML that is not one of our three kinds, leads elsewhere, or says something else than the records."""
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        yield f"no XML: {error}"
        return
    space = root.tag.partition("}")[0].lstrip("{")
    if space not in {_ATOM, _SITEMAP, _OPENSEARCH} or b"<!DOCTYPE" in content or content.count(b"<?") != 1:
        yield "XML of another kind"
    for element in root.iter():
        if element.tag.partition("}")[0].lstrip("{") != space and (space, element.tag) != _OTHER_LANGUAGE:
            yield f"an element of its own: {element.tag}"
        fault = address_fault(element.get("href", ""), loads=False)
        if fault:
            yield fault
    if space == _ATOM and name.endswith((".atom", "nieuw.xml")):
        titles = [entry.findtext(f"{{{_ATOM}}}title", "") for entry in root.iter(f"{{{_ATOM}}}entry")]
        feed = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
        if len(feed.entries) != len(titles):
            yield f"a reader of feeds finds {len(feed.entries)} entries of {len(titles)}"
        # Those that are shown no more are told by their ids.
        kept = [title for title in titles if not title.endswith(gone)]
        yield from _feed_faults(kept, records, whole=name.endswith(".atom"))


def _feed_faults(found: Sequence[str], records: Sequence[Record], *, whole: bool) -> Iterator[str]:
    """Entries with titles of nobody, and records without an entry."""
    titles = {squeezed(_NO_XML.sub("", record.title)) for record in records}
    yield from (f"an entry of its own: {one[:80]!r}" for one in found if squeezed(one) not in titles)
    if whole and len(found) != len(records):
        yield f"{len(found)} entries of {len(records)} records"


def _database_faults(path: Path, records: Sequence[Record]) -> Iterator[str]:
    with contextlib.closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as database:
        titles = {title for (title,) in database.execute("SELECT title FROM questions")}
        titles |= {title for (title,) in database.execute("SELECT title FROM documents")}
        if titles != {record.title for record in records}:
            yield "titles are not those of the records"
        if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            yield "a damaged database"


def _zip_faults(content: bytes) -> Iterator[str]:
    """Members that would be unpacked elsewhere, and tables in it that run."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for member in packed.infolist():
            if not is_harmless_member(member.filename):
                yield f"a member that leads elsewhere: {member.filename[:120]!r}"
            if member.filename.endswith(".csv"):
                yield from (
                    f"{member.filename}: {fault}" for fault in cell_faults(cells_of(packed.read(member)))
                )


def _table_faults(public: Path, records: Sequence[Record]) -> Iterator[str]:
    """Tables that say something else in the file beside the page than in the record."""
    for record in records:
        tables = [block for block in record_blocks(record) if isinstance(block, Table)]
        for number, table in enumerate(tables, 1):
            place = f"{record.id}-tabel-{number}.csv"
            path = public / (f"vragen/{place}" if not record.id.startswith("documenten/") else place)
            if path.is_file() and not _same(cells_of(path.read_bytes()), (*table.header, *table.rows)):
                yield f"{place}: not the cells of the record"


def _same(found: Sequence[Sequence[str]], wanted: Sequence[Sequence[str]]) -> bool:
    return [len(row) for row in found] == [len(row) for row in wanted] and all(
        says(cell, text)
        for row, texts in zip(found, wanted, strict=True)
        for cell, text in zip(row, texts, strict=True)
    )
