"""Settings: flag over environment over archive.toml over default."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints
from urllib.parse import SplitResult, urlsplit

import msgspec

from archive.errors import ConfigError

CONFIG_NAME = "archive.toml"
AUTHORITY_NAME = "authority.toml"
ENVIRONMENT_PREFIX = "ARCHIVE_"
FOLDERS = ("corpus", "output")
# Those that are meant from the folder of the file that names them.
PATHS = (*FOLDERS, "authority")
# Those that a text gives with commas between them.
LISTS = ("downloads", "languages")


# The languages that the interface of the site speaks.
InterfaceLanguage = Literal["nl", "en", "fr"]
# As `archive export` calls its forms.
DownloadName = Literal["atom", "bag", "bibtex", "csl", "csv", "jsonl", "parquet", "ris", "sqlite", "tables"]


class SavedSearch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A search that a feed follows. name: what the feed is called; query: in the query language."""

    name: str
    query: str


class Settings(msgspec.Struct, frozen=True):
    """What the user can set in archive.toml, by an environment variable or by a flag.

    corpus: folder of the corpus.
    output: folder that `archive build` writes the site to.
    title: name of the archive, shown on every page.
    language: language of the interface of the site, at its root.
    languages: languages among which the reader of the site chooses; each but `language` is a tree of pages of its
    own. Where they alone are given, the first of them is `language`. In a variable or a flag with commas between them.
    document_language: language that the documents are written in, by which search knows what words belong
    together (archive.text.languages); the interface may speak another.
    base_url: address of the site on the web, without which nothing on the site names one.
    authority: file that tells which names are one topic; where none is named, authority.toml beside archive.toml
    is read if there is one.
    deadlines: the rule after which the terms of answers are counted and shown; "none" shows none.
    saved_search: searches that get a feed of their own.
    offline_zip: whether the site offers itself as one zip file, which nearly doubles its size.
    downloads: the exports that the site offers to download; in a variable or a flag with commas between them.
    processes: how many make the pages; None for as many as there are processors for.
    licence, licence_url, publisher: what the site says of the documents' reuse and their source.
    """

    corpus: str = "corpus"
    output: str = "public"
    title: str = "Vraagarchief"
    language: InterfaceLanguage = "nl"
    languages: tuple[InterfaceLanguage, ...] = ()
    document_language: Literal["nl", "en"] = "nl"
    base_url: str | None = None
    authority: str | None = None
    deadlines: Literal["flemish", "none"] = "flemish"
    saved_search: tuple[SavedSearch, ...] = ()
    offline_zip: bool = False
    downloads: tuple[DownloadName, ...] = ()
    processes: Annotated[int, msgspec.Meta(ge=1)] | None = None
    licence: str = "Modellicentie Gratis Hergebruik v1.0"
    licence_url: str | None = None
    publisher: str = "Vlaams Parlement"

    @property
    def site_languages(self) -> tuple[InterfaceLanguage, ...]:
        """The languages of the site, each once: that of the root, then the others."""
        return tuple(dict.fromkeys((self.language, *self.languages)))


def load_settings(
    flags: Mapping[str, str | int | None],
    environment: Mapping[str, str],
    folder: Path,
    file: Path | None = None,
) -> Settings:
    """The settings in force for a run in `folder`.

    flags: values given on the command line by setting name, None where not given. file: the configuration file
    named on the command line, which must exist; else archive.toml in `folder` is read where there is one. A
    folder or file that it names is meant from its own folder, any other from `folder`. A variable that is set to
    nothing counts as not set. Raises ConfigError that names the file, variable or flag, and for an unknown key
    the nearest known one.
    """
    path = file or folder / CONFIG_NAME
    beside = path.with_name(AUTHORITY_NAME)
    values: dict[str, Any] = {"authority": str(beside)} if beside.is_file() else {}
    if file is not None or path.is_file():
        values |= _read_file(path)
    for name in Settings.__struct_fields__:
        variable = ENVIRONMENT_PREFIX + name.upper()
        if environment.get(variable):
            place = f"environment variable {variable}"
            values[name] = _checked(name, environment[variable], place, strict=False)
        flag = flags.get(name)
        if flag is not None:
            values[name] = _checked(name, flag, f"--{name.replace('_', '-')}")
    if values.get("languages"):
        values.setdefault("language", values["languages"][0])
    return Settings(**values)


def _read_file(path: Path) -> dict[str, Any]:
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(str(path), f"this is no TOML: {error}", "correct the line named") from error
    except UnicodeDecodeError as error:
        raise ConfigError(str(path), "this is no UTF-8 text", "save the file as UTF-8") from error
    except OSError as error:
        raise ConfigError(
            str(path), f"the file cannot be read ({error.strerror})", "name a file that can be read"
        ) from error
    checked = {name: _checked(name, value, str(path)) for name, value in given.items()}
    paths = {name: str(path.parent / str(checked[name])) for name in PATHS if name in checked}
    return checked | paths


def _checked(name: str, value: object, place: str, *, strict: bool = True) -> object:
    """The value of a setting. strict: text is no number and no truth; a variable has only text to give."""
    known = Settings.__struct_fields__
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
        raise ConfigError(place, f"the key {name!r} is unknown", f"did you mean {near[0]!r}?")
    if name in LISTS and isinstance(value, str):
        value = [one.strip() for one in value.split(",") if one.strip()]
    try:
        value = getattr(msgspec.convert({name: value}, Settings, strict=strict), name)
    except msgspec.ValidationError as error:
        # Of a whole table the message of the library says more than the table itself.
        given = str(error) if name == "saved_search" else repr(value)
        raise ConfigError(place, f"{name} has a wrong value: {given}", _right_value(name)) from error
    if name == "saved_search":
        _check_searches(value, place)
    if name in PATHS and not value:
        raise ConfigError(place, f"{name} is empty", f"name a {'folder' if name in FOLDERS else 'file'}")
    if name in {"base_url", "licence_url"} and value is not None:
        parts = _split_address(str(value))
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise ConfigError(
                place, f"{name} is no web address: {value!r}", "give one that starts with https:// or http://"
            )
    return value


def _right_value(name: str) -> str:
    """What can be written for a setting."""
    if name == "saved_search":
        return "give each [[saved_search]] a name and a query, and nothing else"
    wanted = get_type_hints(Settings)[name]
    if wanted is bool:
        return "write true or false"
    if int in get_args(wanted):
        return "write a whole number from 1 on"
    known = [
        choice for one in (wanted, *get_args(wanted)) for choice in get_args(one) if isinstance(choice, str)
    ]
    if not known:
        return 'write a text, as in "…"'
    return f"choose {'some' if get_origin(wanted) is tuple else 'one'} of {', '.join(known)}"


def _check_searches(searches: object, place: str) -> None:
    """Raises ConfigError unless every saved search has a name, no other's, and a query."""
    seen: set[str] = set()
    for search in searches if isinstance(searches, tuple) else ():
        if not search.name.strip() or not search.query.strip():
            raise ConfigError(place, "a saved_search has no name or no query", "give it both")
        key = search.name.strip().casefold()
        if key in seen:
            raise ConfigError(
                place, f"two of saved_search are called {search.name!r}", "give each a name of its own"
            )
        seen.add(key)


def _split_address(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:  # for example "https://["
        return SplitResult("", "", "", "", "")
