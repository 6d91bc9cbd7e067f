"""What is looked at when the program was killed: what `archive verify` finds, and the site that follows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archive.errors import CorpusError
from archive.store.verify import verify_corpus
from benchmarks.safety.scenes import Told, at_home, commands
from benchmarks.safety.standing import files_of
from benchmarks.safety.strace import apart


def damage_of(corpus: Path) -> Iterator[str]:
    """What `archive verify` finds damaged in a corpus."""
    return findings_of(corpus, damage_alone=True)


def findings_of(corpus: Path, *, damage_alone: bool = False) -> Iterator[str]:
    """What `archive verify` finds in a corpus; nothing where there is none yet."""
    try:
        for finding in verify_corpus(corpus):
            if finding.is_damage or not damage_alone:
                yield f"{finding.kind} {Path(finding.place).name}: {finding.cause}"
    except CorpusError as error:
        if error.cause != "no corpus here":
            yield str(error)


def site_of(folder: Path) -> dict[str, str]:
    """The files of the site of the corpus in `folder`, built beside it; what was said where it could not be."""
    ended = apart(lambda: at_home(commands("build -o site-after"))(folder, Told()))
    return files_of(folder / "site-after") if ended.code == 0 else {"": ended.err}
