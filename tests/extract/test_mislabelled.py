"""What a document is stands in its content; its name is never asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.errors import Refusal
from archive.extract import read_source
from archive.model.document import Source
from tests.extract.packages import docx, odf, packed, paragraph, xlsx
from tests.extract.sources import make_pdf, read_document, texts

SAMPLES = Path(__file__).parent / "samples" / "made"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def compound(*streams: str) -> bytes:
    """An old Office document with nothing but its directory."""
    entries = b""
    for name in ("Root Entry", *streams):
        encoded = name.encode("utf-16-le")
        entries += (encoded + bytes(64 - len(encoded)) + (len(encoded) + 2).to_bytes(2, "little")).ljust(
            128, b"\0"
        )
    return COMPOUND + entries


def refusal(content: bytes, name: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_source(Source(name, content))
    return caught.value


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (make_pdf([[(72, 700, "Een tekst")]]), "antwoord.doc", "application/pdf"),
        (b"<!DOCTYPE html><html><body><p>Een tekst</p></body></html>", "antwoord.pdf", "text/html"),
        ("<!DOCTYPE html><html><body><p>Een tekst</p></body></html>".encode("utf-16"), "a.pdf", "text/html"),
        (
            docx(paragraph("Een tekst")),
            "antwoord.pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            odf("text", "<text:p>Een tekst</text:p>"),
            "antwoord.docx",
            "application/vnd.oasis.opendocument.text",
        ),
        ("Een tekst\r\nen meer\r\n".encode("utf-16"), "antwoord.pdf", "text/plain"),
        ("Een tekst\r\nen meer\r\n".encode("utf-16-be"), "antwoord.pdf", "text/plain"),
        (b"Een tekst", "antwoord.xlsx", "text/plain"),
    ],
)
def test_the_type_is_told_by_content(content: bytes, name: str, media_type: str) -> None:
    document = read_document(content, name)
    assert document.media_type == media_type
    assert texts(document)[0].startswith("Een tekst")


def test_a_workbook_called_csv_is_a_workbook() -> None:
    rows = '<row><c t="inlineStr"><is><t>a</t></is></c></row>'
    assert read_document(xlsx({"x": rows}), "x.csv").media_type.endswith("spreadsheetml.sheet")


def test_long_text_in_utf_16_is_text_whichever_byte_comes_first() -> None:
    for encoding in ("utf-16-le", "utf-16-be", "utf-16"):
        document = read_document(("Een regel met één é.\n" * 9_000).encode(encoding))
        assert len(document.lines) == 9_000


@pytest.mark.parametrize(
    ("streams", "named"),
    [
        (("PowerPoint Document", "Workbook"), "a PowerPoint 97-2003 deck (ppt)"),
        (("__properties_version1.0",), "an Outlook message (msg)"),
        (("VisioDocument",), "a Visio drawing (vsd)"),
        ((), "an old Office document"),
    ],
)
def test_old_documents_that_cannot_be_turned_are_refused_by_name(
    streams: tuple[str, ...], named: str
) -> None:
    found = refusal(compound(*streams), "x.doc")
    assert found.code == "unknown_type"
    assert f"this is {named}, which" in found.cause


@pytest.mark.parametrize(
    ("content", "named", "programs"),
    [
        (compound("WordDocument"), "a Word 97-2003 document (doc)", "LibreOffice (soffice) or antiword"),
        (compound("Workbook"), "an Excel 97-2003 workbook (xls)", "LibreOffice (soffice)"),
        (b"{\\rtf1\\ansi Een tekst}", "a rich text document (rtf)", "LibreOffice (soffice) or unrtf"),
    ],
)
def test_old_documents_that_were_not_turned_name_what_to_install(
    content: bytes, named: str, programs: str
) -> None:
    found = refusal(content, "x.pdf")
    assert found.code == "no_converter"
    assert named in found.cause
    assert f"install {programs} and" in found.remedy


def test_a_new_document_with_a_password_looks_old_and_is_refused_as_locked() -> None:
    assert refusal(compound("EncryptionInfo", "EncryptedPackage"), "x.docx").code == "encrypted"


@pytest.mark.parametrize(
    ("member", "named"),
    [("ppt/presentation.xml", "pptx"), ("content.opf", "zip"), ("word/document.xml", "docx")],
)
def test_other_packages_are_refused_by_name(member: str, named: str) -> None:
    found = refusal(packed({member: "<x/>"}), "x.docx")
    assert found.code == "unknown_type"
    assert f"({named})" in found.cause


def test_a_package_with_a_broken_directory_is_refused() -> None:
    content = (SAMPLES / "000-grid.docx").read_bytes()
    assert refusal(content[: len(content) // 2], "x.docx").code == "unknown_type"
