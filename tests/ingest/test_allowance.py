"""A long document may take longer than a short one, and none takes for ever."""

from __future__ import annotations

import pytest

from archive.ingest.allowance import allowance_for
from archive.ingest.limits import Limits

LIMITS = Limits(cpu_seconds=60, wall_seconds=120.0, page_seconds=0.25, most_seconds=1800.0)
PAGE = b"<< /Type /Page /Parent 2 0 R >>\n"


@pytest.mark.parametrize(
    ("content", "cpu_seconds"),
    [
        (b"", 60),
        (PAGE * 240, 60),
        (PAGE * 1000, 250),
        (b"<</Type/Page>>" * 1000, 250),
        (b"<< /Type /Pages >> " * 1000, 60),
        (PAGE * 100_000, 1800),
        (bytes(8192 * 400), 100),
    ],
)
def test_processor_time_grows_with_the_pages(content: bytes, cpu_seconds: int) -> None:
    assert allowance_for(content, LIMITS).cpu_seconds == cpu_seconds


def test_time_by_the_clock_is_stretched_as_much() -> None:
    assert allowance_for(PAGE * 1000, LIMITS).wall_seconds == 500.0


def test_answer_may_be_longer_for_a_longer_document_and_has_an_end() -> None:
    lengths = [allowance_for(bytes(size), Limits()).answer_bytes for size in (0, 1 << 20, 1 << 26)]
    assert lengths == [32 << 20, 40 << 20, 64 << 20]
