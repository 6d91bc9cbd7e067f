"""Which system calls are struck."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.safety.points import chosen_points, spread
from benchmarks.safety.strace import Call


def calls(name: str, count: int) -> list[Call]:
    return [Call(1, name, number, "", 0) for number in range(1, count + 1)]


CALLS = [*calls("write", 100), *calls("rename", 2), *calls("mkdir", 5)]


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (3, {"write": 1, "rename": 1, "mkdir": 1}),
        (9, {"write": 3, "rename": 2, "mkdir": 4}),
        (50, {"write": 43, "rename": 2, "mkdir": 5}),
        (1000, {"write": 100, "rename": 2, "mkdir": 5}),
        (0, {}),
    ],
)
def test_rare_calls_count_as_much_as_common_ones(wanted: int, chosen: dict[str, int]) -> None:
    points = chosen_points(CALLS, wanted)
    assert Counter(call.name for call in points) == chosen
    assert len(set(points)) == len(points)


@pytest.mark.parametrize(
    ("wanted", "numbers"), [(2, [1, 10]), (3, [1, 5, 10]), (1, [1]), (10, list(range(1, 11)))]
)
def test_points_of_one_kind_stand_far_apart(wanted: int, numbers: list[int]) -> None:
    assert [call.number for call in spread(calls("write", 10), wanted)] == numbers
