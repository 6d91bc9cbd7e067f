"""Old documents are turned into new ones by a program that is installed, apart and within limits."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.errors import Refusal
from archive.extract import read_source
from archive.ingest import ingest_paths
from archive.ingest.bubblewrap import walls
from archive.ingest.conversion import Prepared, prepared
from archive.ingest.limits import Limits
from archive.model.document import Document, Source
from archive.store.corpus import Corpus
from tests.extract.packages import docx, paragraph
from tests.extract.sources import texts

RTF = rb"{\rtf1\ansi Verslag\par Een oude tekst met \'e9\'e9n accent.\par}"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
STREAM = "WordDocument".encode("utf-16-le")
DOC = COMPOUND + (STREAM + bytes(64 - len(STREAM)) + (len(STREAM) + 2).to_bytes(2, "little")).ljust(
    128, b"\0"
)
LIMITS = Limits()


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that stands in place of all others where programs are looked for; it has only the shell's own."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("sh", "cat", "cp", "sleep", "env", "ls", "true", "unshare", "touch", "ln"):
        found = shutil.which(name)
        if found:
            (folder / name).symlink_to(found)
    monkeypatch.setenv("PATH", str(folder))
    # Bubblewrap is looked for once, and this folder has none.
    walls.cache_clear()
    yield folder
    walls.cache_clear()


def install(programs: Path, name: str, script: str) -> None:
    (programs / name).write_text(f"#!/bin/sh\n{script}\n")
    (programs / name).chmod(0o755)


def install_office(programs: Path, tmp_path: Path, before: str = "") -> None:
    """A stand-in for LibreOffice: whatever it is given becomes the same new document, at the place that it is told."""
    (tmp_path / "made.docx").write_bytes(docx(paragraph("Verslag") + paragraph("Een oude tekst.")))
    install(
        programs,
        "soffice",
        f'{before}\nfor last; do :; done\ncp "{tmp_path}/made.docx" "${{last%.*}}.docx"',
    )


def read(ready: Prepared) -> list[str]:
    (found,) = read_source(ready.source)
    assert isinstance(found, Document)
    return texts(found)


def refusal(content: bytes, limits: Limits = LIMITS) -> Refusal:
    with pytest.raises(Refusal) as caught:
        prepared(Source("oud.doc", content), limits)
    return caught.value


def test_other_documents_stay_as_they_are(programs: Path) -> None:
    source = Source("x.txt", b"Een tekst")
    assert prepared(source, LIMITS) == Prepared(source)


def test_without_a_program_the_document_goes_on_to_be_refused_by_name(programs: Path) -> None:
    assert prepared(Source("x.rtf", RTF), LIMITS) == Prepared(Source("x.rtf", RTF))


@pytest.mark.parametrize(("content", "kind"), [(RTF, "rtf"), (DOC, "doc")])
def test_libreoffice_turns_it(programs: Path, tmp_path: Path, content: bytes, kind: str) -> None:
    install_office(programs, tmp_path)
    ready = prepared(Source("oud", content), LIMITS)
    assert (ready.kind, ready.program, read(ready)) == (kind, "soffice", ["Verslag", "Een oude tekst."])


def test_a_real_libreoffice_turns_it_where_there_is_one() -> None:
    ready = prepared(Source("x.rtf", RTF), LIMITS)
    if shutil.which("soffice"):
        assert read(ready) == ["Verslag", "Een oude tekst met één accent."]
    else:
        assert ready.program in {"", "unrtf"}


def test_antiword_and_unrtf_say_the_text(programs: Path) -> None:
    install(programs, "antiword", 'echo "een tekst van $5" | cat')
    assert prepared(Source("x.doc", DOC), LIMITS).program == "antiword"
    install(programs, "unrtf", "echo '<html><body><p>tekst</p></body></html>'")
    ready = prepared(Source("x.rtf", RTF), LIMITS)
    assert (ready.program, read(ready)) == ("unrtf", ["tekst"])


def test_the_program_has_settings_of_its_own_and_hears_nothing_of_the_user(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say = f'echo "$@" > {tmp_path}/told; cat profile/user/*.xcu >> {tmp_path}/told; env >> {tmp_path}/told'
    install_office(programs, tmp_path, say)
    monkeypatch.setenv("ARCHIVE_TITLE", "geheim")
    prepared(Source("oud.doc", DOC), LIMITS)
    told = (tmp_path / "told").read_text()
    assert "-env:UserInstallation=file:///" in told
    assert "--headless" in told
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in told
    assert "geheim" not in told
    assert "oud.doc" not in told


def test_nothing_is_left_behind(programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    install_office(programs, tmp_path, "touch rest; ls > listed")
    prepared(Source("oud.doc", DOC), LIMITS)
    assert list(folder.iterdir()) == []


def test_a_program_that_fails_refuses_the_document(programs: Path) -> None:
    install(programs, "soffice", "exit 0")
    found = refusal(DOC)
    assert (found.code, found.place) == ("conversion", "oud.doc")
    assert "LibreOffice cannot turn a Word 97-2003 document (doc)" in found.cause


def test_a_program_that_hangs_is_ended_with_all_that_it_started(programs: Path, tmp_path: Path) -> None:
    install(programs, "soffice", f"(sleep 2; touch {tmp_path}/alive) & sleep 60")
    assert refusal(DOC, Limits(wall_seconds=0.3)).code == "time"
    # The second process would have shown itself by then.
    time.sleep(2.2)
    assert not (tmp_path / "alive").exists()


def test_within_bubblewrap_it_writes_to_its_folder_only(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    walls.cache_clear()
    if not walls():
        pytest.skip("not run: bubblewrap is not installed, or not allowed here")
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    install_office(programs, tmp_path, f"touch {tmp_path}/elsewhere; ls /sys/class/net > net; cat net")
    assert read(prepared(Source("oud.doc", DOC), LIMITS)) == ["Verslag", "Een oude tekst."]
    assert not (tmp_path / "elsewhere").exists()


def test_a_result_that_leads_elsewhere_is_not_followed(programs: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("geheim")
    install(programs, "soffice", f'for last; do :; done\nln -s {tmp_path}/secret "${{last%.*}}.docx"')
    assert refusal(DOC).code == "conversion"


def test_a_result_beyond_the_bounds_is_refused(programs: Path, tmp_path: Path) -> None:
    install_office(programs, tmp_path)
    assert refusal(DOC, Limits(document_bytes=600)).code == "conversion"


def test_the_record_says_what_the_document_is_and_how_it_was_read(
    programs: Path, tmp_path: Path, corpus: Corpus
) -> None:
    install_office(programs, tmp_path)
    (tmp_path / "oud.doc").write_bytes(DOC)
    (outcome,) = ingest_paths(corpus, [str(tmp_path / "oud.doc")]).documents
    assert outcome.id is not None
    record = corpus.record(outcome.id)
    assert record is not None
    assert (record.source.media_type, record.source.bytes) == ("application/msword", len(DOC))
    assert [(note.code, note.message) for note in record.notes if note.code == "converted"] == [
        ("converted", "LibreOffice turned the document into one that can be read")
    ]
    assert [path.suffix for path in (corpus.folder / "originals").rglob("*.*")] == [".doc"]


def test_without_a_program_the_original_is_kept_and_read_later(
    programs: Path, tmp_path: Path, corpus: Corpus
) -> None:
    (tmp_path / "oud.doc").write_bytes(DOC)
    assert ingest_paths(corpus, [str(tmp_path / "oud.doc")]).refused == 1
    assert [one.code for one in corpus.refusals()] == ["no_converter"]
    install_office(programs, tmp_path)
    assert ingest_paths(corpus, [str(tmp_path / "oud.doc")], again=True).inserted == 1
    assert list(corpus.refusals()) == []
