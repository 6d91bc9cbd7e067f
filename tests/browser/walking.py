"""Walking through a page by keys alone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

_WHERE = """() => {
    const one = document.activeElement;
    const name = (one.ariaLabel || one.textContent).trim().slice(0, 30);
    return `${one.tagName.toLowerCase()}${one.id && "#" + one.id} ${name}`;
}"""


def where(page: Page) -> str:
    """What has the focus, in a few words."""
    return str(page.evaluate(_WHERE))


def tab_to(page: Page, selector: str, most: int = 400) -> None:
    """Presses Tab until the focus is on what a selector finds, once around the page at most."""
    passed: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        passed.append(where(page))
        if sum(one.startswith("body") for one in passed) == 2:
            break
    pytest.fail(f"the keys do not lead to {selector}, but to {passed}")


def until(page: Page, expression: str, seconds: float = 10) -> None:
    """Waits until an expression holds. The page's policy keeps Playwright's own waiting from working there."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, expression
        page.wait_for_timeout(20)


# Gathers, from now on, what each place that is announced by itself says.
LISTEN = """() => {
    window.announced = [];
    for (const place of document.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
        new MutationObserver(() => {
            const text = place.textContent.trim();
            if (text) announced.push(text);
        }).observe(place, {childList: true, characterData: true, subtree: true});
    }
}"""
