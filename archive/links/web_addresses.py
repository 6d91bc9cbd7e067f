"""Addresses on the web that records name, and which of them are those of records of this archive.

Addresses are one whatever their scheme, "www.", case of the host, slash at the end or fragment. The pages and files
of the Flemish Parliament have several addresses; each has the number of the question or of the file in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import parse_qs, urlsplit

import msgspec

from archive.links.wordings import body_texts
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.parse.source_references import find_addresses

_PARLIAMENT: Final = ("vlaamsparlement.be", "vlpar.be")
# ".../schriftelijke-vragen/1823751", ".../schv/1823751", ".../parlementaire-initiatieven/1823751"
_DOSSIER = re.compile(r"/(?:schriftelijke-vragen|parlementaire-initiatieven|schv)/(\d+)(?:/|$)")


class NamedAddresses(msgspec.Struct, frozen=True):
    """The keys of addresses: own are those of the record itself, named those that its text names, in its order."""

    own: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def address_key(address: str) -> str:
    """What the addresses of one page have in common; "" for one that names no page, or only a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return ""
    path = parts.path.rstrip("/")
    if host.endswith(_PARLIAMENT):
        if dossier := _DOSSIER.search(parts.path):
            return dossier_key(dossier[1])
        if path.endswith("/pfile") and (number := parse_qs(parts.query).get("id")):
            return file_key(number[0])
    if not path and not parts.query:
        return ""
    return f"{host}{path}?{parts.query}" if parts.query else f"{host}{path}"


def dossier_key(number: str) -> str:
    """The key of the page of a question with this number at the parliament."""
    return f"dossier {number}"


def file_key(number: str) -> str:
    """The key of a file with this number at the parliament."""
    return f"file {number}"


def addresses_named(record: Record) -> NamedAddresses:
    """The addresses of a record and in its text."""
    own = [address_key(one) for one in (record.links.page, record.links.document) if one]
    if isinstance(record, WrittenQuestion):
        own += [dossier_key(record.dossier_id)] if record.dossier_id else []
        own += [file_key(record.document_id)] if record.document_id else []
    named = dict.fromkeys(key for key, _ in printed_addresses(record))
    return NamedAddresses(_unique(own), tuple(key for key in named if key not in own))


def printed_addresses(record: Record) -> Iterator[tuple[str, str]]:
    """The addresses in the text of a record that name a page: the key of each, and how it is printed."""
    if isinstance(record, WrittenQuestion):
        printed: Iterable[str] = (one.text for one in record.references if one.kind == "address")
    else:
        printed = (
            one.text for text in body_texts(record) if "://" in text for _, one in find_addresses(text)
        )
    for text in printed:
        key = address_key(text)
        if key:
            yield key, text


class AddressBook:
    """The records of a corpus by the addresses that they have, and by those that they name."""

    def __init__(self, records: Sequence[tuple[str, NamedAddresses]]) -> None:
        """records: the id of each with its addresses."""
        self._owners: defaultdict[str, set[str]] = defaultdict(set)
        self._naming: defaultdict[str, list[str]] = defaultdict(list)
        for id_, addresses in records:
            for key in addresses.own:
                self._owners[key].add(id_)
            for key in addresses.named:
                self._naming[key].append(id_)
        self.pointing = {
            id_: found
            for id_, addresses in records
            if (found := _unique(one for key in addresses.named if (one := self.owner(key)) and one != id_))
        }
        """By the id of each record those that it points to by an address."""

    def owner(self, key: str) -> str | None:
        """The one record that has an address; None where none has it, or several do."""
        owners = self._owners.get(key, ())
        return next(iter(owners)) if len(owners) == 1 else None

    def naming(self, key: str) -> tuple[str, ...]:
        """The records that name an address, in the order of their ids."""
        return tuple(sorted(self._naming.get(key, ())))


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))
