"""A site in one ZIM file: checked by zim-tools, read back by libzim, the same whenever it is made."""

from __future__ import annotations

import builtins
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from libzim.reader import Archive
from libzim.suggestion import SuggestionSearcher

from archive.build import build_site, zim_copy
from archive.build.copies import Copies
from archive.build.zim_copy import check_libzim, media_type, page_title
from archive.build.zim_facts import shortened
from archive.config import Settings
from archive.errors import ArchiveError
from archive.store.corpus import Corpus
from tests.build.hand import hand_corpus
from tests.records import question


@pytest.fixture(scope="module")
def made(seed_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site of the seeds, and its ZIM file."""
    folder = tmp_path_factory.mktemp("zim")
    with Corpus.open(seed_corpus) as corpus:
        build_site(corpus, Settings(), folder / "public", copies=Copies(zim=folder / "archief.zim"))
    return folder / "public", folder / "archief.zim"


@pytest.fixture(scope="module")
def archive(made: tuple[Path, Path]) -> Any:
    return Archive(made[1])


def metadata(archive: Any) -> dict[str, str]:
    return {
        key: archive.get_metadata(key).decode("utf-8")
        for key in archive.metadata_keys
        if not key.startswith("Illustration")
    }


def test_zimcheck_finds_no_fault(made: tuple[Path, Path]) -> None:
    if shutil.which("zimcheck") is None:
        pytest.fail("no zimcheck found; install it (Debian: apt-get install -y zim-tools)")
    run = subprocess.run(["zimcheck", "--all", str(made[1])], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert "[ERROR]" not in run.stdout and "[WARNING]" not in run.stdout, run.stdout


def test_every_file_of_the_site_is_an_entry_with_the_same_bytes(
    made: tuple[Path, Path], archive: Any
) -> None:
    site = made[0]
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert archive.entry_count == len(names)
    differing = [
        name
        for name in names
        if bytes(archive.get_entry_by_path(name).get_item().content) != (site / name).read_bytes()
    ]
    assert differing == []


def test_no_entry_is_of_an_unknown_kind(made: tuple[Path, Path], archive: Any) -> None:
    site = made[0]
    kinds = {
        archive.get_entry_by_path(path.relative_to(site).as_posix()).get_item().mimetype
        for path in site.rglob("*")
        if path.is_file()
    }
    assert kinds <= {
        "application/json",
        "text/html",
        "text/javascript",
        "text/css",
        "text/csv",
        "text/plain",
        "image/svg+xml",
        "image/png",
        "application/atom+xml",
    }


def test_the_home_page_opens_first(archive: Any) -> None:
    assert archive.main_entry.get_item().path == "index.html"


def test_it_says_what_it_is_and_of_what_date(archive: Any, seed_corpus: Path) -> None:
    told = metadata(archive)
    with Corpus.open(seed_corpus) as corpus:
        newest = max(one.changed_at for one in corpus.times())
    assert told["Title"] == "Vraagarchief"
    assert told["Language"] == "nld"
    assert (told["Creator"], told["Publisher"]) == ("Vlaams Parlement", "Vraagarchief")
    assert told["Date"] == newest[:10]
    assert told["License"] == "Modellicentie Gratis Hergebruik v1.0"
    assert len(told["Description"]) <= 80
    assert "_ftindex:no" in told["Tags"].split(";")


def test_its_picture_is_the_icon(archive: Any) -> None:
    assert archive.has_illustration(48)
    picture = bytes(archive.get_illustration_item(48).content)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert [int.from_bytes(picture[start : start + 4]) for start in (16, 20)] == [48, 48]


def test_a_typed_word_of_a_title_suggests_the_question(archive: Any) -> None:
    found = SuggestionSearcher(archive).suggest("premies individueel").getResults(0, 10)
    assert "vragen/2023-2024/jo-brouns/386.html" in list(found)


def test_there_is_no_second_full_text_index(archive: Any) -> None:
    assert not archive.has_fulltext_index


def test_checksum_holds(archive: Any) -> None:
    assert archive.check()


def test_the_same_site_gives_the_same_bytes(
    made: tuple[Path, Path], seed_corpus: Path, tmp_path: Path
) -> None:
    with Corpus.open(seed_corpus) as corpus:
        build_site(corpus, Settings(), tmp_path / "public", copies=Copies(zim=tmp_path / "x.zim"))
    assert (tmp_path / "x.zim").read_bytes() == made[1].read_bytes()


def test_a_site_in_several_languages_offers_each_title_once(seed_corpus: Path, tmp_path: Path) -> None:
    """Every tree is in it, but the titles of documents are the same in all."""
    with Corpus.open(seed_corpus) as corpus:
        settings = Settings(languages=("nl", "en"))
        build_site(corpus, settings, tmp_path / "public", copies=Copies(zim=tmp_path / "x.zim"))
    zim = Archive(tmp_path / "x.zim")
    found = SuggestionSearcher(zim).suggest("premies individueel").getResults(0, 30)
    assert not [address for address in found if address.startswith("en/")]
    question = "en/vragen/2023-2024/jo-brouns/386.html"
    assert (
        bytes(zim.get_entry_by_path(question).get_item().content)
        == (tmp_path / "public" / question).read_bytes()
    )
    assert metadata(zim)["Language"] == "nld,eng"


def test_another_site_has_another_identity(archive: Any, tmp_path: Path) -> None:
    with hand_corpus(tmp_path / "corpus", [question(1)]) as corpus:
        build_site(
            corpus,
            Settings(title="Een zeer lange naam voor een archief", language="en", base_url="https://x.be/a"),
            tmp_path / "public",
            copies=Copies(zim=tmp_path / "x.zim"),
        )
    other = Archive(tmp_path / "x.zim")
    assert other.uuid != archive.uuid
    told = metadata(other)
    assert told["Title"] == "Een zeer lange naam voor een…"
    assert (told["Language"], told["Source"]) == ("nld,eng", "https://x.be/a")


def test_an_empty_corpus_has_no_date(tmp_path: Path) -> None:
    with (
        Corpus.open(tmp_path / "corpus", create=True) as empty,
        pytest.raises(ArchiveError, match="needs a date"),
    ):
        build_site(empty, Settings(), tmp_path / "public", copies=Copies(zim=tmp_path / "x.zim"))
    assert [path.name for path in tmp_path.iterdir()] == ["corpus"]


def test_without_libzim_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    find = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("libzim"):
            raise ImportError(name)
        return find(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ArchiveError, match=r"pip install 'vraagarchief\[zim\]'"):
        check_libzim()


def test_a_link_is_not_followed(made: tuple[Path, Path], tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(made[0], site)
    (site / "link.html").symlink_to("/etc/hostname")
    with pytest.raises(ArchiveError, match="no plain file"):
        zim_copy.write_zim(site, tmp_path / "x.zim", {}, site / "assets" / "icon-48.png")


def test_a_full_disk_is_told_and_leaves_nothing_behind(made: tuple[Path, Path], tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk."""
    code = (
        "import resource; from pathlib import Path; from archive.build.zim_copy import write_zim\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        f"site = Path({str(made[0])!r})\n"
        "write_zim(site, Path('x.zim'), {}, site / 'assets' / 'icon-48.png')\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "ArchiveError: --zim: libzim cannot write it" in run.stderr
    assert "see whether the disk is full" in run.stderr
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".tmp")] == []


def test_how_many_work_at_it_changes_no_byte(
    made: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for name in ("index.html", "manifest.sha256"):
        shutil.copyfile(made[0] / name, site / name)
    # More than libzim puts into one piece, of which each works at its own.
    for number in range(10):
        (site / f"{number}.csv").write_text(f"regel {number}\n" * 50_000, "utf-8")
    zims = []
    for workers in (1, 3):
        monkeypatch.setattr(zim_copy.os, "cpu_count", lambda workers=workers: workers)
        target = tmp_path / f"{workers}.zim"
        zim_copy.write_zim(site, target, {"Title": "x"}, made[0] / "assets" / "icon-48.png")
        zims.append(target.read_bytes())
    assert zims[0] == zims[1]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>A &amp; B – Archief</title>", "A & B"),
        ("<title>A – B – Archief</title>", "A – B"),
        ("<title>Archief</title>", "Archief"),
        ("<p>", ""),
    ],
)
def test_title_of_a_page_is_without_the_name_of_the_site(tmp_path: Path, page: str, title: str) -> None:
    (tmp_path / "x.html").write_text(page, "utf-8")
    assert page_title(tmp_path / "x.html") == title


def test_a_file_of_no_known_kind_is_bytes() -> None:
    assert media_type("x.abc") == "application/octet-stream"


@pytest.mark.parametrize(
    ("text", "short"),
    [("kort", "kort"), ("een lange naam", "een lange…"), ("eenlangenaam", "eenlangen…")],
)
def test_long_text_is_cut_between_words(text: str, short: str) -> None:
    assert shortened(text, 10) == short
    assert len(shortened(text, 10)) <= 10
