from __future__ import annotations

import io
import zipfile

import pytest

from archive.errors import Refusal
from archive.extract import read_source
from archive.extract.registry import FORMATS
from archive.model.document import Source
from tests.conftest import SEEDS
from tests.extract.sources import make_pdf, read_document


def _refusal(content: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_source(Source("map/bestand.pdf", content))
    return caught.value


def _word_document() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x00" * 100, "empty"),
        (bytes(range(256)) * 20, "binary"),
        (_word_document(), "unknown_type"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "unknown_type"),
        (b"{\\rtf1\\ansi Hallo}", "no_converter"),
        (b"<?xml version='1.0'?><feed/>", "unknown_type"),
        (b'{"titel": "geen record"}', "unknown_type"),
        (b"[1, 2, 3]", "unknown_type"),
        (b"%PDF-1.4\nniets", "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_code(content: bytes, code: str) -> None:
    assert _refusal(content).code == code


def test_a_refusal_names_the_file_what_it_is_and_what_to_give() -> None:
    refusal = _refusal(_word_document())
    assert refusal.place == "map/bestand.pdf"
    assert "a Word document (docx)" in refusal.cause
    assert "PDF" in refusal.remedy


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (make_pdf([[(72, 700, "Een tekst")]]), "application/pdf"),
        (b"\n\n" + make_pdf([[(72, 700, "Een tekst")]]), "application/pdf"),
        (b"<!DOCTYPE html><html><body><p>Een tekst</p></body></html>", "text/html"),
        (b"<p>Een tekst</p>", "text/html"),
        (b"Een tekst", "text/plain"),
        (b"Een tekst over %PDF-1.4 die geen PDF is"[::-1], "text/plain"),
    ],
)
def test_the_type_is_told_by_content_and_never_by_name(content: bytes, media_type: str) -> None:
    assert read_document(content, name="bedrog.docx").media_type == media_type


@pytest.mark.parametrize("seed", sorted(SEEDS.iterdir()), ids=lambda path: path.stem)
def test_seeds_are_plain_text(seed: object) -> None:
    assert read_document(SEEDS.joinpath(str(seed)).read_bytes()).media_type == "text/plain"


def test_formats_have_names_of_their_own() -> None:
    assert len({one.name for one in FORMATS}) == len(FORMATS)
