"""The open-data service of the Flemish Parliament: the record of a question as metadata, alone or in a list."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from archive.errors import Refusal
from archive.extract.formats import Found
from archive.extract.open_data_record import make_record
from archive.model.document import Source
from archive.model.question import Note, SourceFacts, WrittenQuestion

MEDIA_TYPE = "application/json"
_LOOKED_AT = 1 << 16
_MARK = b"\xef\xbb\xbf"
# Keys that no other JSON has: of a record, and of a list of results.
_KEYS = (b'"vraagnummer"', b'"procedureverloop"', b'"soort-antwoord"', b'"bestand-ordered"', b'"metatags"')
# Metatags of a result, by the key that a record has for the same.
_TAGS = {
    "vraagnummer": ("vraagnummer",),
    "zittingsjaar": ("zittingsjaar",),
    "titel": ("titel", "title"),
    "onderwerp": ("onderwerp",),
    "thema": ("thema",),
    "vraagsteller": ("vraagsteller",),
    "minister": ("minister",),
    "soort-antwoord": ("soort-antwoord",),
}
_QUESTION = "schriftelijke vraag"


class OpenDataFormat(msgspec.Struct, frozen=True):
    """Sure of JSON with keys that only the service uses."""

    name: str = "open-data JSON of the Flemish Parliament"

    def sureness(self, source: Source) -> float:
        """0.9 where one of the keys stands near the beginning."""
        start = source.content[:_LOOKED_AT].removeprefix(_MARK).lstrip()
        return 0.9 if start.startswith((b"{", b"[")) and any(key in start for key in _KEYS) else 0.0

    def read(self, source: Source) -> Found:
        """A record a question, without text. Refused as "damaged", "half_record" or "only_addresses"."""
        try:
            value = msgspec.json.decode(source.content.removeprefix(_MARK))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            cause = f"the JSON cannot be read ({error})"
            raise Refusal(source.name, cause, "fetch it again", code="damaged") from error
        facts = SourceFacts(
            source.name, hashlib.sha256(source.content).hexdigest(), MEDIA_TYPE, len(source.content)
        )
        results = value.get("result") if isinstance(value, dict) else None
        if isinstance(results, list):
            return _of_results(results, facts)
        records = value if isinstance(value, list) else [value]
        places = _places(source.name, len(records))
        return tuple(make_record(record, facts, place) for record, place in zip(records, places, strict=True))


def _places(name: str, count: int) -> Iterator[str]:
    return (f"{name}, record {number}" if count > 1 else name for number in range(1, count + 1))


def _of_results(results: list[Any], facts: SourceFacts) -> tuple[WrittenQuestion, ...]:
    """The records of the results that say enough of their question; the others are only ways to it."""
    records: list[WrittenQuestion] = []
    addresses: list[str] = []
    for number, result in enumerate(results, 1):
        record = _as_record(result)
        try:
            records.append(make_record(record, facts, f"{facts.name}, result {number}"))
        except Refusal:
            addresses.append(record.get("address") or f"result {number}")
    if not records:
        raise Refusal(
            facts.name,
            f"this is a list of {len(results)} results that do not say which question each is",
            f"ingest the records that they lead to: {', '.join(addresses[:3]) or 'there are none'}",
            code="only_addresses",
        )
    if addresses:
        message = f"{len(addresses)} results of the same list are no records: {', '.join(addresses)}"
        last = records[-1]
        records[-1] = msgspec.structs.replace(
            last, notes=(*last.notes, Note("other_results", message, "source"))
        )
    return tuple(records)


def _as_record(result: Any) -> dict[str, Any]:
    """The metatags of a result under the keys of a record; {} for what is no question."""
    tags: dict[str, list[str]] = {}
    listed = result.get("metatags") if isinstance(result, dict) else None
    listed = listed.get("metatag") if isinstance(listed, dict) else listed
    for tag in listed if isinstance(listed, list) else ():
        if isinstance(tag, dict) and isinstance(tag.get("value"), str):
            tags.setdefault(str(tag.get("name")), []).append(tag["value"])
    if not all(kind.casefold() == _QUESTION for kind in tags.get("aggregaattype", ())):
        return {}
    record: dict[str, Any] = {
        key: next((tags[name] for name in names if name in tags), None) for key, names in _TAGS.items()
    }
    for key in ("vraagnummer", "zittingsjaar", "titel", "onderwerp", "soort-antwoord"):
        record[key] = record[key][0] if record[key] else None
    address = next(iter(tags.get("opendata", ())), "")
    record["id"] = address.rstrip("/").rpartition("/")[2] or None
    record["address"] = address
    record["bestand-ordered"] = [{"URL": document} for document in tags.get("document", ())]
    return record
