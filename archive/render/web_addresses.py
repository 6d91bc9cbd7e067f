"""Whole addresses of pages on the web. A site that was given none has none, so that no copy tells a lie."""

from __future__ import annotations

HOME = "index.html"


def site_base(base_url: str | None) -> str | None:
    """The address of the site's root with a slash at its end; None where the site has none."""
    return f"{base_url.rstrip('/')}/" if base_url else None


def whole_address(base: str, address: str) -> str:
    """The one address of a page. base: of the site's root, with a slash at its end, which is the home page's own."""
    return base if address == HOME else base + address
