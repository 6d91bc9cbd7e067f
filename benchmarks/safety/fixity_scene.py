"""A corpus with rows in every table and the site made of it, for suites that alter them."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import msgspec

from archive.build import build_site
from archive.config import Settings
from archive.errors import Refusal
from archive.ingest import ingest_paths
from archive.model.question import Links, Note, SourceFacts
from archive.model.supporting import SupportingDocument
from archive.store.corpus import Corpus
from archive.store.originals import sha256_of
from archive.store.rows import Fetch, Original, arrival_of
from archive.store.writer import RefusedPiece, stamp

SEEDS = Path(__file__).parent.parent.parent / "seeds"
NOW = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
_CACHES = ("index", "links", "shards")


class Scene(msgspec.Struct, frozen=True):
    """A folder with `corpus` and `public`, and the corpus as it was first, to be put back after each trial."""

    folder: Path
    pristine: Path

    @property
    def corpus(self) -> Path:
        return self.folder / "corpus"

    @property
    def site(self) -> Path:
        return self.folder / "public"

    @property
    def database(self) -> Path:
        return self.corpus / "archive.sqlite"

    def put_back(self) -> None:
        """Brings the corpus back to what it was first."""
        shutil.rmtree(self.corpus)
        shutil.copytree(self.pristine, self.corpus)


def make_scene(folder: Path) -> Scene:
    """Ingests the seeds, adds what fills the other tables, and builds the site."""
    scene = Scene(folder, folder / "pristine")
    with Corpus.open(scene.corpus, create=True) as corpus:
        ingest_paths(corpus, [str(SEEDS)])
        for number in range(6):
            write_document(corpus, f"verslag-{number}", f"Verslag {number}", b"verslag %d" % number)
        for number in range(3):
            write_document(corpus, f"verslag-{number}", f"Nieuw verslag {number}", b"nieuw %d" % number)
        with corpus.writing() as writer:
            for number in range(3):
                refusal = Refusal(f"{number}.pdf", "it is empty", "fetch it anew", code="empty")
                writer.refuse_without_bytes(RefusedPiece(f"in/{number}.pdf", refusal), now=NOW)
                sha256 = sha256_of(b"verslag %d" % number)
                address = f"https://example.org/{number}.txt"
                writer.note_fetch(Fetch(address, sha256, f'"{number}"', None, stamp(NOW)))
            writer.withdraw("documenten/verslag-5", "dubbel", successor="documenten/verslag-4", now=NOW)
            writer.withdraw("documenten/verslag-3", "ingetrokken", now=NOW)
        build_site(corpus, Settings(), scene.site)
    for cache in _CACHES:
        shutil.rmtree(scene.corpus / cache, ignore_errors=True)
    shutil.copytree(scene.corpus, scene.pristine)
    return scene


def write_document(corpus: Corpus, name: str, title: str, content: bytes) -> None:
    """Adds a document, or a newer state of it, as an ingest does."""
    sha256 = sha256_of(content)
    source = SourceFacts(f"{name}.txt", sha256, "text/plain", len(content), NOW)
    notes = (Note("guess", f"wat {title} zegt", None), Note("doubt", "een twijfel", "regel 2"))
    record = SupportingDocument(f"documenten/{name}", title, (), None, (), Links(), source, notes)
    original = Original(sha256, "text/plain", len(content), f"{name}.txt", "txt", stamp(NOW))
    with corpus.writing() as writer:
        writer.keep(content, original)
        writer.write(original, f"in/{name}.txt", [arrival_of(record)], now=NOW)
