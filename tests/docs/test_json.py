"""The names that the documentation gives for the JSON of each command are those of the real result."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from archive.cli.main import run
from tests.conftest import SEEDS
from tests.docs.commands import every_command, options
from tests.docs.pages import coded, rows, section

ROWS = [(coded(row[0])[0], row[1]) for row in rows(section("docs/guide.md", "## For programs"))]
# Told in a sentence below the table: the record itself, and a server that runs until it is stopped.
BESIDE = {"show", "serve"}


@pytest.fixture(scope="module")
def place(seed_corpus: Path, seed_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with the samples, their corpus and their site."""
    folder = tmp_path_factory.mktemp("place")
    for source, name in ((SEEDS, "seeds"), (seed_corpus, "corpus"), (seed_site, "public")):
        shutil.copytree(source, folder / name)
    return folder


@pytest.mark.parametrize(("line", "names"), ROWS, ids=[line for line, _ in ROWS])
def test_names_are_those_of_the_result(
    line: str, names: str, place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(place)
    assert run(shlex.split(line)[1:]) == 0
    result = json.loads(capfd.readouterr().out)
    assert list(result) == coded(re.sub(r"\([^)]*\)", "", names))
    for name, inner in re.findall(r"`(\w+)` \((`[^)]*)\)", names):
        assert list(result[name][0]) == coded(inner)


def test_every_command_with_json_is_told() -> None:
    told = {" ".join(shlex.split(line)[1:]) for line, _ in ROWS}
    for words, command in every_command():
        if words[-1] not in BESIDE and any("--json" in option.opts for option in options(command)):
            assert any(line.startswith(" ".join(words[1:])) for line in told), words
