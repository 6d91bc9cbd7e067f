"""What is told of errors of the system."""

from __future__ import annotations

import errno

import pytest

from archive.errors import cause_of, way_on


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "make room"),
        (errno.EDQUOT, "make room"),
        (errno.EMFILE, "close other programs"),
        (errno.EROFS, "make that disk writable"),
        (errno.EIO, "look after the disk"),
        (errno.EACCES, "make it readable"),
    ],
)
def test_way_on_is_that_of_the_cause(number: int, remedy: str) -> None:
    assert way_on(OSError(number, "…"), "make it readable").startswith(remedy)


def test_error_without_a_number_has_the_usual_way_on() -> None:
    assert way_on(OSError("the same file"), "choose another place") == "choose another place"


def test_error_without_a_number_tells_its_cause() -> None:
    assert cause_of(OSError("the same file")) == "the same file"
