"""Programs that forget what a text is: they write it as markup into pages, or as script, formula and address."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from markupsafe import Markup

from archive.render import templates
from archive.render.quick_environment import QuickEnvironment
from archive.render.search_scripts import PAGE_BUNDLE

_APPENDED = "made.append(...content);"
_WRITTEN = """
  for (const one of content) {
    typeof one === "string" ? made.insertAdjacentHTML("beforeend", one) : made.append(one);
  }
"""


@contextlib.contextmanager
def no_escape() -> Iterator[None]:
    """While the block runs, pages are made of texts as they are."""

    def careless(**options: Any) -> QuickEnvironment:
        return QuickEnvironment(**options | {"autoescape": False})

    with (
        patch.object(templates, "QuickEnvironment", careless),
        patch("archive.render.prose.escape", Markup),
        patch.object(templates, "escape", Markup),
    ):
        yield


@contextlib.contextmanager
def no_other_escape() -> Iterator[None]:
    """While the block runs, a text is written into blocks of facts, tables, references and feeds as it is."""
    with (
        patch.object(templates, "json_for_script", lambda value: Markup(json.dumps(value))),
        patch.object(templates, "web_address", lambda address: address),
        patch("archive.text.citation.web_address", lambda address: address),
        patch("archive.export.table_csv.harmless_cell", lambda cell: cell),
        patch("archive.text.citation_bibtex.bibtex_text", lambda text: text),
        patch("archive.render.feeds.xml_text", lambda text: text),
    ):
        yield


def careless_search(copy: Path) -> None:
    """Makes the search page of a copy of a site put texts into itself as markup. Raises ValueError where it cannot."""
    bundle = copy / "assets" / PAGE_BUNDLE
    text = bundle.read_text("utf-8")
    if _APPENDED not in text:
        raise ValueError(f"{bundle} appends nothing as it did")
    bundle.unlink()  # its bytes may be those of the site, under a second name
    bundle.write_text(text.replace(_APPENDED, _WRITTEN), "utf-8")
