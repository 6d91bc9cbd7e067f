"""A corpus, a site and every export of records that would do harm, or of the same records without harm."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from archive.build import build_site
from archive.build.copies import Copies
from archive.config import DownloadName, InterfaceLanguage, SavedSearch, Settings
from archive.errors import Refusal
from archive.ingest import ingest_paths
from archive.model.record import encode_record
from archive.store.corpus import Corpus
from archive.store.writer import RefusedPiece
from benchmarks.safety.payload_records import every_kind, whole_records
from benchmarks.safety.payload_texts import HOST, payload

MOMENT = dt.datetime(2024, 6, 1, 12, tzinfo=dt.UTC)
_DOWNLOADS: tuple[DownloadName, ...] = (
    "atom", "bag", "bibtex", "csl", "csv", "jsonl", "parquet", "ris", "sqlite", "tables",
)  # fmt: skip
# Where one text of the settings must bring several, so that each kind of end is tried in each.
_TOGETHER = 4
# Names of files: without what no name can hold.
_NO_NAME = str.maketrans({"/": "∕", "\0": None})
_NAME_BYTES = 200
_DOCUMENTS = 6


class PayloadSite(msgspec.Struct, frozen=True):
    """What was made. copies: the zip of the site, and the ZIM file if any."""

    corpus: Path
    public: Path
    copies: tuple[Path, ...]


class Wishes(msgspec.Struct, frozen=True):
    """How a site is to be. numbers: of the payloads that have a record of their own.

    kinds: whether there are pages of every kind; exports: whether it offers them; zim: whether a ZIM file of it is
    made; base: whether it has an address on the web.
    """

    numbers: Sequence[int]
    languages: tuple[InterfaceLanguage, ...] = ("nl",)
    kinds: bool = True
    exports: bool = True
    zim: bool = False
    base: bool = True


def hostile_site(folder: Path, wishes: Wishes) -> PayloadSite:
    """A site with each payload in every field of a record of its own, and in all that its owner and its files say."""

    def several(number: int) -> str:
        return " ".join(payload(one) for one in range(number, number + _TOGETHER))

    settings = _settings(wishes, several, f'https://{HOST}/"><script>alert(1)</script>')
    return _made(folder, settings, wishes, payload)


def harmless_site(folder: Path, wishes: Wishes) -> PayloadSite:
    """The same without harm: what stands on its pages besides texts may stand on those of the other."""

    def word(number: int) -> str:
        return f"Woord {number}"

    return _made(folder, _settings(wishes, word, "https://x.be/pad"), wishes, word)


def _settings(wishes: Wishes, text_of: Callable[[int], str], address: str) -> Settings:
    return Settings(
        title=text_of(0),
        language=wishes.languages[0],
        languages=wishes.languages,
        base_url=address if wishes.base else None,
        saved_search=tuple(
            SavedSearch(f"{text_of(number)} {number}", query)
            for number, query in ((17, "huur"), (60, "alert OF script*"))
        ),
        offline_zip=True,
        downloads=_DOWNLOADS if wishes.exports else (),
        licence=text_of(30),
        licence_url=address,
        publisher=text_of(50),
    )


def _made(folder: Path, settings: Settings, wishes: Wishes, text_of: Callable[[int], str]) -> PayloadSite:
    given = folder / "given"
    given.mkdir(parents=True)
    records = (*whole_records(wishes.numbers, text_of), *(every_kind(text_of) if wishes.kinds else ()))
    (given / "records.jsonl").write_bytes(b"\n".join(map(encode_record, records)))
    if wishes.kinds:
        _write_documents(given / "files", text_of, wishes.numbers)
    (folder / "authority.toml").write_text(_authority(text_of), "utf-8")
    settings = msgspec.structs.replace(settings, authority=str(folder / "authority.toml"))
    zip_file, zim_file = folder / "site.zip", folder / "site.zim" if wishes.zim else None
    with Corpus.open(folder / "corpus", create=True) as corpus:
        ingest_paths(corpus, [str(given)], clock=lambda: MOMENT)
        _withdraw(corpus, text_of)
        build_site(
            corpus, settings, folder / "public", copies=Copies(zip_file, zim_file), processes=1, full=True
        )
    copies = (zip_file, *((zim_file,) if zim_file else ()))
    return PayloadSite(folder / "corpus", folder / "public", copies)


def _write_documents(folder: Path, text_of: Callable[[int], str], numbers: Sequence[int]) -> None:
    """Files with names that would do harm: those with a question in them, and those that nobody can read."""
    folder.mkdir()
    # Reading a document takes its time, and the records above bring every payload already.
    for number in numbers[:: max(len(numbers) // _DOCUMENTS, 1)]:
        texts = [text_of(one) for one in range(number, number + 2 * _TOGETHER)]
        (folder / _file_name(texts[0], f"{number}.txt")).write_text(_document(number, texts), "utf-8")
        (folder / _file_name(texts[1], f"{number}.pdf")).write_bytes(b"%PDF-1.4\n" + bytes(64))
        (folder / _file_name(texts[2], f"{number}.html")).write_text(_page(number, texts), "utf-8")


def _file_name(text: str, ending: str) -> str:
    cut = text.translate(_NO_NAME).encode()[:_NAME_BYTES].decode("utf-8", "ignore")
    return f"{cut.lstrip('.')} {ending}"


def _document(number: int, texts: list[str]) -> str:
    lines = [
        f"title: {texts[3]}", f"thema: {texts[4]}", f"pdf link: {texts[5]}", "", "SCHRIFTELIJKE VRAAG",
        f"nr. {700 + number}", f"van {texts[6]}", "datum: 25 april 2024", "aan JO BROUNS",
        "VLAAMS MINISTER VAN WERK", texts[7], "", texts[1], f"1. {texts[2]}", f"2. {texts[3]}", "",
        "ANTWOORD", f"op vraag nr. {700 + number} van 25 april 2024", f"van {texts[6]}", "", f"1. {texts[4]}",
        f"2. {texts[5]}",
    ]  # fmt: skip
    return "\n".join(lines)


def _page(number: int, texts: list[str]) -> str:
    cells = "".join(f"<tr><td>{text}</td><td>{number}</td></tr>" for text in texts)
    return (
        f"<!doctype html><title>{texts[3]}</title><h1>{texts[4]}</h1><p>{texts[5]}</p><table>{cells}</table>"
    )


def _authority(text_of: Callable[[int], str]) -> str:
    entries: list[str] = []
    for place, kind in enumerate(("theme", "subject", "person", "competence", "concept", "law")):
        number = 3 + 30 * place
        names = [json.dumps(f"{text_of(number + step)} {kind}") for step in range(3)]
        entries.append(f"[[{kind}]]\nname = {names[0]}\naliases = [{names[1]}, {names[2]}]\n")
        # One that leads from a topic that there is to another name.
        entries.append(f"[[{kind}]]\nname = {json.dumps(f'{text_of(number + 9)} {kind} 2')}\n")
        entries[-1] += f"aliases = [{json.dumps(text_of(0))}]\n"
    return "\n".join(entries)


def _withdraw(corpus: Corpus, text_of: Callable[[int], str]) -> None:
    ids = [record.id for record in corpus.records()][:5]
    with corpus.writing() as writer:
        writer.withdraw(ids[0], text_of(70), now=MOMENT)
        writer.withdraw(ids[1], text_of(110), successor=ids[2], now=MOMENT)
        for number in range(0, 200, 10):
            refusal = Refusal(
                text_of(number + 1), text_of(number + 2), text_of(number + 3), code="unreadable"
            )
            writer.refuse_without_bytes(RefusedPiece(text_of(number), refusal), now=MOMENT)


def site_files(public: Path) -> Iterator[Path]:
    """Every file of a site, by its name."""
    return iter(sorted(path for path in public.rglob("*") if path.is_file()))
