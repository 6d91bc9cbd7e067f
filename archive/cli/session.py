"""The settings and the corpus of one run of the command."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import click
import msgspec

from archive.config import Settings, load_settings
from archive.store.corpus import Corpus


class Session(msgspec.Struct, frozen=True):
    """What was said before the name of the command: the folder of the corpus, the file of settings."""

    corpus: str | None
    config: Path | None

    def settings(self, **flags: str | int | None) -> Settings:
        """The settings in force; flags by name of setting. Raises ConfigError."""
        return load_settings({"corpus": self.corpus, **flags}, os.environ, Path(), self.config)

    def open_corpus(self, *, create: bool = False) -> Corpus:
        """The corpus of this run. Raises CorpusError."""
        return Corpus.open(Path(self.settings().corpus), create=create)


pass_session = click.make_pass_decorator(Session)


def command_line() -> str:
    """The command as it was given, for whoever has to wait for it."""
    return shlex.join(["archive", *sys.argv[1:]])


def example(line: str) -> str:
    """The end of a help text: a line to copy, which a test runs on the sample documents."""
    return f"\b\nExample:\n  {line}"
