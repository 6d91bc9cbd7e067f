"""Office documents made by hand for tests: zip archives of a few XML parts, with nothing that a test does not need."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_OFFICE = "http://schemas.openxmlformats.org"
_W = (
    f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:m="{_OFFICE}/officeDocument/2006/math"'
)
_S = f'xmlns="{_OFFICE}/spreadsheetml/2006/main" xmlns:r="{_OFFICE}/officeDocument/2006/relationships"'
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("manifest", "manifest"),
    )
)
_ODF += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "settings": "settings",
    "header": "hdr",
    "footer": "ftr",
}


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of parts by name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a zip archive by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def docx(body: str, *, links: Mapping[str, str] | None = None, title: str = "", **parts: str) -> bytes:
    """A Word document with this body; parts: the inner XML of numbering, styles, footnotes … ; links: by their ids."""
    files = {
        "[Content_Types].xml": _types("word/document.xml", "wordprocessingml.document"),
        "_rels/.rels": _relations({"c": ("core-properties", "docProps/core.xml")}),
        "docProps/core.xml": (
            '<c:coreProperties xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{title}</dc:title></c:coreProperties>"
        ),
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            {name: (name, f"{name}.xml") for name in parts},
            links or {},
        ),
    }
    for name, inner in parts.items():
        root = _ROOTS[name]
        files[f"word/{name}.xml"] = f"<w:{root} {_W}>{inner}</w:{root}>"
    return packed(files)


def paragraph(
    text: str, *, level: int | None = None, list_id: int = 1, style: str = "", inner: str = ""
) -> str:
    """A paragraph of a Word document, on a level of a list where one is given."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if level is not None:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}{inner}</w:pPr>{run}</w:p>"


def level(place: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    """A level of a list of a Word document."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    """The numbering part of a Word document with one kind of list, and the lists of that kind."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{lists}'


def cell(text: str, properties: str = "", inner: str = "") -> str:
    """A cell of a table of a Word document."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of a table of a Word document; texts become plain cells."""
    made = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def table(*rows: str) -> str:
    """A table of a Word document."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def odf(kind: str, body: str, *, automatic: str = "", styles: str = "", **parts: str) -> bytes:
    """An OpenDocument of a kind ("text" or "spreadsheet"); automatic: its own styles; styles: those of styles.xml."""
    files: dict[str, str | bytes] = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": (
            f"<office:document-content {_ODF}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
        ),
        "styles.xml": f"<office:document-styles {_ODF}>{styles}</office:document-styles>",
    }
    files |= {name: content.replace("NAMES", _ODF) for name, content in parts.items()}
    return packed(files)


def xlsx(
    sheets: Mapping[str, str],
    *,
    texts: tuple[str, ...] = (),
    formats: tuple[str, ...] = (),
    properties: str = "",
    hidden: tuple[str, ...] = (),
    merges: str = "",
) -> bytes:
    """A workbook. sheets: rows by name; texts: shared ones; formats: number formats, for the cell styles from 1 on.

    Cell style 0 is plain; the one after the formats is bold.
    """
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="s{at}" state="{"hidden" if name in hidden else "visible"}"/>'
        for at, name in enumerate(sheets, 1)
    )
    relations = {f"s{at}": ("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)}
    relations |= {"t": ("sharedStrings", "sharedStrings.xml"), "f": ("styles", "styles.xml")}
    own = "".join(f'<numFmt numFmtId="{164 + at}" formatCode="{code}"/>' for at, code in enumerate(formats))
    used = "".join(f'<xf numFmtId="{164 + at}" fontId="0"/>' for at in range(len(formats)))
    files = {
        "[Content_Types].xml": _types("xl/workbook.xml", "spreadsheetml.sheet"),
        "xl/workbook.xml": f"<workbook {_S}><workbookPr {properties}/><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(relations),
        "xl/sharedStrings.xml": f"<sst {_S}>{''.join(f'<si>{text}</si>' for text in texts)}</sst>",
        "xl/styles.xml": (
            f"<styleSheet {_S}><numFmts>{own}</numFmts><fonts><font/><font><b/></font></fonts><cellXfs>"
            f'<xf numFmtId="0" fontId="0"/>{used}<xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>'
        ),
    }
    for at, rows in enumerate(sheets.values(), 1):
        inner = f"<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>"
        files[f"xl/worksheets/sheet{at}.xml"] = f"<worksheet {_S}>{inner}</worksheet>"
    return packed(files)


def _types(part: str, kind: str) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/{part}" '
        f'ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
    )


def _relations(parts: Mapping[str, tuple[str, str]], links: Mapping[str, str] | None = None) -> str:
    rows = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/x/{kind}" Target="{target}"/>'
        for id, (kind, target) in parts.items()
    )
    rows += "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/x/hyperlink" Target="{target}" TargetMode="External"/>'
        for id, target in (links or {}).items()
    )
    return f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">{rows}</Relationships>'
