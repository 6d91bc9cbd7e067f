"""Reading takes time in proportion to the length of a text, whatever stands in it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from archive.errors import Refusal
from tests.parse.documents import ANSWER_HEAD, HEAD, parse_text

_LENGTH = 200_000
# Linear reading takes 0.1 to 1 second; anything quadratic takes minutes.
_MOST_SECONDS = 8.0


def _of_length(piece: str) -> Callable[[int], str]:
    return lambda length: piece * (length // len(piece))


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(_of_length("1. 1. 1. a) a) "), id="labels on one line"),
        pytest.param(_of_length("1. 1. 1. a) a)\n"), id="lines of labels"),
        pytest.param(_of_length("1. Een\na) twee\n"), id="labels that restart"),
        pytest.param(_of_length("1, 2, 3, 4, 5, 6\n"), id="labels without an end"),
        pytest.param(_of_length("woord.a) Ab"), id="glued labels"),
        pytest.param(_of_length("ANTWOORD\n"), id="heads of answers"),
        pytest.param(_of_length("HILDE CREVITS\n"), id="names"),
        pytest.param(_of_length("a 1 2\n"), id="rows"),
        pytest.param(_of_length("a 1 2\nkort\nkort\n"), id="rows with broken cells"),
        pytest.param(_of_length("12\n"), id="cells"),
        pytest.param(_of_length("kort woord \n"), id="short lines"),
        pytest.param(_of_length("woord-\n"), id="broken words"),
        pytest.param(_of_length("http://a.be/b-\n"), id="broken addresses"),
        pytest.param(_of_length("obegeleid\n"), id="glued bullets"),
        pytest.param(_of_length("woord1 \n1 Noot\n"), id="footnotes"),
        pytest.param(_of_length("Ã©n "), id="mojibake"),
        pytest.param(_of_length("1,"), id="figures and commas"),
        pytest.param(_of_length("."), id="points"),
        pytest.param(_of_length(" "), id="blanks"),
        pytest.param(_of_length(" \n"), id="blank lines"),
        pytest.param(_of_length("SCHRIFTELIJKE VRAAG\n"), id="headings"),
        pytest.param(lambda length: ANSWER_HEAD + "BIJLAGE\nx\n" * (length // 10), id="attachments"),
        pytest.param(lambda length: ANSWER_HEAD + "ik verwijs naar " * (length // 16), id="referrals"),
        pytest.param(lambda length: ANSWER_HEAD + "niet geen beschikt " * (length // 19), id="negations"),
        pytest.param(lambda length: ANSWER_HEAD + "vraag nr. 1 van 2 " * (length // 18), id="references"),
    ],
)
def test_a_long_adversarial_text_is_read_quickly(make: Callable[[int], str]) -> None:
    text = HEAD + make(_LENGTH)
    started = time.process_time()
    try:
        parse_text(text)
    except Refusal as refusal:
        pytest.fail(f"refused: {refusal}")
    assert time.process_time() - started < _MOST_SECONDS
