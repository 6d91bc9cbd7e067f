"""Running text becomes HTML in which nothing of the document is markup, and web addresses are links."""

from __future__ import annotations

import html
import re
import time

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from archive.render.prose import Mention, linked_prose, prose, web_address


def links(text: str) -> list[tuple[str, str]]:
    soup = BeautifulSoup(f"<p>{prose(text)}</p>", "html.parser")
    return [(str(link["href"]), link.text) for link in soup.find_all("a")]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Zie https://www.vlaanderen.be/a?b=1&c=2.", "https://www.vlaanderen.be/a?b=1&c=2"),
        ("(zie http://x.be/pad)", "http://x.be/pad"),
        ("https://nl.wikipedia.org/wiki/Huur_(wonen),", "https://nl.wikipedia.org/wiki/Huur_(wonen)"),
        ("<https://x.be/>", "https://x.be/"),
        ("HTTPS://X.be/Pad is hoofdletters", "HTTPS://X.be/Pad"),
    ],
)
def test_a_bare_address_becomes_a_link_without_the_marks_around_it(text: str, address: str) -> None:
    assert links(text) == [(address, address)]


@pytest.mark.parametrize(
    "text",
    [
        "javascript://x.be/%0aalert(1)",
        "ftp://x.be",
        "www.x.be",
        "https://",
        "https://.",
        "x@y.be",
        "http://[x",
    ],
)
def test_anything_else_stays_text(text: str) -> None:
    assert links(text) == []
    assert html.unescape(re.sub("<[^>]*>", "", prose(text))) == text


@given(st.text(st.sampled_from("ah tps:/.,()<>&\"'=é")))
def test_the_text_of_the_html_is_the_text(text: str) -> None:
    assert BeautifulSoup(f"<p>{prose(text)}</p>", "html.parser").text == text


def test_markup_in_a_text_is_text() -> None:
    assert prose('<img src=x onerror="a()"> https://x.be/"onclick="b()') == (
        "&lt;img src=x onerror=&#34;a()&#34;&gt; "
        '<a href="https://x.be/" rel="external noopener">https://x.be/</a>&#34;onclick=&#34;b()'
    )


@pytest.mark.parametrize("piece", ["https://", "https://a", "(" * 3, "https://a).", "://"])
def test_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    started = time.perf_counter()
    prose("https://x.be/" + piece * (200_000 // len(piece)))
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://x.be/a", True),
        ("HTTP://x.be", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//x.be", False),
        ("https:x", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_linked(address: str | None, kept: bool) -> None:
    assert web_address(address) == (address if kept else None)


def linked(text: str, *mentions: Mention) -> str:
    return linked_prose(text, mentions, lambda address: f"../{address}", lambda one: f"Onderwerp: {one.name}")


def test_a_mention_leads_to_its_topic_and_says_so() -> None:
    mention = Mention(3, 15, "onderwerpen/sociale-huur.html", "subject", 'Sociale <huur> & "meer"')
    assert linked("De sociale huur in https://x.be/a stijgt.", mention) == (
        'De <a class="mention" href="../onderwerpen/sociale-huur.html"'
        ' title="Onderwerp: Sociale &lt;huur&gt; &amp; &#34;meer&#34;">sociale huur</a>'
        ' in <a href="https://x.be/a" rel="external noopener">https://x.be/a</a> stijgt.'
    )


@given(st.text(st.sampled_from("ah tps:/.,()<>&\"'=é")), st.lists(st.integers(0, 30), max_size=8))
def test_with_the_markup_removed_the_text_is_the_same(text: str, bounds: list[int]) -> None:
    ordered = sorted(min(bound, len(text)) for bound in bounds)
    pairs = zip(ordered[::2], ordered[1::2], strict=False)
    mentions = [Mention(start, end, "x.html", "concept", "<b>") for start, end in pairs if start < end]
    assert BeautifulSoup(f"<pre>{linked(text, *mentions)}</pre>", "html.parser").text == text
