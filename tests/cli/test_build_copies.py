"""The options --zip and --zim of archive build and archive publish, and the setting offline_zip."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def test_a_zip_is_made_beside_the_site_and_told(filled: Path, archive: Command) -> None:
    outcome = archive("build", "--zip", "archief.zip")
    assert outcome.code == 0
    assert "\narchief.zip: 0." in outcome.out and "SHA-256" in outcome.out
    with zipfile.ZipFile(filled / "archief.zip") as opened:
        assert "vraagarchief/index.html" in opened.namelist()


def test_both_copies_are_told_in_json_and_nothing_else_is(filled: Path, archive: Command) -> None:
    """libzim says on standard output what it does."""
    told = json.loads(archive("build", "--json", "--zip", "a.zip", "--zim", "a.zim").out)
    assert {copy["kind"]: copy["path"] for copy in told["copies"]} == {"zip": "a.zip", "zim": "a.zim"}
    assert [copy["bytes"] for copy in told["copies"]] == [
        (filled / name).stat().st_size for name in ("a.zip", "a.zim")
    ]


def test_publish_makes_copies(place: Path, archive: Command) -> None:
    outcome = archive("publish", "seeds", "--zip", "a.zip", "--zim", "a.zim")
    assert outcome.code == 0
    assert (place / "a.zip").is_file() and (place / "a.zim").is_file()


@pytest.mark.parametrize("words", [("build",), ("publish", "seeds")])
def test_dry_run_tells_of_copies_and_makes_none(
    filled: Path, archive: Command, words: tuple[str, ...]
) -> None:
    outcome = archive(*words, "--dry-run", "--zip", "a.zip")
    assert outcome.out.endswith("would write the site to a.zip as well\n")
    told = json.loads(archive(*words, "--dry-run", "--json", "--zip", "a.zip").out)
    assert told["copies"] == {"zip": "a.zip"}
    assert not (filled / "a.zip").exists()


def test_a_place_within_the_site_is_refused_before_anything_is_done(place: Path, archive: Command) -> None:
    outcome = archive("publish", "seeds", "--zip", "public/a.zip")
    assert outcome.code == 2
    assert outcome.err == (
        "error: public/a.zip: a copy of the site cannot stand within it; "
        "set offline_zip = true for a zip within the site\n"
    )
    assert [path.name for path in place.iterdir()] == ["seeds"]


def test_setting_makes_the_site_offer_itself(
    filled: Path, archive: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (filled / "archive.toml").write_text("offline_zip = true\n", "utf-8")
    archive("build")
    assert (filled / "public" / "download" / "vraagarchief.zip").is_file()
    assert archive("verify").code == 0
    monkeypatch.setenv("ARCHIVE_OFFLINE_ZIP", "false")
    archive("build")
    assert not (filled / "public" / "download").exists()


def test_a_variable_that_is_neither_true_nor_false_is_wrong_usage(
    filled: Path, archive: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARCHIVE_OFFLINE_ZIP", "perhaps")
    outcome = archive("build")
    assert outcome.code == 2
    assert "ARCHIVE_OFFLINE_ZIP: offline_zip has a wrong value" in outcome.err
