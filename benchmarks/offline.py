"""Measures how large an archive is that is taken along: the site, its zip and its ZIM file, for 10,000 questions.

    python -m benchmarks.offline [--documents 1000] [--real] [--keep FOLDER]

Questions are made (see made_corpus.py), or with --real those of the Belgian Chamber from the shared material (../shared
or VRAAGARCHIEF_SHARED), with as many as there are at most. Sizes are counted in the folder and scaled to 10,000
questions; assets and the pages at the root do not grow with the corpus, and stay as they are. Prints Markdown.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import gzip
import itertools
import re
import shutil
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from archive.build import BuildReport, build_site
from archive.build.copies import Copies
from archive.build.zim_copy import check_libzim
from archive.config import Settings
from archive.errors import ArchiveError
from archive.ingest import ingest_paths
from archive.store.corpus import Corpus
from benchmarks import dekamer
from benchmarks.made_corpus import write_corpus
from tests.conftest import shared_folder

SCALE = 10_000
# What a file takes on most disks and sticks: whole blocks of so many bytes.
BLOCK = 4096
# Kinds of files by how their names begin and end, first match first; the last column tells whether they grow.
KINDS = (
    ("question pages", r"vragen/.*\.html", True),
    ("pages of supporting documents", r"documenten/.*\.html", True),
    ("pages of topics and lists", r".*/.*\.html", True),
    ("pages at the root", r"[^/]*\.html", False),
    ("search", r"search/.*", True),
    ("tables and figures (CSV)", r".*\.csv", True),
    ("feeds", r".*\.xml", True),
    ("assets", r"assets/.*", False),
    ("list of files, texts", r".*", True),
)
_TAGS = re.compile(rb"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)


@dataclasses.dataclass
class Share:
    """What the files of one kind take. blocks: bytes on a disk of whole blocks; packed: bytes within the zip."""

    grows: bool
    files: int = 0
    bytes: int = 0
    blocks: int = 0
    packed: int = 0


def main() -> None:
    """Makes the site and its copies, and prints what they take."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--real", action="store_true", help="real questions instead of made ones")
    parser.add_argument("--keep", type=Path, help="work in this folder and leave everything there")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="offline-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        measure(folder, options.documents, real=options.real)
    finally:
        if options.keep is None:
            shutil.rmtree(folder)


def measure(folder: Path, documents: int, *, real: bool) -> None:
    """Prints the tables for a corpus in `folder`, which is made where there is none."""
    if not (folder / "corpus").exists():
        fill(folder, documents, real=real)
    with Corpus.open(folder / "corpus") as corpus:
        started = time.monotonic()
        report = build_site(corpus, Settings(), folder / "public", copies=wanted(folder))
        seconds = time.monotonic() - started
    shares = shares_of(folder / "public", folder / "archief.zip")
    print(f"{report.records} {'real' if real else 'made'} questions; built and copied in {seconds:.0f} s\n")
    print_shares(shares, report.records)
    print_copies(report, shares)
    print_pages(folder / "public")


def fill(folder: Path, documents: int, *, real: bool) -> None:
    """Makes the corpus."""
    records = folder / "records.jsonl"
    if real:
        shared = shared_folder()
        if shared is None:
            sys.exit(
                "benchmark not run: ../shared is absent; set VRAAGARCHIEF_SHARED to the folder that holds data/"
            )
        dekamer.write_records(shared / "data" / dekamer.NAME, records)
        with records.open("rb") as lines:
            head = list(itertools.islice(lines, documents))
        records.write_bytes(b"".join(head))
    else:
        write_corpus(documents, folder, pages=False)
    with Corpus.open(folder / "corpus", create=True) as corpus:
        ingest_paths(corpus, [str(records)])


def wanted(folder: Path) -> Copies:
    """Both copies; without libzim the zip alone."""
    try:
        check_libzim()
    except ArchiveError as error:
        print(f"no ZIM file: {error}\n")
        return Copies(folder / "archief.zip")
    return Copies(folder / "archief.zip", folder / "archief.zim")


def shares_of(site: Path, packed: Path) -> dict[str, Share]:
    """What each kind of files takes."""
    shares = {name: Share(grows) for name, _, grows in KINDS}
    with zipfile.ZipFile(packed) as archive:
        for entry in archive.infolist():
            name = entry.filename.partition("/")[2]
            size = (site / name).stat().st_size
            share = shares[kind_of(name)]
            share.files += 1
            share.bytes += size
            share.blocks += -(-size // BLOCK) * BLOCK
            # Each name stands twice in a zip, with 30 and 46 bytes of facts.
            share.packed += entry.compress_size + 2 * len(entry.filename.encode()) + 76
    return shares


def kind_of(name: str) -> str:
    """The kind of a file of the site."""
    return next(kind for kind, pattern, _ in KINDS if re.fullmatch(pattern, name))


def print_shares(shares: dict[str, Share], records: int) -> None:
    """One line a kind, then their sum."""
    print(f"| for {SCALE:,} questions | files | MB | MB on a disk of {BLOCK} B blocks | MB in the zip |")
    print("|---|---|---|---|---|")
    scaled = {name: _scaled(share, records) for name, share in shares.items()}
    for name, share in scaled.items():
        print(_row(name, share))
    fields = ("files", "bytes", "blocks", "packed")
    total = Share(True, *(sum(getattr(share, field) for share in scaled.values()) for field in fields))
    print(_row("**all**", total))


def _scaled(share: Share, records: int) -> Share:
    factor = SCALE / records if share.grows else 1.0
    sizes = (share.files, share.bytes, share.blocks, share.packed)
    return Share(share.grows, *(round(size * factor) for size in sizes))


def _row(name: str, share: Share) -> str:
    megabytes = (f"{size / 1e6:.1f}" for size in (share.bytes, share.blocks, share.packed))
    return f"| {name} | {share.files:,} | {' | '.join(megabytes)} |"


def print_copies(report: BuildReport, shares: dict[str, Share]) -> None:
    """The copies as they are, and scaled by what of the site grows."""
    fixed = sum(share.packed for share in shares.values() if not share.grows)
    print(f"\n| copy | MB for {report.records:,} | MB for {SCALE:,} |\n|---|---|---|")
    for copy in report.copies:
        grown = (copy.bytes - fixed) * SCALE / report.records + fixed
        print(f"| {copy.kind} | {copy.bytes / 1e6:.1f} | {grown / 1e6:.1f} |")


def print_pages(site: Path) -> None:
    """How large the pages of questions are, and how much of them is text that a reader reads."""
    sizes = list(_page_sizes(site))
    print("\n| a question page | bytes | after gzip | text on it | rest, after gzip |\n|---|---|---|---|---|")
    columns = list(zip(*sizes, strict=True))
    for name, place in (("median", 0.5), ("of 100 the 95th", 0.95), ("largest", 1.0)):
        cells = (sorted(column)[round((len(sizes) - 1) * place)] for column in columns)
        print(f"| {name} | {' | '.join(f'{cell:,}' for cell in cells)} |")
    whole, text = (statistics.mean(columns[place]) for place in (0, 2))
    print(f"\nOf the bytes of a question page {text / whole:.0%} are text, the others markup.")


def _page_sizes(site: Path) -> Iterator[tuple[int, int, int, int]]:
    for path in sorted((site / "vragen").rglob("*.html")):
        page = path.read_bytes()
        text = b" ".join(_TAGS.sub(b" ", page).split())
        packed, packed_text = (len(gzip.compress(part, mtime=0)) for part in (page, text))
        yield len(page), packed, len(text), packed - packed_text


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main()
