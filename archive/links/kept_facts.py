"""The bytes in which the facts of a record, its words and its vector are kept."""

from __future__ import annotations

import struct
from typing import Any, Final

import msgspec
import numpy as np

from archive.links.facts import RecordFacts
from archive.links.fingerprints import Fingerprint
from archive.links.vectors import ENTRY, Entries
from archive.links.vocabulary import TermCounts

_HEAD: Final = struct.Struct("<II")


def _plain(value: object) -> object:
    if isinstance(value, Fingerprint):
        return value.identity, value.runs.astype("<u4").tobytes(), value.sketch.astype("<u4").tobytes()
    raise NotImplementedError(f"facts cannot hold a {type(value).__name__}")


def _made(kind: type, value: Any) -> object:
    if kind is Fingerprint:
        identity, runs, sketch = value
        return Fingerprint(identity, np.frombuffer(runs, "<u4"), np.frombuffer(sketch, "<u4"))
    raise NotImplementedError(f"facts cannot hold a {kind.__name__}")


_encoder = msgspec.msgpack.Encoder(enc_hook=_plain)
_decoder = msgspec.msgpack.Decoder(RecordFacts, dec_hook=_made)


def packed_facts(facts: RecordFacts) -> bytes:
    """The facts as bytes."""
    return _encoder.encode(facts)


def unpacked_facts(content: bytes) -> RecordFacts:
    """The facts in these bytes. Raises msgspec.DecodeError."""
    return _decoder.decode(content)


def packed_terms(counted: TermCounts) -> bytes:
    """The words of a record as bytes."""
    head = _HEAD.pack(len(counted.forms), counted.titled)
    return head + counted.forms.astype("<i4").tobytes() + counted.counts.astype("<u2").tobytes()


def unpacked_terms(content: bytes) -> TermCounts:
    """The words in these bytes."""
    size, titled = _HEAD.unpack_from(content)
    forms = np.frombuffer(content, "<i4", size, _HEAD.size)
    return TermCounts(forms, np.frombuffer(content, "<u2", size, _HEAD.size + forms.nbytes), titled)


def unpacked_vector(content: bytes) -> Entries:
    """The vector in these bytes, which are its own."""
    return np.frombuffer(content, ENTRY)
