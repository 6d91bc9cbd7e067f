"""The file of the authority, as the settings name it."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.build.authority import read_authority
from archive.config import Settings
from archive.errors import ConfigError


def test_without_a_file_nothing_is_joined() -> None:
    assert read_authority(Settings()).entries == ()


def test_the_entries_of_the_file_are_read(tmp_path: Path) -> None:
    path = tmp_path / "namen.toml"
    path.write_text('[[theme]]\nname = "Werk"\n', "utf-8")
    assert [entry.name for entry in read_authority(Settings(authority=str(path))).entries] == ["Werk"]


@pytest.mark.parametrize(
    ("content", "cause"), [(None, "cannot be read"), (b'[[theme]]\nname = "\xff"\n', "no UTF-8 text")]
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None, cause: str) -> None:
    path = tmp_path / "namen.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigError, match=cause) as caught:
        read_authority(Settings(authority=str(path)))
    assert caught.value.place == str(path)
