"""The text of shards: every row of bytes comes back, from the browser as well."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from archive.search.shard_text import GROUP, WRITTEN, content_of, text_of

if TYPE_CHECKING:
    from playwright.sync_api import Page


@given(some.binary(max_size=60))
def test_bytes_come_back(content: bytes) -> None:
    assert content_of(text_of(content)) == content


@given(some.binary(max_size=60))
def test_no_character_needs_a_backslash(content: bytes) -> None:
    written = text_of(content)
    assert written.isascii()
    assert not set(written) & set(b'\n\r"\\')


@pytest.mark.parametrize("content", [b"\xff" * GROUP, b"\x00" * GROUP, b"\xff" * 10 * GROUP])
def test_a_group_takes_fifteen_characters(content: bytes) -> None:
    assert len(text_of(content)) == 1 + len(content) // GROUP * WRITTEN
    assert content_of(text_of(content)) == content


@pytest.mark.parametrize("text", [b"", b"ab", b"a" * 15, b'a"' + b"a" * 14, b"\xff" + b"a" * 15])
def test_other_text_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match="missing"):
        content_of(text)


def test_the_browser_reads_the_same_bytes(page_from_disk: Page) -> None:
    luck = random.Random(13)
    contents = [luck.randbytes(length) for length in (*range(30), 1000)] + [b"\xff" * 40, bytes(40)]
    texts = [text_of(content).decode("ascii") for content in contents]
    read = page_from_disk.evaluate("texts => texts.map(text => [...ArchiveShards.contentOf(text)])", texts)
    assert [bytes(one) for one in read] == contents
