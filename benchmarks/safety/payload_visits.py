"""Visits of a browser to a site, and what each came to."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

import msgspec

from benchmarks.safety.payload_texts import payload
from tests.build.site_check import POLICY

HOOK = Path(__file__).with_name("payload_hook.js")
SEARCH = "zoeken.html"
# What the scripts of the site make besides what its pages have.
MADE_BY_SCRIPTS = frozenset({"iframe", "textarea", "output"})
_POLICY_META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
_CHARSET = '<meta charset="utf-8">'
Act = Literal["look", "use", "follow", "ask"]


class Visit(msgspec.Struct, frozen=True):
    """A page to be opened, and what is done there.

    look: nothing; use: all that can be hovered over and clicked; follow: a search is waited for that the address asks;
    ask: the texts are typed and searched for, one after the other.
    """

    address: str
    act: Act = "look"
    texts: tuple[str, ...] = ()


class Journey(msgspec.Struct, frozen=True):
    """Visits to a site in the folder `site`, from disk or through a web server. known: elements that it may have."""

    site: str
    web: bool
    visits: tuple[Visit, ...]
    known: tuple[str, ...]


class Seen(msgspec.Struct, frozen=True):
    """What a page told at the end of a visit; see payload_hook.js."""

    ran: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


def faults_of(visit: Visit, seen: Seen) -> Iterator[str]:
    """What went wrong on a visit."""
    place = f"{visit.address[:120]} ({visit.act})"
    for number in dict.fromkeys(seen.ran):
        yield f"{place}: ran {number}: {_shown(number)}"
    yield from (f"{place}: a script fails: {failure[:200]}" for failure in dict.fromkeys(seen.failures))
    yield from (f"{place}: {strange[:200]}" for strange in dict.fromkeys(seen.strange))
    yield from (f"{place}: asks for {address[:200]}" for address in dict.fromkeys(seen.elsewhere))


def seen_of(told: Mapping[str, Any]) -> Seen:
    """What a page told, as it came from a browser."""
    return msgspec.convert(dict(told), Seen)


def search_visits(numbers: Sequence[int], together: int) -> Iterator[Visit]:
    """Visits to the search page that ask for payloads: by the address, and typed, so many on one visit."""
    for number in numbers:
        text = quote(payload(number), safe="")
        yield Visit(f"{SEARCH}?q={text}&minister={text}&sort={text}#{text}", "follow")
    for start in range(0, len(numbers), together):
        yield Visit(SEARCH, "ask", tuple(payload(number) for number in numbers[start : start + together]))


def tried_copy(public: Path, folder: Path, *, policy: bool) -> Path:
    """A copy of a site whose pages tell what runs on them, with or without their policy; it is called "public"."""
    copy = folder / "public"
    for root, _, names in os.walk(public):
        target = copy / Path(root).relative_to(public)
        target.mkdir(parents=True, exist_ok=True)
        for name in names:
            if name.endswith(".html"):
                depth = len(target.relative_to(copy).parts)
                text = Path(root, name).read_text("utf-8")
                (target / name).write_text(_with_hook(text, "../" * depth, policy=policy), "utf-8")
            else:
                os.link(Path(root, name), target / name)
    (copy / "assets" / HOOK.name).write_bytes(HOOK.read_bytes())
    return copy


def _with_hook(text: str, up: str, *, policy: bool) -> str:
    if text.count(_POLICY_META) != 1 or text.count(_CHARSET) != 1:
        raise ValueError(f"a page without its policy: {text[:200]!r}")
    hook = f'{_CHARSET}<script src="{up}assets/{HOOK.name}"></script>'
    text = text.replace(_CHARSET, hook)
    return text if policy else text.replace(_POLICY_META, "")


def _shown(number: str) -> str:
    return ascii(payload(int(number))) if number.isdigit() else ascii(number)
