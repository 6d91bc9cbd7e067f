from __future__ import annotations

import pytest

from archive.errors import Refusal
from archive.extract import read_source
from archive.model.document import Source
from archive.model.record import encode_record
from tests.records import question, supporting


def test_records_come_back_as_they_were_written() -> None:
    records = (question(1), question(2), supporting())
    content = b"".join(encode_record(record) + b"\n" for record in records)
    assert read_source(Source("export.jsonl", content)) == records


def test_a_line_that_is_no_record_refuses_the_whole_and_is_named() -> None:
    content = encode_record(question(1)) + b"\n\n" + b'{"kind":"written_question"}\n'
    with pytest.raises(Refusal) as caught:
        read_source(Source("export.jsonl", content))
    assert caught.value.place == "export.jsonl, line 3"
    assert caught.value.code == "record"
