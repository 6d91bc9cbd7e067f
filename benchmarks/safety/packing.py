"""Builds the wheel and the sdist from a copy of the project that stands elsewhere, with other rights and times."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.safety.making import Circumstances, Files
from tests.conftest import ROOT

_NO_SOURCES = shutil.ignore_patterns(
    "__pycache__", "node_modules", ".*_cache", ".venv", ".git", "public", "corpus"
)
_LATEST = 2_000_000_000


def pack(circumstances: Circumstances) -> Files:
    """The SHA-256 of wheel and sdist. Raises CalledProcessError."""
    folder = Path(circumstances.folder)
    folder.mkdir(parents=True)
    source, made = folder / "source", folder / "made"
    shutil.copytree(ROOT, source, ignore=_NO_SOURCES)
    _age(source, circumstances)
    environment = os.environ | {
        "TZ": circumstances.zone,
        "LC_ALL": circumstances.locale,
        "PYTHONHASHSEED": circumstances.hashes,
    }
    environment.pop("SOURCE_DATE_EPOCH", None)
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(made), str(source)],
        env=environment,
        umask=circumstances.umask,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in made.iterdir()}


def _age(source: Path, circumstances: Circumstances) -> None:
    """Gives every file the rights that the umask leaves, but for those to be run, and a time of its own."""
    dice = random.Random(circumstances.order)
    for path in source.rglob("*"):
        if path.is_symlink():
            continue
        run = path.is_dir() or bool(path.stat().st_mode & 0o100)
        path.chmod((0o777 if run else 0o666) & ~circumstances.umask)
        moment = dice.randrange(_LATEST)
        os.utime(path, (moment, moment))
