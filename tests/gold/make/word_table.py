"""Typesets a table of a made document in WordprocessingML."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.gold.make.shape import ABOVE, LEFT, Table
from tests.gold.make.styles import Look

_RULES = {
    "grid": ("top", "left", "bottom", "right", "insideH", "insideV"),
    "hlines": ("top", "bottom", "insideH"),
    "none": (),
}


def table_xml(table: Table, look: Look, width: int) -> str:
    """The table over `width` twentieths of a point; its header rows repeat on the next page."""
    weights = table.weights or (1.0,) * table.width
    share = min(1.0, sum(weights) / 14) if not look.two_columns else 1.0
    widths = [int(width * share * weight / sum(weights)) for weight in weights]
    rules = "".join(
        f'<w:{side} w:val="{"single" if side in _RULES[look.borders] else "nil"}" w:sz="4" w:color="808080"/>'
        for side in _RULES["grid"]
    )
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    printed = (*table.header, *table.rows)
    rows = "".join(
        _row(printed, place, widths, look, header=place < len(table.header)) for place in range(len(printed))
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{rules}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(
    printed: tuple[tuple[str, ...], ...], place: int, widths: list[int], look: Look, *, header: bool
) -> str:
    row = printed[place]
    cells: list[str] = []
    for column, text in enumerate(row):
        if text == LEFT:
            continue
        span = 1
        while column + span < len(row) and row[column + span] == LEFT:
            span += 1
        below = printed[place + 1][column] if place + 1 < len(printed) else ""
        merge = "<w:vMerge/>" if text == ABOVE else '<w:vMerge w:val="restart"/>' if below == ABOVE else ""
        cells.append(
            _cell(
                "" if text == ABOVE else text,
                sum(widths[column : column + span]),
                span=span,
                merge=merge,
                look=look,
                header=header,
                right=column > 0 and text[:1].isdigit(),
            )
        )
    properties = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>"
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _cell(text: str, width: int, *, span: int, merge: str, look: Look, header: bool, right: bool) -> str:
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = (
        '<w:shd w:val="clear" w:color="auto" w:fill="E2E2E2"/>' if header and look.borders == "grid" else ""
    )
    align = "right" if right else "center" if span > 1 else "left"
    bold = "<w:b/>" if header else ""
    size = look.half_points - 2
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{wide}{merge}{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="20" w:after="20"/><w:jc w:val="{align}"/></w:pPr>'
        f'<w:r><w:rPr>{bold}<w:sz w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'
    )
