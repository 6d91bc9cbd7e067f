"""Short words in which the made documents are written down."""

from __future__ import annotations

import datetime as dt
import zlib

from tests.gold.make.shape import Attachment, Block, Body, Bullets, Minister, Part, Person, Table, Text


def person(name: str, printed: str | None = None) -> Person:
    """A person printed in capitals, unless `printed` says otherwise."""
    return Person(name, printed or name.upper())


def minister(name: str, portfolio: str, answer_portfolio: str | None = None) -> Minister:
    return Minister(person(name), portfolio, answer_portfolio)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _blocks(given: tuple[str | Block, ...]) -> tuple[Block, ...]:
    return tuple(Text(one) if isinstance(one, str) else one for one in given)


def part(labels: str, *blocks: str | Block, mark: str | None = None) -> Part:
    """ "1" prints "1.", "1a" prints "a)", "8,9" prints "8, 9."; any other form is given as `mark`."""
    names = tuple(labels.split(","))
    if mark is None:
        first = names[0].lstrip("0123456789")
        mark = f"{first})" if first else f"{', '.join(names)}."
    return Part(names, mark, _blocks(blocks))


def loose(*blocks: str | Block) -> Part:
    """Lines that stand between parts and belong to none."""
    return Part((), "", _blocks(blocks))


def body(*pieces: str | Block | Part) -> Body:
    """What stands before the first part is introduction; lines without a part go into `loose`."""
    introduction: list[str | Block] = []
    parts: list[Part] = []
    closing: list[str | Block] = []
    for piece in pieces:
        if isinstance(piece, Part):
            parts.append(piece)
        else:
            (closing if parts else introduction).append(piece)
    return Body(_blocks(tuple(introduction)), tuple(parts), _blocks(tuple(closing)))


def bullets(*entries: str, mark: str = "-") -> Bullets:
    return Bullets(entries, mark)


def annex(title: str, *blocks: str | Block) -> Attachment:
    return Attachment(title, _blocks(blocks))


def table(
    header: list[str], rows: str, caption: str | None = None, *, weights: str = "", narrow: bool = False
) -> Table:
    """Rows one a line, cells between bars; a header row is one string of the same kind."""

    def cells(line: str) -> tuple[str, ...]:
        return tuple(cell.strip() for cell in line.split("|"))

    made = Table(
        tuple(cells(line) for line in header),
        tuple(cells(line) for line in rows.strip("\n").splitlines()),
        caption,
        tuple(float(one) for one in weights.split()),
        narrow,
    )
    widths = {len(row) for row in (*made.header, *made.rows)}
    if len(widths) != 1:
        raise ValueError(f"rows of {sorted(widths)} cells in the table {caption or rows[:40]!r}")
    return made


def dutch(value: float, decimals: int = 0) -> str:
    """1234.5 as 1.234,5."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def figures(
    names: str,
    columns: int,
    low: int,
    high: int,
    *,
    decimals: int = 0,
    sum_row: str = "",
    sum_column: bool = False,
    share: bool = False,
    gaps: int = 0,
    wrong: int = 0,
) -> str:
    """Rows of figures that look drawn by lot and are always the same.

    names: row labels between bars ("/" parts two columns of labels). sum_row: label of a row of sums.
    sum_column: a last column of sums; share: a last column with the row's share in the first column, in
    per cent. gaps: per cent of the cells that are empty. wrong: what the last sum is off by.
    """
    scale = 10**decimals
    rows: list[tuple[str, list[int | None]]] = []
    for name in names.split("|"):
        drawn: list[int | None] = []
        for column in range(columns):
            lot = zlib.crc32(f"{names}/{name}/{column}/{low}".encode())
            empty = lot // 7919 % 100 < gaps
            drawn.append(None if empty else low * scale + lot % ((high - low) * scale + 1))
        rows.append((name.strip(), drawn))
    if sum_row:
        sums: list[int | None] = [sum(drawn[c] or 0 for _, drawn in rows) for c in range(columns)]
        sums[-1] = (sums[-1] or 0) + wrong
        rows.append((sum_row, sums))
    whole = sum(drawn[0] or 0 for name, drawn in rows if name != sum_row) or 1

    def line(name: str, drawn: list[int | None]) -> str:
        cells = [*name.split("/"), *("" if one is None else dutch(one / scale, decimals) for one in drawn)]
        if sum_column:
            cells.append(dutch(sum(one or 0 for one in drawn) / scale, decimals))
        if share:
            cells.append(f"{dutch(100 * (drawn[0] or 0) / whole, 1)}%")
        return " | ".join(cell.strip() for cell in cells)

    return "\n".join(line(name, drawn) for name, drawn in rows)
