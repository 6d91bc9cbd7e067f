"""What a reader answers is believed only where it makes sense and speaks of its own document."""

from __future__ import annotations

import datetime as dt
import signal

import msgspec
import pytest

from archive.errors import Refusal
from archive.ingest.allowance import allowance_for
from archive.ingest.answers import death, encode_reading, reading_of
from archive.ingest.limits import Limits
from archive.ingest.reading import Reading
from archive.model.document import Source
from archive.model.question import SourceFacts
from archive.model.record import encode_record
from tests.ingest.readers import first_line_reader

CONTENT = b"Titel\nTekst"
FACTS = SourceFacts("a.txt", "00" * 32, "", len(CONTENT), dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
HONEST = first_line_reader(Source("a.txt", CONTENT), FACTS)


def code_of(answer: bytes, content: bytes = CONTENT) -> str:
    with pytest.raises(Refusal) as caught:
        reading_of(answer, content, FACTS, "a.txt")
    return caught.value.code


def told(**changes: object) -> bytes:
    (record,) = HONEST.records
    source = msgspec.structs.replace(record.source, **changes)
    return encode_reading(Reading("text/plain", (msgspec.structs.replace(record, source=source),)))


def test_honest_answer_is_the_reading() -> None:
    assert reading_of(encode_reading(HONEST), CONTENT, FACTS, "a.txt") == HONEST


@pytest.mark.parametrize(
    "answer",
    [
        b"\xff",
        b"[]",
        b"null",
        b'{"records": 5}',
        b"[" * 100_000,
        b'{"records":[' + b"[" * 100_000,
        encode_reading(HONEST) * 2,
        encode_reading(HONEST)[:-1],
        encode_reading(Reading("../../x", HONEST.records)),
        encode_reading(Reading("", HONEST.records)),
        told(sha256="ab" * 32),
        told(name="b.txt"),
        told(bytes=1),
        told(ingested_at=None),
        b'{"refusal":{"place":"","cause":"","remedy":"","code":"\\u001b[2J"}}',
    ],
)
def test_answer_that_makes_no_sense_is_a_crash(answer: bytes) -> None:
    assert code_of(answer) == "crashed"


def test_answer_without_records_is_empty() -> None:
    assert code_of(b'{"media_type":"text/plain","records":[]}') == "empty"


def test_answer_of_what_is_no_record_is_refused() -> None:
    assert code_of(b'{"media_type":"text/plain","records":[{"kind":"x"}]}') == "record"


def test_records_of_other_sources_are_believed_of_json() -> None:
    answer = told(sha256="ab" * 32, name="b.txt")
    (record,) = reading_of(answer, b'\xef\xbb\xbf {"kind":', FACTS, "a.jsonl").records
    assert record.source.name == "b.txt"


def test_refusal_is_cut_where_it_never_ends() -> None:
    raw = msgspec.json.encode(
        {"refusal": {"place": "p", "cause": "x" * 10**6, "remedy": "", "code": "empty"}}
    )
    with pytest.raises(Refusal) as caught:
        reading_of(raw, CONTENT, FACTS, "a.txt")
    assert len(str(caught.value)) < 10_000


def test_refusal_without_words_names_the_document() -> None:
    raw = b'{"refusal":{"place":"","cause":"","remedy":"","code":"empty"}}'
    with pytest.raises(Refusal, match=r"^a\.txt: it cannot be read$"):
        reading_of(raw, CONTENT, FACTS, "a.txt")


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (0, "crashed"),
        (1, "crashed"),
        (-signal.SIGSEGV, "crashed"),
        (-signal.SIGKILL, "memory"),
        (-signal.SIGXCPU, "time"),
    ],
)
def test_way_of_dying_is_the_reason(status: int, code: str) -> None:
    assert death(status, "a.txt", allowance_for(CONTENT, Limits())).code == code


def test_record_is_read_back_as_it_was_sent() -> None:
    (record,) = HONEST.records
    assert encode_record(record) in encode_reading(HONEST)
