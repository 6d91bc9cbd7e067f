"""Prints how right the gold set is read: `python -m tests.gold`."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from tests.gold.cases import Case
from tests.gold.evaluate import COUNTS, SELECTIONS, SHARES, Figures, committed, evaluate, joined, save, share
from tests.gold.score import Score

_COLUMNS = ("documents", *SHARES, *COUNTS)


def main(arguments: list[str] | None = None) -> int:
    """Reads, prints and on request saves. Exit code 1 where something got worse is left to the tests."""
    options = _options(arguments)
    wanted = [name for name in SELECTIONS if getattr(options, name.replace("-", "_"))] or list(SELECTIONS)
    found = {name: evaluate(name, _teller(options.verbose)) for name in wanted}
    before = committed()
    now = joined(found.values())
    then = joined(before[name] for name in wanted if name in before)
    sys.stdout.write(_table(now, then) + "\n")
    if options.save:
        save({**before, **found})
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.gold", description=__doc__)
    parser.add_argument("--tuned", action="store_true", help="only the two thirds that may be tuned on")
    parser.add_argument("--held-out", action="store_true", help="only the third that is set aside")
    parser.add_argument(
        "--verbose", type=int, nargs="?", const=5, default=0, metavar="N", help="the first N differences each"
    )
    parser.add_argument("--save", action="store_true", help="write the figures to tests/gold/figures.json")
    return parser.parse_args(arguments)


def _teller(few: int) -> Any:
    """Tells the differences of each document; of held-out documents only that there are some."""

    def tell(case: Case, score: Score) -> None:
        if few and score.differences:
            sys.stdout.write(f"{case.name} [{case.layout}]: {len(score.differences)} differences\n")
            for line in score.differences[: 0 if case.held_out else few]:
                sys.stdout.write(f"    {line}\n")

    return tell


def _table(now: Figures, before: Figures) -> str:
    rows = [["layout", *_COLUMNS]]
    for layout, row in now.items():
        rows.append([layout, *(_cell(row, before.get(layout), name) for name in _COLUMNS)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows
    )


def _cell(row: dict[str, Any], before: dict[str, Any] | None, name: str) -> str:
    """A figure, and in brackets by how much it differs from the committed one."""
    if name not in SHARES:
        change = row[name] - before[name] if before else 0
        return f"{row[name]}" + (f" ({change:+})" if change else "")
    new = share(row, name)
    if new is None:
        return "–"
    old = share(before, name) if before else None
    change = round(new - old, 1) if old is not None else 0.0
    # "100.0%" must mean that nothing was wrong.
    shown = 99.9 if row[name][0] < row[name][1] and new > 99.9 else new
    return f"{shown:.1f}%" + (f" ({change:+.1f})" if change else "")


if __name__ == "__main__":
    raise SystemExit(main())
