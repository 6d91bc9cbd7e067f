"""Numbers and days of a workbook as Excel shows them to its Dutch reader."""

from __future__ import annotations

import pytest

from archive.extract.number_format import show_number


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("5", "General", "5"),
        ("0.1", "General", "0,1"),
        ("0.30000000000000004", "General", "0,3"),
        ("1234567890123", "General", "1234567890123"),
        ("1234.5", "", "1234,5"),
        ("1234.5", "@", "1234,5"),
        ("1234.5", "0", "1235"),
        ("2.5", "0", "3"),
        ("-2.5", "0", "-3"),
        ("0.005", "0.00", "0,01"),
        ("1234.5", "#,##0.00", "1.234,50"),
        ("1234567", "#,##0", "1.234.567"),
        ("0", "#,##0", "0"),
        ("12345678", "#,##0,", "12.346"),
        ("2", "0.##", "2"),
        ("2.5", "0.##", "2,5"),
        ("7", "000", "007"),
        ("0.5", "#", "1"),
        ("0.123", "0.0%", "12,3%"),
        ("1.1E2", "0", "110"),
        ("1234.5", '#,##0.00\\ "€"', "1.234,50 €"),
        ("1234.5", "[$€-813]\\ #,##0.00", "€ 1.234,50"),
        ("-1234.5", '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-', "-1.234,50 €"),
        ("-3.5", "0.0;(0.0)", "(3,5)"),
        ("-3.5", "[Red]0.0", "-3,5"),
        ("-0.001", "0.0", "0,0"),
        ("0", '0;-0;"-"', "-"),
        ("5", '[<10]"<10";0', "<10"),
        ("15", '[<10]"<10";0', "15"),
        ("3", '0 "st."', "3 st."),
        ("32475123456", "000-0000000-00", "032-4751234-56"),
        ("0.5", "# ?/?", "0,5"),
        ("1234.5", "0.00E+00", "1234,5"),
        ("geen getal", "0", "geen getal"),
        ("nan", "0", "nan"),
        ("1e400", "0", "1e400"),
    ],
)
def test_numbers(value: str, code: str, shown: str) -> None:
    assert show_number(value, code) == shown


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("45407", "d/mm/yyyy", "25/04/2024"),
        ("45407", "dd/mm/yy", "25/04/24"),
        ("45407", "mmm-yy", "apr-24"),
        ("45407", "d mmmm yyyy", "25 april 2024"),
        ("45407", "dddd d mmm", "donderdag 25 apr"),
        ("45407", "mmmmm", "a"),
        ("45407", "[$-F800]dddd, mmmm dd, yyyy", "donderdag 25 april 2024"),
        ("45407.75", "dd/mm/yyyy hh:mm", "25/04/2024 18:00"),
        ("0.354", "h:mm AM/PM", "8:29 AM"),
        ("0.75", "h:mm:ss AM/PM", "6:00:00 PM"),
        ("0.0005", "mm:ss.0", "00:43,2"),
        ("1.5", "[h]:mm:ss", "36:00:00"),
        ("45407.9999999", "d/mm/yyyy", "26/04/2024"),
        ("59", "d/mm/yyyy", "28/02/1900"),
        ("61", "d/mm/yyyy", "1/03/1900"),
        ("-1", "d/mm/yyyy", "-1"),
        ("99999999", "d/mm/yyyy", "99999999"),
        ("45407", '"dag" 0', "dag 45407"),
    ],
)
def test_days_and_times(value: str, code: str, shown: str) -> None:
    assert show_number(value, code) == shown


def test_days_may_be_counted_from_1904() -> None:
    assert show_number("0", "d/mm/yyyy", from_1904=True) == "1/01/1904"
