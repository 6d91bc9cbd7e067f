"""Deliberately broken variants of reading apart, which the suites on hostile documents must catch."""

from __future__ import annotations

import msgspec

from archive.cli import ingesting, output
from archive.extract import package, pdf_pages
from archive.ingest import answers, isolation, reading_server, unpack
from archive.ingest.allowance import Allowance, allowance_for
from archive.ingest.isolation import Apart
from archive.ingest.reading import Reading
from archive.model.document import Source
from archive.model.question import SourceFacts
from archive.model.record import decode_record


def read_in_program() -> None:
    """Documents are read in the program itself."""

    def read(self: Apart, source: Source, facts: SourceFacts) -> Reading:
        return self._reader(source, facts)

    Apart.read = read  # type: ignore[method-assign]


def confine_nothing() -> None:
    """The process that reads keeps all its rights."""

    def confine(channel: int, allowance: Allowance) -> None:
        """Leaves all as it was."""

    vars(reading_server)["confine"] = confine


def believe_all() -> None:
    """What a reader answers is taken as it is."""

    def believe(answer: bytes, content: bytes, facts: SourceFacts, name: str) -> Reading:
        said = msgspec.json.decode(answer, type=answers._Answer)
        return Reading(said.media_type, tuple(decode_record(bytes(one), name) for one in said.records))

    vars(isolation)["reading_of"] = believe


def wait_for_ever() -> None:
    """A reader that says nothing is waited for."""
    vars(isolation)["allowance_for"] = lambda content, limits: msgspec.structs.replace(
        allowance_for(content, limits), wall_seconds=3600.0, cpu_seconds=3600
    )


def let_errors_out() -> None:
    """What the library for PDF raises is nobody's, instead of a refusal."""

    def leave(self: object, *error: object) -> None:
        """Lets the error go on."""

    pdf_pages._Refusing.__exit__ = leave  # type: ignore[method-assign]


def let_refusals_out() -> None:
    """A PDF or package that is damaged is an error of the library that reads it, and never a refusal."""
    let_errors_out()
    vars(package)["_DAMAGE"] = ()


def unpack_all() -> None:
    """Archives are unpacked however much is in them."""
    unpack.Budget.read = lambda self, stream, place: stream.read()  # type: ignore[method-assign]


def show_names_as_they_are() -> None:
    """Names of files go to the terminal as they are."""
    vars(output)["harmless"] = lambda text: text
    vars(ingesting)["on_one_line"] = lambda text: text
