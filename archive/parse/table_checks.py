"""Adds up the tables of answers and tells whether printed totals and percentages agree; changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from archive.model.blocks import Check, Table
from archive.text.numbers import Number, format_number, parse_number
from archive.text.totals import names_total

FEWEST_PERCENTAGES = 3

_Grid = list[list[Number | None]]


def check_table(table: Table) -> Table:
    """The table with the outcome of every sum that its words announce: rows and columns named "Totaal", and
    percentages that are the quotient of two columns in most rows."""
    if table.checks or len(table.rows) < 2:
        return table
    numbers = [[parse_number(cell) for cell in row] for row in table.rows]
    checks = (
        *_column_checks(table, numbers),
        *_row_checks(table, numbers),
        *_percentage_checks(table, numbers),
    )
    return msgspec.structs.replace(table, checks=checks) if checks else table


def column_name(table: Table, column: int) -> str:
    """The name of a column for people: its header cells from top to bottom, else its number from 1."""
    names = dict.fromkeys(row[column] for row in table.header if row[column])
    return " ".join(names) or str(column + 1)


def _column_checks(table: Table, numbers: _Grid) -> list[Check]:
    totals = [index for index, row in enumerate(table.rows) if _names_total(row)]
    if not totals or totals[-1] < 2:
        return []
    grouped = _grouped_totals(table)
    checks = []
    for column in range(1, len(table.rows[0])):
        if grouped:
            found = [_grouped_check(table, numbers, column, rows, total) for rows, total in grouped]
        else:
            found = [_column_check(table, numbers, totals[-1], column)]
        checks += [check for check in found if check is not None]
    return checks


def _grouped_totals(table: Table) -> list[tuple[list[int], int]]:
    """In a table of groups with a last group "Totaal": which rows each row of that group adds up.

    The first column names the group, in its first row only; the second names the row.
    """
    if len(table.rows[0]) < 3 or sum(not row[0] for row in table.rows) * 3 < len(table.rows):
        return []
    begin = next((index for index, row in enumerate(table.rows) if names_total(row[0])), None)
    if begin is None or begin == len(table.rows) - 1:
        return []
    return [
        ([index for index in range(begin) if table.rows[index][1] == table.rows[total][1]], total)
        for total in range(begin, len(table.rows))
    ]


def _grouped_check(
    table: Table, numbers: _Grid, column: int, rows: Sequence[int], total: int
) -> Check | None:
    printed = numbers[total][column]
    values = [number.value for number in (numbers[index][column] for index in rows) if number is not None]
    if printed is None or printed.unit in ("%", "‰") or len(values) < 2:
        return None
    place = f"column {column_name(table, column)}, {table.rows[total][1]}"
    return _compared(place, "rows give", [sum(values, Decimal(0))], printed)


def _names_total(row: Sequence[str]) -> bool:
    return any(names_total(cell) for cell in row[:2])


def _column_check(table: Table, numbers: _Grid, last: int, column: int) -> Check | None:
    printed = numbers[last][column]
    if printed is None or printed.unit in ("%", "‰"):
        return None
    above = [(row, numbers[index][column]) for index, row in enumerate(table.rows[:last])]
    values = [(row, number.value) for row, number in above if number is not None]
    if len(values) < 2 or any(number is not None and number.unit in ("%", "‰") for _, number in above):
        return None
    sums = [sum((value for _, value in chosen), Decimal(0)) for chosen in _levels(table, values) if chosen]
    return _compared(f"column {column_name(table, column)}", "rows give", sums, printed)


def _levels(
    table: Table, values: Sequence[tuple[tuple[str, ...], Decimal]]
) -> list[list[tuple[tuple[str, ...], Decimal]]]:
    """The rows that a total may add up: those of the lowest level, and those of the groups above them.

    In a grouped table rows recur in every group ("18-19" in every province), or every group ends with a total.
    """
    plain = [pair for pair in values if not _names_total(pair[0])]
    subtotals = [pair for pair in values if _names_total(pair[0])]
    names = Counter(row[0] for row, _ in plain)
    recurring = [pair for pair in plain if names[pair[0][0]] > 1]
    if recurring and all(pair[0][0][:1].isdigit() for pair in recurring):
        # "15-17" in one province only is no group either.
        recurring = [pair for pair in plain if pair[0][0][:1].isdigit()]
    groups = [pair for pair in plain if pair not in recurring]
    if len(recurring) * 2 > len(plain) and groups and not subtotals:
        return [recurring, groups]
    return [plain, subtotals]


def _row_checks(table: Table, numbers: _Grid) -> list[Check]:
    """Compares a last column "Totaal" with the sum of the columns before it; one check for all rows."""
    width = len(table.rows[0])
    if width < 4 or not names_total(column_name(table, width - 1)):
        return []
    wrong, right = [], 0
    for row, values in zip(table.rows, numbers, strict=True):
        printed, parts = values[-1], [number for number in values[1:-1] if number is not None]
        if printed is None or len(parts) < 2 or any(part.unit != printed.unit for part in parts):
            continue
        if _agree(sum((part.value for part in parts), Decimal(0)), printed, len(parts)):
            right += 1
        else:
            total = sum((part.value for part in parts), Decimal(0))
            wrong.append(
                Check(f"row {row[0]}", f"columns give {format_number(total)}, printed {row[-1]}", False)
            )
    if right and not wrong:
        return [Check(f"column {column_name(table, width - 1)}", f"agrees with its {right} rows", True)]
    # Columns that overlap ("waarvan …") add up nowhere: they are no sum at all.
    return wrong if right else []


def _percentage_checks(table: Table, numbers: _Grid) -> list[Check]:
    checks: list[Check] = []
    width = len(table.rows[0])
    for column in range(1, width):
        shares = [row[column] for row in numbers]
        if sum(share is not None and share.unit == "%" for share in shares) < FEWEST_PERCENTAGES:
            continue
        best = max(
            ((part, whole) for part in range(width) for whole in range(width) if part != whole),
            key=lambda pair: sum(_is_share(row, column, *pair) for row in numbers),
        )
        outcomes = [
            (row, _is_share(values, column, *best))
            for row, values in zip(table.rows, numbers, strict=True)
            if _share(values, *best) is not None and values[column] is not None
        ]
        agreeing = sum(agrees for _, agrees in outcomes)
        if agreeing < FEWEST_PERCENTAGES or agreeing * 4 < len(outcomes) * 3:
            continue
        name = column_name(table, column)
        quotient = f"{column_name(table, best[0])} / {column_name(table, best[1])}"
        wrong = [row[0] for row, agrees in outcomes if not agrees]
        message = f"not {quotient} in {', '.join(wrong)}" if wrong else f"agrees with {quotient}"
        checks.append(Check(f"column {name}", message, not wrong))
    return checks


def _share(values: Sequence[Number | None], part: int, whole: int) -> Decimal | None:
    above, below = values[part], values[whole]
    if above is None or below is None or "%" in (above.unit, below.unit) or not below.value:
        return None
    return above.value / below.value * 100


def _is_share(values: Sequence[Number | None], column: int, part: int, whole: int) -> bool:
    share, printed = _share(values, part, whole), values[column]
    if share is None or printed is None or printed.unit != "%":
        return False
    return abs(share - printed.value) <= Decimal(1).scaleb(-printed.decimals)


def _compared(place: str, verb: str, sums: Sequence[Decimal], printed: Number) -> Check | None:
    if not sums:
        return None
    total = format_number(printed.value)
    if all(_agree(found, printed, 20) for found in sums):
        return Check(place, f"{verb} {total}, as printed", True)
    listed = " and ".join(format_number(found) for found in dict.fromkeys(sums))
    return Check(place, f"{verb} {listed}, printed {total}", False)


def _agree(found: Decimal, printed: Number, terms: int) -> bool:
    """Whether a sum is the printed one, but for the rounding of its terms where they have decimals."""
    slack = Decimal(terms).scaleb(-printed.decimals) / 2 if printed.decimals else Decimal(0)
    return abs(found - printed.value) <= slack
