"""Settings: flag over environment over archive.toml over default."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.config import SavedSearch, Settings, load_settings
from archive.errors import ConfigError


def test_defaults_hold_where_nothing_is_said(tmp_path: Path) -> None:
    assert load_settings({}, {}, tmp_path) == Settings()


def test_file_is_stronger_than_default(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_text('title = "Vragen"\nlanguage = "en"\n')
    settings = load_settings({}, {}, tmp_path)
    assert (settings.title, settings.language) == ("Vragen", "en")


def test_environment_is_stronger_than_file(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_text('title = "Vragen"\n')
    assert load_settings({}, {"ARCHIVE_TITLE": "Archief"}, tmp_path).title == "Archief"


def test_flag_is_stronger_than_environment(tmp_path: Path) -> None:
    assert load_settings({"title": "Vlag"}, {"ARCHIVE_TITLE": "Archief"}, tmp_path).title == "Vlag"


def test_flag_that_was_not_given_is_none(tmp_path: Path) -> None:
    assert load_settings({"title": None}, {"ARCHIVE_TITLE": "Archief"}, tmp_path).title == "Archief"


def test_variable_set_to_nothing_is_not_set(tmp_path: Path) -> None:
    assert load_settings({}, {"ARCHIVE_CORPUS": "", "ARCHIVE_BASE_URL": ""}, tmp_path) == Settings()


def test_named_file_is_read_instead(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_text('title = "Een"\n')
    (tmp_path / "other.toml").write_text('title = "Twee"\n')
    assert load_settings({}, {}, tmp_path, tmp_path / "other.toml").title == "Twee"


def test_folders_in_the_file_are_meant_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    path = tmp_path / "sub" / "archive.toml"
    path.write_text('corpus = "c"\noutput = "/srv/site"\n')
    settings = load_settings({}, {}, tmp_path, path)
    assert (settings.corpus, settings.output) == (str(tmp_path / "sub" / "c"), "/srv/site")


def test_unknown_key_names_the_file_and_the_nearest_key(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_text('titel = "Vragen"\n')
    with pytest.raises(ConfigError) as caught:
        load_settings({}, {}, tmp_path)
    assert (
        str(caught.value) == f"{tmp_path / 'archive.toml'}: the key 'titel' is unknown; did you mean 'title'?"
    )


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("title = \n", "this is no TOML"),
        ("title = 3\n", "title has a wrong value"),
        ('language = "de"\n', "language has a wrong value"),
        ('base_url = "ftp://x"\n', "base_url is no web address"),
        ('licence_url = "https://["\n', "licence_url is no web address"),
        ('corpus = ""\n', "corpus is empty"),
        ("processes = 0\n", "processes has a wrong value: 0"),
        ('processes = "two"\n', "processes has a wrong value: 'two'"),
        ('deadlines = "french"\n', "deadlines has a wrong value"),
        ('saved_search = "x"\n', "saved_search has a wrong value"),
        ('[[saved_search]]\nname = "x"\n', "missing required field `query`"),
        ('[[saved_search]]\nname = "x"\nquery = "y"\nlimit = 3\n', "unknown field `limit`"),
        ('[[saved_search]]\nname = " "\nquery = "y"\n', "no name or no query"),
        (
            '[[saved_search]]\nname = "x"\nquery = "y"\n[[saved_search]]\nname = "X"\nquery = "z"\n',
            "two of saved_search are called 'X'",
        ),
    ],
)
def test_wrong_file_is_named_with_its_cause(tmp_path: Path, text: str, cause: str) -> None:
    path = tmp_path / "archive.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_settings({}, {}, tmp_path)
    assert caught.value.place == str(path)
    assert cause in caught.value.cause
    assert caught.value.remedy


def test_a_count_of_processes_is_a_whole_number_wherever_it_is_given(tmp_path: Path) -> None:
    assert load_settings({}, {"ARCHIVE_PROCESSES": "3"}, tmp_path).processes == 3
    assert load_settings({"processes": 4}, {"ARCHIVE_PROCESSES": "3"}, tmp_path).processes == 4
    with pytest.raises(ConfigError, match="write a whole number from 1 on"):
        load_settings({}, {"ARCHIVE_PROCESSES": "-1"}, tmp_path)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ("nl",)),
        ({"languages": "nl,en,fr"}, ("nl", "en", "fr")),
        ({"languages": "en, nl"}, ("en", "nl")),
        ({"languages": "en,nl", "language": "nl"}, ("nl", "en")),
        ({"languages": "en", "language": "nl"}, ("nl", "en")),
        ({"languages": "fr,fr"}, ("fr",)),
    ],
)
def test_languages_of_the_site_are_each_once_that_of_the_root_first(
    given: dict[str, str | None], expected: tuple[str, ...], tmp_path: Path
) -> None:
    """The first of the list is that of the root, unless `language` names another."""
    assert load_settings(given, {}, tmp_path).site_languages == expected


def test_languages_of_the_site_are_a_list_in_the_file_and_have_commas_in_a_variable(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_text('languages = ["fr", "nl"]\n')
    assert load_settings({}, {}, tmp_path).site_languages == ("fr", "nl")
    assert load_settings({}, {"ARCHIVE_LANGUAGES": "en,nl"}, tmp_path).site_languages == ("en", "nl")
    assert load_settings({}, {"ARCHIVE_LANGUAGE": "nl"}, tmp_path).site_languages == ("nl", "fr")


def test_a_language_that_the_interface_does_not_speak_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings({"languages": "nl,de"}, {}, tmp_path)
    assert str(caught.value) == (
        "--languages: languages has a wrong value: ['nl', 'de']; choose some of nl, en, fr"
    )


def test_saved_searches_are_a_list_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_text(
        '[[saved_search]]\nname = "Werk"\nquery = "thema:werk"\n[[saved_search]]\nname = "IMW"\nquery = "imw"\n'
    )
    settings = load_settings({}, {}, tmp_path)
    assert settings.saved_search == (SavedSearch("Werk", "thema:werk"), SavedSearch("IMW", "imw"))


def test_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_bytes(b'title = "\xff"\n')
    with pytest.raises(ConfigError, match="no UTF-8 text"):
        load_settings({}, {}, tmp_path)


def test_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_settings({}, {}, tmp_path, tmp_path / "absent.toml")


def test_wrong_variable_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="environment variable ARCHIVE_LANGUAGE"):
        load_settings({}, {"ARCHIVE_LANGUAGE": "de"}, tmp_path)


def test_wrong_flag_is_named_as_it_is_typed(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--base-url: base_url is no web address"):
        load_settings({"base_url": "nowhere"}, {}, tmp_path)


def test_authority_beside_the_file_of_settings_is_taken(tmp_path: Path) -> None:
    (tmp_path / "authority.toml").touch()
    assert load_settings({}, {}, tmp_path).authority == str(tmp_path / "authority.toml")


def test_authority_that_is_named_is_meant_from_the_file_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "authority.toml").touch()
    (tmp_path / "archive.toml").write_text('authority = "namen/mijn.toml"\n')
    assert load_settings({}, {}, tmp_path).authority == str(tmp_path / "namen" / "mijn.toml")
