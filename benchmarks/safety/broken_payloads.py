"""Programs that forget what a text is: one writes it into pages as markup, the other as script, formula and address."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from markupsafe import Markup

from archive.render import templates
from archive.render.quick_environment import QuickEnvironment


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
