"""Every promise has a suite, and every suite a promise."""

from __future__ import annotations

import re

from benchmarks.safety.suites import SUITES
from tests.conftest import ROOT

PAGE = ROOT / "docs/promises.md"
_PROMISE = re.compile(r'- <a id="([a-z-]+)"></a>([A-Z`][^\n]*(?:\n  [^\n]+)*)')


def promises() -> dict[str, str]:
    return {name: " ".join(text.split()) for name, text in _PROMISE.findall(PAGE.read_text("utf-8"))}


def test_promises_are_those_that_are_tried_in_the_same_order() -> None:
    assert list(promises()) == [suite.name for suite in SUITES]


def test_every_promise_tells_how_it_is_tried_and_what_its_broken_variant_is() -> None:
    for name, text in promises().items():
        assert "Tried by" in text, name
        assert "Broken variant" in text, name
