"""Typesets a made document as a Word document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.gold.make import package
from tests.gold.make.numbering import Numbering
from tests.gold.make.printed import (
    answer_lines,
    damaged,
    head_lines,
    mark_of,
    split_at_references,
    title_line,
)
from tests.gold.make.shape import Attachment, Block, Body, Bullets, Part, Table, Text, Written
from tests.gold.make.styles import Look
from tests.gold.make.word_table import table_xml

PAGE_WIDTH = 9070
"""Width of the text in twentieths of a point: A4 with margins of 2.5 cm."""
_SIMPLE_MARK = re.compile(r"(\d+)\.|([a-z])\)")


def word_document(document: Written, look: Look) -> bytes:
    """The document as docx."""
    page = _Page(document, look)
    page.question()
    if document.answer is not None:
        page.answer(document.answer)
    parts = {
        "document": f"<w:document {package.NAMESPACES}><w:body>{''.join(page.xml)}"
        f"{_section(look.two_columns, header=look.page_header)}</w:body></w:document>",
        "styles": package.styles_part(look),
        "numbering": page.numbering.part(),
        "settings": package.settings_part(),
        "footnotes": package.footnotes_part(
            {label: escape(text) for label, text in document.footnotes.items()}
        ),
        "footer": package.footer_part(),
    }
    if look.page_header:
        parts["header"] = package.header_part()
    return package.pack(parts, escape(document.title))


def _section(two_columns: bool, *, header: bool) -> str:
    top = '<w:headerReference w:type="default" r:id="r-header"/>' if header else ""
    columns = '<w:cols w:num="2" w:space="400"/>' if two_columns else '<w:cols w:space="708"/>'
    return (
        f'<w:sectPr>{top}<w:footerReference w:type="default" r:id="r-footer"/><w:type w:val="continuous"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1418" w:bottom="1247" '
        f'w:left="1418" w:header="567" w:footer="567" w:gutter="0"/>{columns}</w:sectPr>'
    )


def _run(text: str, *, bold: bool = False, italic: bool = False, size: int = 0) -> str:
    looks = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    looks += f'<w:sz w:val="{size}"/>' if size else ""
    pieces = re.split("(\t|\u00ad)", escape(text))
    named = {"\t": "<w:tab/>", "\u00ad": "<w:softHyphen/>"}
    inner = "".join(
        named.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>' for piece in pieces if piece
    )
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{inner}</w:r>"


def _paragraph(runs: str, *, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def _indent(left: int, hanging: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


@dataclass
class _Page:
    document: Written
    look: Look
    xml: list[str] = field(default_factory=list)
    numbering: Numbering = field(default_factory=Numbering)

    def question(self) -> None:
        self._heading("SCHRIFTELIJKE VRAAG")
        lines = head_lines(self.document)
        for line in lines[:-1]:
            self._plain(line, centred=True)
        self._plain(lines[-1])
        self._plain(self.document.minister.portfolio)
        title = damaged(title_line(self.document), self.document)
        self.xml.append(_paragraph(_run(title), properties='<w:pStyle w:val="Heading2"/>'))
        self._end_head()
        self._body(self.document.question)
        if self.document.family_line:
            self.xml.append(_paragraph(_run(self.document.family_line, size=17)))
        if self.look.two_columns:
            self.xml.append(_paragraph("", properties=self._section(True)))

    def answer(self, answer: Body) -> None:
        minister = self.document.minister
        first = "" if self.look.same_page else "<w:pageBreakBefore/>"
        self.xml.append(
            _paragraph(
                _run(minister.person.printed), properties=f'{first}<w:spacing w:before="360" w:after="0"/>'
            )
        )
        self._plain(minister.answer_portfolio or minister.portfolio)
        self._heading("ANTWOORD")
        for line in answer_lines(self.document):
            self._plain(line, centred=True)
        self._end_head()
        self.numbering.restart()
        self._body(answer)
        for attachment in self.document.attachments:
            self._attachment(attachment)

    def _attachment(self, attachment: Attachment) -> None:
        self._heading("BIJLAGE")
        self.xml.append(
            _paragraph(_run(attachment.title, bold=True), properties='<w:spacing w:after="120"/>')
        )
        for block in attachment.blocks:
            self._block(block, 0)

    def _heading(self, text: str) -> None:
        self.xml.append(
            _paragraph(_run(text), properties='<w:pStyle w:val="Heading1"/><w:jc w:val="center"/>')
        )

    def _plain(self, text: str, *, centred: bool = False) -> None:
        align = '<w:jc w:val="center"/>' if centred else ""
        self.xml.append(_paragraph(_run(text), properties=f'<w:spacing w:after="0"/>{align}'))

    def _section(self, two_columns: bool) -> str:
        return _section(two_columns, header=self.look.page_header)

    def _end_head(self) -> None:
        if self.look.two_columns:
            self.xml.append(_paragraph("", properties=self._section(False)))

    def _body(self, body: Body) -> None:
        for block in body.introduction:
            self._block(block, 0)
        for part in body.parts:
            self._part(part)
        for block in body.closing:
            self._block(block, 0)

    def _part(self, part: Part) -> None:
        if not part.labels:
            for block in part.blocks:
                self._block(block, 0)
            return
        level = 0 if part.mark[:1].isdigit() else 1
        left = 360 * (level + 1)
        rest = part.blocks
        lead = rest[0].text if rest and isinstance(rest[0], Text) else ""
        if lead:
            rest = rest[1:]
        simple = _SIMPLE_MARK.fullmatch(part.mark)
        if self.look.automatic and simple:
            value = int(simple[1]) if simple[1] else ord(simple[2]) - 96
            self._text(lead, properties=self.numbering.place(level, value))
        else:
            self.numbering.skip(level, _last_value(part, level))
            mark = mark_of(part, self.document)
            mark = f"{mark.rstrip()}\t" if self.look.tabbed and mark.endswith(" ") else mark
            self._text(mark + lead, properties="", indent=_indent(left, 360))
        for block in rest:
            self._block(block, left)

    def _text(self, text: str, *, properties: str = "", indent: str = "") -> None:
        align = '<w:jc w:val="both"/>' if self.look.justified else ""
        self.xml.append(_paragraph(self._runs(text), properties=f"{properties}{indent}{align}"))

    def _runs(self, text: str) -> str:
        pieces = split_at_references(damaged(text, self.document))
        runs = [_run(pieces[0])]
        for label, after in zip(pieces[1::2], pieces[2::2], strict=True):
            runs.append(
                '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                f'<w:footnoteReference w:id="{label}"/></w:r>'
            )
            runs.append(_run(after) if after else "")
        return "".join(runs)

    def _block(self, block: Block, left: int) -> None:
        match block:
            case Text(text):
                self._text(text, indent=_indent(left) if left else "")
            case Bullets(entries, mark):
                place = self.numbering.bullet(mark)
                for entry in entries:
                    self._text(entry, properties=place)
            case Table():
                self._table(block)

    def _table(self, table: Table) -> None:
        if table.caption:
            self.xml.append(
                _paragraph(_run(table.caption, italic=self.look.italic_captions), properties="<w:keepNext/>")
            )
        width = PAGE_WIDTH // 2 - 250 if self.look.two_columns else PAGE_WIDTH - 200
        self.xml.append(table_xml(table, self.look, width))
        self.xml.append(_paragraph("", properties='<w:spacing w:after="40"/>'))


def _last_value(part: Part, level: int) -> int:
    label = part.labels[-1]
    number = label.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(number) if level == 0 else ord(label[-1]) - 96
