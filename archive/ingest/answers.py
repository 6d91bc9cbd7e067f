"""What a confined reader answers, and what of that is believed: nothing that a stranger could not have sent."""

from __future__ import annotations

import re
import signal

import msgspec

from archive.errors import Refusal
from archive.ingest.allowance import Allowance
from archive.ingest.ids import check_id
from archive.ingest.reading import Reading
from archive.model.question import SourceFacts
from archive.model.record import Record, decode_record, encode_record

_LONGEST_MESSAGE = 500
_LONGEST_WORDS = 4000
_CODE = re.compile(r"[a-z][a-z0-9_]{0,40}")
_MEDIA_TYPE = re.compile(r"[a-z]{1,20}/[a-z0-9][a-z0-9.+-]{0,100}")
# What JSON can begin with, behind the byte order mark and blanks.
_MARKS = b"\xef\xbb\xbf \t\r\n"
_LOOKED_AT = 1 << 10


class _RefusalAnswer(msgspec.Struct, frozen=True):
    place: str
    cause: str
    remedy: str
    code: str


class _Answer(msgspec.Struct, frozen=True):
    media_type: str = ""
    records: tuple[msgspec.Raw, ...] = ()
    refusal: _RefusalAnswer | None = None


def encode_reading(reading: Reading) -> bytes:
    """The answer of a reader that read the document."""
    records = tuple(msgspec.Raw(encode_record(record)) for record in reading.records)
    return msgspec.json.encode(_Answer(reading.media_type, records))


def encode_refusal(refusal: Refusal) -> bytes:
    """The answer of a reader that refuses the document."""
    said = _RefusalAnswer(refusal.place, refusal.cause, refusal.remedy, refusal.code)
    return msgspec.json.encode(_Answer(refusal=said))


def encode_fault(error: Exception, name: str) -> bytes:
    """The answer of a reader that failed in a way which nobody foresaw."""
    message = f"{type(error).__name__}: {error}"[:_LONGEST_MESSAGE]
    return encode_refusal(crashed(name, f"the reader failed ({message})"))


def reading_of(answer: bytes, content: bytes, facts: SourceFacts, name: str) -> Reading:
    """The reading in the answer to `content`. Raises Refusal: the reader's own, or of what makes no sense.

    Records that say that they came from elsewhere are believed only of content that is JSON, which exported
    records and metadata are; what is read from a document names the document.
    """
    try:
        said = msgspec.json.decode(answer, type=_Answer)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise crashed(name, "the reader gave an answer that makes no sense") from error
    if said.refusal is not None:
        raise _believed(said.refusal, name)
    if not said.records:
        raise Refusal(name, "there is no question or document in it", "leave it out", code="empty")
    if not _MEDIA_TYPE.fullmatch(said.media_type):
        raise crashed(name, "the reader does not say what kind of document it read")
    records = tuple(_record(memoryview(record), name) for record in said.records)
    is_json = content[:_LOOKED_AT].lstrip(_MARKS).startswith((b"{", b"["))
    for record in records:
        if not is_json and not _came_from(record, facts):
            raise crashed(name, "the reader gave a record of another document")
        check_id(record, name)
    return Reading(said.media_type, records)


def _record(content: memoryview, name: str) -> Record:
    try:
        return decode_record(content, name)
    except RecursionError as error:
        raise crashed(name, "the reader gave an answer that makes no sense") from error


def _came_from(record: Record, facts: SourceFacts) -> bool:
    return msgspec.structs.replace(record.source, media_type=facts.media_type) == facts


def _believed(told: _RefusalAnswer, name: str) -> Refusal:
    if not _CODE.fullmatch(told.code):
        return crashed(name, "the reader gave an answer that makes no sense")
    words = (told.place or name, told.cause or "it cannot be read", told.remedy)
    place, cause, remedy = (word[:_LONGEST_WORDS] for word in words)
    return Refusal(place, cause, remedy, code=told.code)


def death(status: int, name: str, allowance: Allowance) -> Refusal:
    """Why a reader with this return code (below 0: of which signal it died) gave no answer."""
    if status == -signal.SIGXCPU:
        return too_slow(name, allowance.cpu_seconds)
    if status == -signal.SIGKILL:
        return too_big(name)
    return crashed(
        name, f"the reader died of signal {-status}" if status < 0 else "the reader gave no answer"
    )


def too_slow(name: str, seconds: float) -> Refusal:
    """Of a document that takes longer than it may."""
    cause = f"reading takes longer than {seconds:g} seconds"
    return Refusal(name, cause, "see whether it opens elsewhere", code="time")


def too_big(name: str) -> Refusal:
    """Of a document that takes more memory than it may."""
    cause = "reading takes more memory than is allowed"
    return Refusal(name, cause, "see whether it opens elsewhere", code="memory")


def too_talkative(name: str) -> Refusal:
    """Of a document that gives more text than it may."""
    return Refusal(name, "the document gives far too much text", "split it", code="too_large")


def crashed(name: str, cause: str) -> Refusal:
    """Of a document on which the reader broke down."""
    return Refusal(name, cause, "see whether it opens elsewhere and report it to us", code="crashed")
