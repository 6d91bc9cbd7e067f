"""What the suite of many commands at once sees with: commands in children, and a reader of a served site."""

from __future__ import annotations

import json
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.build.manifest import write_manifest
from benchmarks.safety.commands import Ended, killed_at_the_end, started
from benchmarks.safety.site_reader import SiteReader


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "public"
    folder.mkdir()
    for name in ("index.html", "over.html", "nieuw.html"):
        folder.joinpath(name).write_text(f"<p>{name}", "utf-8")
    write_manifest(folder)
    return folder


@pytest.fixture
def reader(site: Path, tmp_path: Path) -> Iterator[SiteReader]:
    with killed_at_the_end() as running:
        server = started(["serve", "--port", "0", "--json"], tmp_path, tmp_path / "screens")
        running.append(server)
        while not server.out().endswith("}\n"):
            assert not server.has_ended()
        port = int(json.loads(server.out())["address"].split(":")[2].strip("/"))
        yield SiteReader(port, site, random.Random(1))


def test_server_that_is_stopped_at_once_ends(site: Path, tmp_path: Path) -> None:
    """It begins with the signals of its parent, which may be deaf to the one that is to stop it."""
    with killed_at_the_end() as running:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            server = started(["serve", "--port", "0"], site.parent, tmp_path / "screens")
        finally:
            signal.signal(signal.SIGINT, before)
        running.append(server)
        assert server.stop().code in {0, 130}


def test_whole_site_is_not_called_broken(reader: SiteReader) -> None:
    reader.read(4)
    assert (reader.broken, reader.pages) == ([], 5)


def test_page_that_is_not_that_of_the_manifest_is_seen(reader: SiteReader, site: Path) -> None:
    site.joinpath("over.html").write_text("<p>half", "utf-8")
    reader.read(4)
    assert reader.broken == ["over.html: not the bytes of which the manifest tells"]


def test_page_that_is_gone_is_seen(reader: SiteReader, site: Path) -> None:
    site.joinpath("over.html").unlink()
    reader.read(4)
    assert reader.broken == ["over.html: answer 404"]


def test_command_tells_its_exit_code_and_its_screens(tmp_path: Path) -> None:
    ended = started(["search", "ronde"], tmp_path, tmp_path / "screens").ended()
    assert (ended.code, ended.out) == (1, "")
    assert "corpus: no corpus here" in ended.err


def test_fault_of_the_program_is_an_alarm(tmp_path: Path) -> None:
    def fault() -> None:
        raise ValueError("a fault")

    ended = started(["search", "ronde"], tmp_path, tmp_path / "screens", fault).ended()
    assert ended.alarm == "Traceback"


def test_words_of_a_library_are_an_alarm() -> None:
    assert Ended(("ingest",), 1, "", "error: database is locked").alarm == "database is locked"
