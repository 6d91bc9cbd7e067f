"""The block that a collector put before a document: title, themes and addresses, one field a line or more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qs

import msgspec

from archive.model.document import Line
from archive.model.question import Links
from archive.text.titles import fold_blanks
from archive.text.web_address import split_address

_FIELD = re.compile(r"(title|titel|thema|pdf link|thema link)\s*:\s*(.*)", re.IGNORECASE)
_LAST_FIGURES = re.compile(r"(\d+)/?$")
_LONGEST = 60


class HeaderBlock(msgspec.Struct, frozen=True):
    """What the block says; empty where a document has none. `end` is the index of the first line after it."""

    title: str | None = None
    themes: tuple[str, ...] = ()
    links: Links = Links()
    end: int = 0

    @property
    def document_id(self) -> str | None:
        """The pfile id, which names one file at the parliament."""
        query = split_address(self.links.document or "").query
        return next(iter(parse_qs(query).get("id", [])), None)

    @property
    def dossier_id(self) -> str | None:
        """The number at the end of the page's address, which names the question at the parliament."""
        found = _LAST_FIGURES.search(split_address(self.links.page or "").path)
        return found.group(1) if found else None


def parse_header_block(lines: Sequence[Line]) -> HeaderBlock:
    """The block with which the document begins, if any.

    The theme has one value a line, a title may run over several; the block ends with its addresses.
    """
    values: dict[str, list[str]] = {}
    field = ""
    end = 0
    for index, line in enumerate(lines[:_LONGEST]):
        found = _FIELD.match(line.text.strip())
        if found:
            field = found.group(1).casefold().replace("titel", "title")
            values.setdefault(field, []).append(found.group(2).strip())
            end = index + 1
        elif field in {"title", "thema"} and line.text.strip():
            values[field].append(line.text.strip())
        elif field or line.text.strip():
            break
    if end == 0 or not ({"title", "thema"} & values.keys()):
        return HeaderBlock()
    if "pdf link" not in values and "thema link" not in values:
        # Without an address that closes it, only the lines that name a field are surely of the block.
        values = {name: texts[:1] for name, texts in values.items()}
    return HeaderBlock(
        fold_blanks(" ".join(values.get("title", []))) or None,
        tuple(theme for theme in map(fold_blanks, values.get("thema", [])) if theme),
        Links(_address(values, "pdf link"), _address(values, "thema link")),
        end,
    )


def _address(values: dict[str, list[str]], field: str) -> str | None:
    """The address as given, unless it is none that a page may link to."""
    address = "".join(values.get(field, []))
    return address if split_address(address).scheme in {"http", "https"} else None
