#!/usr/bin/env python3
"""Makes archive/text/name_table.csv from lists of members and ministers.

    scripts/make_name_table.py FOLDER

FOLDER holds the lists (names, parties and periods are facts). One row a name, role and party; from and until
are the first and last day for which the lists show that party or office, empty where they do not.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

Row = tuple[str, str, str, str, str]

TARGET = Path(__file__).parent.parent / "archive" / "text" / "name_table.csv"
# The lists were made in 2020 and at the end of the term; who stands in one only came or left in between.
TERM = ("2019-05-26", "2024-06-08")
SEEN_EARLY = ("2019-05-26", "2020-12-31")
SEEN_LATE = ("2021-01-01", "2024-06-08")
# Parties that changed their name during the term, with the last day of the old name.
RENAMED = {"sp.a": ("Vooruit", "2021-03-20", "2021-03-21"), "CD&V": ("cd&v", "2022-05-20", "2022-05-21")}
NO_PARTY = {"Onafhankelijke", "ONAFH"}


def _rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def members(folder: Path) -> Iterator[Row]:
    """Members of the Flemish Parliament in the term 2019-2024."""
    early = {
        f"{row['forename']} {row['surname']}": row["party"]
        for row in _rows_of(folder / "flemish_mps_2020.csv")
    }
    late = {row["name"]: row["party"] for row in _rows_of(folder / "flemish_mps_2019_2024.csv")}
    for name in sorted({*early, *late}):
        yield from _party_rows(name, early.get(name, ""), late.get(name, ""))


def _party_rows(name: str, early: str, late: str) -> Iterator[Row]:
    new, last, first = RENAMED.get(early, (early, "", ""))
    if early and new == late:
        if first:
            yield name, "member", early, TERM[0], last
            yield name, "member", late, first, TERM[1]
        else:
            yield name, "member", late, *TERM
        return
    if early and early not in NO_PARTY:
        yield name, "member", early, *SEEN_EARLY
    if late and late not in NO_PARTY:
        yield name, "member", late, *SEEN_LATE
    if {early, late} <= {"", *NO_PARTY}:
        yield name, "member", "", "", ""


def ministers(folder: Path) -> Iterator[Row]:
    """Ministers of the Flemish Government, with the period in which the list shows them."""
    for row in _rows_of(folder / "flemish_ministers.csv"):
        first, _, last = row["period"].partition("..")
        yield row["name"], "minister", "", *((first, last) if last else ("", ""))


def federal_members(folder: Path) -> Iterator[Row]:
    """Members of the federal Chamber: for the spelling of their names only."""
    for row in _rows_of(folder / "federal_members_zijwerkenvooru.csv"):
        yield f"{row['first_name']} {row['last_name']}".strip(), "federal_member", "", "", ""
    for row in _rows_of(folder / "federal_mps_2020.csv"):
        surname, _, forename = row["name_surname_first"].strip().rpartition(" ")
        yield f"{forename} {surname}", "federal_member", "", "", ""


def main(folder: Path) -> None:
    """Writes the table."""
    rows = sorted({*members(folder), *ministers(folder), *federal_members(folder)})
    with TARGET.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(["name", "role", "party", "from", "until"])
        writer.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
