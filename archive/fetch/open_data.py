"""The addresses in answers of the parliament's open-data service; every field of them may be absent.

A search (/api/search/…) answers with pages of results, whose metatag "opendata" leads to the record of a question;
the record names the files of the question under "bestand-ordered" and its attachments under "bijlage".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import msgspec

from archive.errors import Refusal
from archive.fetch.addresses import is_address

PAGE_SIZE = 100
MOST_RESULTS = 10_000
_SEARCH = "/api/search/"
_COUNTED = frozenset({"page", "max"})


class SearchPage(msgspec.Struct, frozen=True):
    """One page of results: how many there are in all, and the addresses of those on this page."""

    total: int
    addresses: tuple[str, ...]


class NamedFiles(msgspec.Struct, frozen=True):
    """The addresses of the files that records name: of the questions themselves, and of their attachments."""

    documents: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()


def is_search(address: str) -> bool:
    """Whether an address asks the service for a list of questions."""
    return _SEARCH in urlsplit(address).path


def search_page_address(address: str, page: int) -> str:
    """The address of a page of the search, counted from 1, as long as the service makes them."""
    parts = urlsplit(address)
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in _COUNTED]
    return urlunsplit(parts._replace(query=urlencode([*kept, ("page", page), ("max", PAGE_SIZE)])))


def read_search_page(content: bytes, place: str) -> SearchPage:
    """The results on a page. Raises Refusal where it is none, and where there are more than are handed out."""
    answer = _decoded(content)
    if (
        not isinstance(answer, dict)
        or not isinstance(answer.get("result", []), list)
        or "count" not in answer
    ):
        cause = "the answer is no list of results of the open-data service"
        raise Refusal(place, cause, "check the address", code="no_search")
    results = answer.get("result", [])
    try:
        total = int(answer["count"])
    except (TypeError, ValueError):
        total = len(results)
    if total > MOST_RESULTS:
        raise Refusal(
            place,
            f"the search finds {total} questions, and the service hands out {MOST_RESULTS} at most",
            "narrow the range of dates in the address and give several addresses",
            code="too_many_results",
        )
    return SearchPage(total, tuple(dict.fromkeys(filter(None, map(_result_address, results)))))


def named_files(content: bytes) -> NamedFiles | None:
    """The files that a record, or the records of a list of results, name; None where it is neither."""
    answer = _decoded(content)
    if not isinstance(answer, dict):
        return None
    if isinstance(results := answer.get("result"), list):
        tagged = (_metatags(result).get("document") for result in results)
        return NamedFiles(_unique(address for address in tagged if address))
    if not {"vraagnummer", "bestand-ordered"} & answer.keys():
        return None
    return NamedFiles(
        _unique(_addresses(answer.get("bestand-ordered"))), _unique(_addresses(answer.get("bijlage")))
    )


def _decoded(content: bytes) -> Any:
    try:
        return msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _result_address(result: object) -> str | None:
    tags = _metatags(result)
    return tags.get("opendata") or tags.get("document")


def _metatags(result: object) -> dict[str, str]:
    """The first web address under each name."""
    tags = result.get("metatags") if isinstance(result, dict) else None
    listed = tags.get("metatag") if isinstance(tags, dict) else None
    found: dict[str, str] = {}
    for tag in listed if isinstance(listed, list) else ():
        if isinstance(tag, dict) and isinstance(value := tag.get("value"), str) and is_address(value):
            found.setdefault(str(tag.get("name")), value)
    return found


def _addresses(listed: object) -> Iterator[str]:
    for entry in listed if isinstance(listed, list) else ():
        values = entry.items() if isinstance(entry, dict) else ()
        for name, value in values:
            if str(name).casefold() == "url" and isinstance(value, str) and is_address(value.strip()):
                yield value.strip()


def _unique(addresses: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(addresses))
