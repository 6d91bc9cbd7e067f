"""Readers for the tests of ingest: a simple one that is quick, and those that do what no document may."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import msgspec

from archive.errors import Refusal
from archive.ingest.reading import Reading
from archive.model.blocks import Paragraph
from archive.model.document import Source
from archive.model.question import Links, SourceFacts
from archive.model.record import decode_record
from archive.model.supporting import SupportingDocument
from archive.text.slugs import slug


def first_line_reader(source: Source, facts: SourceFacts) -> Reading:
    """The first line is the title, the rest the text; records by line are read as such; "?" is refused."""
    if source.content.startswith(b"{"):
        lines = source.content.splitlines()
        return Reading("application/jsonl", tuple(decode_record(line, source.name) for line in lines))
    if source.content.startswith(b"?"):
        raise Refusal(f"{source.name}, line 1", "it starts with a question mark", "remove it", code="mark")
    title, _, text = source.content.decode("utf-8").partition("\n")
    known = msgspec.structs.replace(facts, media_type="text/plain")
    blocks = (Paragraph(text),) if text else ()
    document = SupportingDocument(f"documenten/{slug(title)}", title, (), None, blocks, Links(), known, ())
    return Reading("text/plain", (document,))


def hanging_reader(source: Source, facts: SourceFacts) -> Reading:
    time.sleep(60)
    raise AssertionError("nobody waits so long")


def spinning_reader(source: Source, facts: SourceFacts) -> Reading:
    while True:
        pass


def hungry_reader(source: Source, facts: SourceFacts) -> Reading:
    kept = []
    while True:
        kept.append(bytearray(64 << 20))


def dying_reader(source: Source, facts: SourceFacts) -> Reading:
    os.kill(os.getpid(), signal.SIGSEGV)
    raise AssertionError("dead")


def leaving_reader(source: Source, facts: SourceFacts) -> Reading:
    os._exit(0)


def deep_reader(source: Source, facts: SourceFacts) -> Reading:
    return deep_reader(source, facts)


def failing_reader(source: Source, facts: SourceFacts) -> Reading:
    raise ZeroDivisionError("a fault of the program")


def empty_reader(source: Source, facts: SourceFacts) -> Reading:
    return Reading("text/plain", ())


def talking_reader(source: Source, facts: SourceFacts) -> Reading:
    sys.stdout.write("rubbish")
    os.write(1, b"rubbish")
    sys.stderr.write("rubbish")
    return first_line_reader(source, facts)


def writing_reader(source: Source, facts: SourceFacts) -> Reading:
    Path(source.name).with_suffix(".written").write_text("a document wrote this", "utf-8")
    return first_line_reader(source, facts)


def lying_reader(source: Source, facts: SourceFacts) -> Reading:
    """Answers over the pipe itself, with something that is no answer."""
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b'{"media_type": "x", "records": [{"kind": "written_question"}]}')
        except OSError:
            continue
    os._exit(0)


def descriptor_reader(source: Source, facts: SourceFacts) -> Reading:
    """Puts the number of open descriptors beyond the standard ones in the title."""
    count = 0
    for descriptor in range(3, 256):
        try:
            os.fstat(descriptor)
        except OSError:
            continue
        count += 1
    return first_line_reader(Source(source.name, f"open {count}".encode()), facts)


def parent_reader(source: Source, facts: SourceFacts) -> Reading:
    """Puts the number of the process that started it in the title; hangs or kills that process where asked to."""
    if source.content == b"hang":
        time.sleep(60)
    if source.content == b"kill":
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(60)
    return first_line_reader(Source(source.name, f"server {os.getppid()}".encode()), facts)


def surroundings_reader(source: Source, facts: SourceFacts) -> Reading:
    """Puts the names of the networks and the count of the processes that it sees in the title."""
    networks = sorted(
        line.split(":")[0].strip() for line in Path("/proc/net/dev").read_text().splitlines()[2:]
    )
    processes = [path for path in Path("/proc").iterdir() if path.name.isdigit()]
    return first_line_reader(Source(source.name, f"{' '.join(networks)}, {len(processes)}".encode()), facts)
