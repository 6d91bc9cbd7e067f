"""What is killed: the reading of documents in all the ways it can go, builds, and whatever else writes to a disk."""

from __future__ import annotations

import zipfile
from pathlib import Path

from archive.build import build_site
from archive.config import Settings
from archive.store.corpus import Corpus
from archive.store.originals import original_files
from benchmarks.safety.questions import write_questions
from benchmarks.safety.scenes import Scene, Told, Work, commands, ingesting
from benchmarks.safety.standing import CORPUS

SITE = "public"
_FIRST, _SECOND, _THIRD, _FOURTH = (f"vraag-{number:04}.txt" for number in range(1, 5))
_NOBODY = Told()
_FILES = {
    "out.jsonl": "jsonl",
    "out.db": "sqlite",
    "out": "csv",
    "out.zip": "csv",
    "bag": "bag",
}


def _beginning(*before: Work) -> Work:
    """Lays documents ready in the folder "in", and does what is to be done before."""

    def prepare(folder: Path, told: Told) -> int:
        first, _, _, fourth = write_questions(folder / "in", 4)
        changed = first.read_text("utf-8").replace("Niet elk", "Lang niet elk")
        (folder / "in" / "changed.txt").write_text(changed, "utf-8", newline="\n")
        (folder / "in" / "refused.txt").write_bytes(bytes(range(256)))
        with zipfile.ZipFile(folder / "in" / "several.zip", "w") as several:
            several.write(fourth, "vraag.txt")
            several.writestr("refused.bin", bytes(300))
        return next((code for work in before if (code := work(folder, _NOBODY))), 0)

    return prepare


def _damage_an_original(folder: Path, told: Told) -> int:
    next(original_files(folder / CORPUS)).write_bytes(b"x")
    return 0


def _build_in_two(folder: Path, told: Told) -> int:
    with Corpus.open(folder / CORPUS) as corpus:
        build_site(corpus, Settings(), folder / SITE, processes=2)
    return 0


_EXPORTING = commands(*(f"export {form} -o {name}" for name, form in _FILES.items()))
_COPYING = commands("build --zip site.zip --zim site.zim")

INGESTS = (
    Scene("first documents", _beginning(), ingesting(_FIRST, _SECOND), tells=True),
    Scene(
        "a changed, a refused and an archived document",
        _beginning(ingesting(_FIRST)),
        ingesting("changed.txt", "refused.txt", "several.zip", _THIRD),
        tells=True,
    ),
    Scene(
        "an original put back",
        _beginning(ingesting(_FIRST, _SECOND), _damage_an_original),
        ingesting(_FIRST, _SECOND, _THIRD),
        tells=True,
    ),
)
BUILDS = (
    Scene("a first site", _beginning(ingesting(_FIRST, _SECOND)), commands("build"), (SITE,)),
    Scene(
        "a site over an older one",
        _beginning(ingesting(_FIRST, _SECOND), commands("build"), ingesting(_THIRD)),
        commands("build"),
        (SITE,),
    ),
    Scene(
        "a site made by two processes",
        _beginning(ingesting(_FIRST, _SECOND), commands("build"), ingesting(_THIRD)),
        _build_in_two,
        (SITE,),
    ),
)
EXPORTS = Scene(
    "exports over older ones",
    _beginning(ingesting(_FIRST, _SECOND), _EXPORTING, ingesting(_THIRD)),
    _EXPORTING,
    tuple(_FILES),
)
OUTPUTS = (
    Scene(
        "the index of the terminal",
        _beginning(ingesting(_FIRST, _SECOND), commands("search gemeentehuizen"), ingesting(_THIRD)),
        commands("search gemeentehuizen"),
        others=(f"{CORPUS}/index/",),
    ),
    EXPORTS,
    Scene(
        "a site with copies in one file over older ones",
        _beginning(ingesting(_FIRST, _SECOND), _COPYING, ingesting(_THIRD)),
        _COPYING,
        (SITE, "site.zip", "site.zim"),
    ),
)
