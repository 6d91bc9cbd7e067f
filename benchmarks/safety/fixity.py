"""Whatever is altered, lost, added or exchanged in a corpus or a site is found and named, and nothing else is."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from archive.cli.main import run as run_archive
from archive.store.corpus import Corpus
from benchmarks.safety.broken_fixity import trusting_verify
from benchmarks.safety.fixity_scene import NOW, Scene, make_scene, write_document
from benchmarks.safety.mutations import Altered, alter_file, distinct_files
from benchmarks.safety.row_mutations import alter_rows, told_by
from benchmarks.safety.suite import Outcome, Suite

Verify = Callable[[Scene], tuple[int, list[tuple[str, str]]]]
"""Gives the exit code, and kind and place of each finding of damage."""

_LONG = 1_000
_DAMAGED = 4
_CONTROL_POINTS = 9


def verify(scene: Scene) -> tuple[int, list[tuple[str, str]]]:
    """`archive verify` as a user has it."""
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        code = run_archive(["--corpus", str(scene.corpus), "verify", "-o", str(scene.site), "--json"])
    told = json.loads(written.getvalue() or '{"findings": []}')
    return code, [(one["kind"], one["place"]) for one in told["findings"] if one["damage"]]


def run(points: int, folder: Path, check: Verify = verify) -> Outcome:
    """Alters something so many times; and does what is allowed as many times, a third of it in a short run."""
    scene = make_scene(folder)
    site = folder / "site-as-built"
    shutil.copytree(scene.site, site)
    trials = _Trials(scene, site, check)
    clean = points if points >= _LONG else points // 3
    for number in range(points):
        trials.alter(random.Random(number))
    for number in range(clean):
        trials.use(random.Random(number))
    figures = {
        **{f"mutations of {what}": f"{count:,}" for what, count in sorted(trials.counts.items())},
        "clean runs": f"{clean:,}",
        "flipped bits of the database that changed nothing it says": f"{trials.harmless:,}",
        "written to after the mutation": f"{trials.written_after:,}",
    }
    return Outcome(points + clean, tuple(trials.broken), figures)


class _Trials:
    """What came of all trials. harmless: flipped bits that no row, no table and no mark shows."""

    def __init__(self, scene: Scene, site: Path, check: Verify) -> None:
        self._scene = scene
        self._site_as_built = site
        self._check = check
        self._files = {
            "originals": distinct_files(scene.corpus / "originals"),
            "the site": distinct_files(scene.site),
        }
        self._says = told_by(scene.database)
        self.broken: list[str] = []
        self.counts: Counter[str] = Counter()
        self.harmless = 0
        self.written_after = 0

    def alter(self, chance: random.Random) -> None:
        """One mutation, at times followed by honest work, and what the check says of it."""
        what = chance.choice(["originals", "the site", "rows", "rows", "the database file"])
        self.counts[what] += 1
        try:
            if what == "the database file":
                self._alter_database(chance)
            else:
                self._expect(self._altered(what, chance), chance, all_named=what != "rows")
        finally:
            self._scene.put_back()
            if what == "the site":
                shutil.rmtree(self._scene.site)
                shutil.copytree(self._site_as_built, self._scene.site)

    def _altered(self, what: str, chance: random.Random) -> Altered:
        if what == "rows":
            return alter_rows(self._scene.database, chance)
        return alter_file(self._files[what], chance)

    def _expect(self, altered: Altered, chance: random.Random, *, all_named: bool) -> None:
        """all_named: nothing but what was altered may be found. A lost row may leave others without what they name."""
        if chance.randrange(2):
            self._work()
        code, found = self._check(self._scene)
        faults = list(altered.faults(found))
        if not all_named:
            faults = [fault for fault in faults if "was not found" in fault]
        if code != _DAMAGED:
            faults.append(f"{altered.name}: exit code {code}")
        self.broken += faults[:1]

    def _work(self) -> None:
        """Honest work after the damage. It may refuse to go on; it may not make the damage look right."""
        self.written_after += 1
        with contextlib.suppress(Exception), Corpus.open(self._scene.corpus) as corpus:
            write_document(corpus, "later", "Later", b"later")

    def _alter_database(self, chance: random.Random) -> None:
        path = self._scene.database
        name = chance.choice(
            ["a flipped bit"] * 12 + ["cut off", "emptied", "deleted", "lengthened", "a link"]
        )
        _alter_file_of(path, name, chance)
        code, found = self._check(self._scene)
        names_it = any(not there.startswith(str(self._scene.corpus / "originals")) for _, there in found)
        if code == _DAMAGED and names_it:
            return
        if name == "a flipped bit" and told_by(path) == self._says:
            self.harmless += 1
            return
        self.broken.append(f"the database {name}: exit code {code}, found {found}")

    def use(self, chance: random.Random) -> None:
        """Something that is allowed, after which nothing may be found."""
        use = chance.choice(list(_USES))
        use(self._scene, chance)
        code, found = self._check(self._scene)
        if code or found:
            self.broken.append(f"a false alarm after {use.__name__.strip('_')}: exit code {code}, {found}")
        self._scene.put_back()


def _alter_file_of(path: Path, name: str, chance: random.Random) -> None:
    content = path.read_bytes()
    if name == "a flipped bit":
        place = chance.randrange(len(content))
        path.write_bytes(
            content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]
        )
    elif name == "cut off":
        os.truncate(path, chance.randrange(1, len(content)))
    elif name == "emptied":
        os.truncate(path, 0)
    elif name == "deleted":
        path.unlink()
    elif name == "lengthened":
        path.write_bytes(content + b"more")
    else:
        path.rename(path.with_name("elsewhere"))
        path.symlink_to("elsewhere")


def _looking(scene: Scene, chance: random.Random) -> None:
    with Corpus.open(scene.corpus) as corpus:
        assert list(corpus.records())


def _writing(scene: Scene, chance: random.Random) -> None:
    with Corpus.open(scene.corpus) as corpus:
        for number in range(chance.randrange(1, 4)):
            name = f"verslag-{chance.randrange(9)}"
            write_document(corpus, name, f"Titel {chance.random()}", f"{chance.random()} {number}".encode())


def _withdrawing(scene: Scene, chance: random.Random) -> None:
    with Corpus.open(scene.corpus) as corpus, corpus.writing() as writer:
        writer.withdraw("documenten/verslag-0", "een reden", now=NOW)
        if chance.randrange(2):
            writer.restore("documenten/verslag-0", now=NOW)


def _moving(scene: Scene, chance: random.Random) -> None:
    """A copy in another place, with other times, as a backup gives it back."""
    moved = shutil.copytree(scene.corpus, scene.folder / "moved", copy_function=shutil.copyfile)
    shutil.rmtree(scene.corpus)
    moved.rename(scene.corpus)


def _touching(scene: Scene, chance: random.Random) -> None:
    for path in scene.corpus.rglob("*"):
        os.utime(path, (chance.randrange(1 << 30), chance.randrange(1 << 30)))


def _being_interrupted(scene: Scene, chance: random.Random) -> None:
    """What a killed ingest leaves: an unfinished file, and an original that no row names."""
    folder = scene.corpus / "originals"
    next(folder.glob("??")).joinpath(f".new-{chance.randrange(1 << 20)}").write_bytes(b"half")


def _vacuuming(scene: Scene, chance: random.Random) -> None:
    with contextlib.closing(sqlite3.connect(scene.database)) as db:
        db.execute("VACUUM")


_USES = (_looking, _writing, _withdrawing, _moving, _touching, _being_interrupted, _vacuuming)


def control(folder: Path) -> Outcome:
    """A few mutations, judged by a check that trusts SQLite."""
    return run(_CONTROL_POINTS, folder, trusting_verify)


SUITE = Suite(
    name="fixity",
    short=90,
    long=_LONG,
    run=run,
    variant="a verify that trusts SQLite's integrity_check",
    control=control,
)
