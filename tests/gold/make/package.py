"""The fixed parts of a Word document (ECMA-376) and their packing, the same bytes every time."""

from __future__ import annotations

import io
import zipfile

from tests.gold.make.styles import Look

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PARTS = ("styles", "numbering", "settings", "footnotes", "header", "footer")


def pack(parts: dict[str, str], title: str) -> bytes:
    """The document with these parts of `word/` (name without suffix: XML), plus what every document needs."""
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _root_relations(),
        "docProps/core.xml": _core(title),
        "word/_rels/document.xml.rels": _document_relations(parts),
        **{f"word/{name}.xml": xml for name, xml in parts.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, xml in files.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _DECLARATION + xml)
    return stream.getvalue()


def _content_types(parts: dict[str, str]) -> str:
    kinds = {"document": "document.main"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}{kinds.get(name, name)}+xml"/>'
        for name in parts
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(rows: list[tuple[str, str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in rows
    )
    address = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{address}">{links}</Relationships>'


def _root_relations() -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relations(
        [("r1", f"{_RELATIONS}officeDocument", "word/document.xml"), ("r2", core, "docProps/core.xml")]
    )


def _document_relations(parts: dict[str, str]) -> str:
    return _relations(
        [(f"r-{name}", f"{_RELATIONS}{name}", f"{name}.xml") for name in _PARTS if name in parts]
    )


def _core(title: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2024-01-01T00:00:00Z</dcterms:created>'
        "</cp:coreProperties>"
    )


def styles_part(look: Look) -> str:
    """Normal text, the two headings, footnotes and their references."""
    font = f'<w:rFonts w:ascii="{look.font}" w:hAnsi="{look.font}" w:cs="{look.font}"/>'

    def heading(level: int, size: int) -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
            f'<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="120"/>'
            f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        )

    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{font}"
        f'<w:sz w:val="{look.half_points}"/><w:lang w:val="nl-BE"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:pPr><w:spacing w:after="80"/></w:pPr></w:style>'
        f"{heading(1, look.half_points + 4)}{heading(2, look.half_points)}"
        '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>'
        '<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="15"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
    )


def settings_part() -> str:
    return (
        f'<w:settings {NAMESPACES}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def footnotes_part(texts: dict[str, str]) -> str:
    """The footnotes by label, after the two separators that every document has."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for kind, number, tag in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    notes = "".join(
        f'<w:footnote w:id="{label}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
        for label, text in texts.items()
    )
    return f"<w:footnotes {NAMESPACES}>{separators}{notes}</w:footnotes>"


def header_part() -> str:
    return (
        f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:sz w:val="15"/></w:rPr>'
        "<w:t>Vlaams Parlement – Schriftelijke vragen en antwoorden</w:t></w:r></w:p></w:hdr>"
    )


def footer_part() -> str:
    """The address of the parliament and the number of the page."""
    size = '<w:rPr><w:sz w:val="15"/></w:rPr>'
    return (
        f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>{size}'
        '<w:t xml:space="preserve">V L A A M S  P A R L E M E N T – 1011 Brussel – '
        "www.vlaamsparlement.be – blz. </w:t></w:r>"
        f'<w:r>{size}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{size}<w:instrText>PAGE</w:instrText></w:r>'
        f'<w:r>{size}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{size}<w:t>1</w:t></w:r>'
        f'<w:r>{size}<w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
    )
