"""Readers that do what no reader may: each document names in its first line what its reader does.

They stand for a reader of which a document has taken possession. What they try on files they try only beside the
document itself, and signals they send only to the process that started them.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import socket
import stat
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import msgspec

from archive.errors import Refusal
from archive.ingest.reading import Reading
from archive.model.blocks import Paragraph
from archive.model.document import Source
from archive.model.question import Links, SourceFacts
from archive.model.record import encode_record
from archive.model.supporting import SupportingDocument
from archive.text.slugs import slug

MARK = b"!"
_LONG = 60.0
_MEGABYTE = 1 << 20


def liar_reader(source: Source, facts: SourceFacts) -> Reading:
    """Reads an honest document; of one that begins with "!" does what its first line says."""
    if source.content.startswith(MARK):
        name = source.content.split(b"\n")[0][1:].decode("ascii")
        every = REFUSED | HARMLESS
        every[name](source, facts)
    return honest_reading(source, facts)


def honest_reading(source: Source, facts: SourceFacts) -> Reading:
    """The first line is the title, the rest the text."""
    title, _, text = source.content.decode("utf-8").partition("\n")
    known = msgspec.structs.replace(facts, media_type="text/plain")
    document = SupportingDocument(
        f"documenten/{slug(title)}", title, (), None, (Paragraph(text),), Links(), known, ()
    )
    return Reading("text/plain", (document,))


def _hang(source: Source, facts: SourceFacts) -> None:
    time.sleep(_LONG)


def _spin(source: Source, facts: SourceFacts) -> None:
    while True:
        pass


def _spin_on(source: Source, facts: SourceFacts) -> None:
    """Does not listen when its time is up."""
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    _spin(source, facts)


def _stop_itself(source: Source, facts: SourceFacts) -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def _eat_memory(source: Source, facts: SourceFacts) -> None:
    kept = []
    while True:
        kept.append(bytearray(16 * _MEGABYTE))


def _eat_small(source: Source, facts: SourceFacts) -> None:
    kept: list[object] = []
    while True:
        kept.append([kept])


def _thread_bomb(source: Source, facts: SourceFacts) -> None:
    while True:
        threading.Thread(target=time.sleep, args=(_LONG,), daemon=True).start()


def _fork_bomb(source: Source, facts: SourceFacts) -> None:
    while True:
        with contextlib.suppress(OSError):
            os.fork()


def _fault(source: Source, facts: SourceFacts) -> None:
    ctypes.string_at(0)


def _abort(source: Source, facts: SourceFacts) -> None:
    os.abort()


def _leave(source: Source, facts: SourceFacts) -> None:
    os._exit(0)


def _die(source: Source, facts: SourceFacts) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _raise_exit(source: Source, facts: SourceFacts) -> None:
    raise SystemExit(0)


def _recurse(source: Source, facts: SourceFacts) -> None:
    _recurse(source, facts)


def _channel() -> int:
    """The descriptor on which the answer goes."""
    for descriptor in range(3, 64):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
    raise AssertionError("there is no channel")


def _say(words: bytes) -> NoReturn:
    left = memoryview(words)
    while left:
        left = left[os.write(_channel(), left) :]
    os._exit(0)


def _flood(source: Source, facts: SourceFacts) -> None:
    chunk = b" " * _MEGABYTE
    while True:
        os.write(_channel(), chunk)


def _drip(source: Source, facts: SourceFacts) -> None:
    while True:
        os.write(_channel(), b" ")
        time.sleep(0.01)


def _close_and_live(source: Source, facts: SourceFacts) -> None:
    os.close(_channel())
    time.sleep(_LONG)


def _answer_and_live(source: Source, facts: SourceFacts) -> None:
    channel = _channel()
    os.write(channel, b'{"records":[{}]}')
    os.close(channel)
    time.sleep(_LONG)


def _says(words: bytes) -> Callable[[Source, SourceFacts], None]:
    def say(source: Source, facts: SourceFacts) -> None:
        _say(words)

    return say


def _tells(**changes: object) -> Callable[[Source, SourceFacts], None]:
    """A reader whose one record differs from the honest one in these fields, those of its source among them."""

    def tell(source: Source, facts: SourceFacts) -> None:
        (record,) = honest_reading(source, facts).records
        own = {name: changes[name] for name in changes if name in SourceFacts.__struct_fields__}
        rest = {name: changes[name] for name in changes if name not in own}
        told = msgspec.structs.replace(record.source, **own)
        raw = encode_record(msgspec.structs.replace(record, source=told, **rest))
        _say(b'{"media_type":"text/plain","records":[' + raw + b"]}")

    return tell


def _say_huge(source: Source, facts: SourceFacts) -> None:
    raise Refusal(source.name, "x" * (64 * _MEGABYTE), "", code="empty")


def _say_surrogates(source: Source, facts: SourceFacts) -> None:
    raise Refusal("\ud800", "\udfff", "", code="empty")


def _tries(*deeds: Callable[[Source], object]) -> Callable[[Source, SourceFacts], None]:
    """A reader that tries the deeds one after the other, whatever becomes of them, and then reads honestly."""

    def attempt(source: Source, facts: SourceFacts) -> None:
        for deed in deeds:
            with contextlib.suppress(OSError, ValueError, subprocess.SubprocessError):
                deed(source)

    return attempt


def _beside(source: Source) -> Path:
    """The folder beside that of the documents, with files that must stay as they are."""
    return Path(source.name).parent.parent / "outside"


def _documents(source: Source) -> Iterator[Path]:
    yield from sorted(Path(source.name).parent.glob("*.txt"))


def _remove(paths: Iterator[Path]) -> None:
    for path in paths:
        path.unlink()


_WRITING = _tries(
    lambda source: (_beside(source) / "written").write_text("x", "utf-8"),
    lambda source: (_beside(source) / "touched").touch(),
    lambda source: (_beside(source) / "folder").mkdir(),
    lambda source: (_beside(source) / "link").symlink_to("/etc/passwd"),
    lambda source: os.mkfifo(_beside(source) / "pipe"),
    lambda source: os.truncate(_beside(source) / "kept", 0),
    lambda source: (_beside(source) / "kept").open("r+b").write(b"other"),
    lambda source: (_beside(source) / "kept").open("wb"),
    lambda source: (_beside(source) / "kept").chmod(0o777),
    lambda source: os.utime(_beside(source) / "kept", (1, 1)),
    lambda source: os.link(_beside(source) / "kept", _beside(source) / "second"),
    lambda source: (_beside(source) / "kept").rename(_beside(source) / "moved"),
    lambda source: (_beside(source) / "kept").unlink(),
    lambda source: _remove(_documents(source)),
)


def _fork_and_stay(source: Source) -> None:
    if os.fork() == 0:
        os.setsid()
        time.sleep(_LONG)
        os._exit(0)


def _start_program(source: Source) -> None:
    subprocess.run(["/bin/sh", "-c", f"echo > '{_beside(source)}/started'"], check=False)


def _become_program(source: Source) -> None:
    os.execv("/bin/sh", ["sh", "-c", f"echo > '{_beside(source)}/become'"])


def _connect(source: Source) -> None:
    """Calls the port that the file beside names."""
    port = int((_beside(source) / "port").read_text("ascii"))
    with socket.create_connection(("127.0.0.1", port), 1.0) as call:
        call.sendall(b"secret")


def _call_by_path(source: Source) -> None:
    with socket.socket(socket.AF_UNIX) as call:
        call.connect(str(_beside(source) / "talk"))


def _write_memory_of_parent(source: Source) -> None:
    with open(f"/proc/{os.getppid()}/mem", "r+b"):  # noqa: PTH123 - no file on a disk
        (_beside(source) / "possessed").touch()


def _kill_parent(source: Source) -> None:
    os.kill(os.getppid(), signal.SIGKILL)


def _starve_parent(source: Source) -> None:
    resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (0, 0))


# What must be refused, and what may be read, as long as nothing came of the attempt.
REFUSED: dict[str, Callable[[Source, SourceFacts], None]] = {
    "hangs": _hang,
    "spins": _spin,
    "spins-on": _spin_on,
    "stops-itself": _stop_itself,
    "eats-memory": _eat_memory,
    "eats-small": _eat_small,
    "starts-threads": _thread_bomb,
    "fork-bomb": _fork_bomb,
    "faults": _fault,
    "aborts": _abort,
    "leaves": _leave,
    "dies": _die,
    "raises-exit": _raise_exit,
    "recurses": _recurse,
    "floods": _flood,
    "drips": _drip,
    "closes-and-lives": _close_and_live,
    "answers-and-lives": _answer_and_live,
    "no-json": _says(b"\xff\xfe{}"),
    "odd-json": _says(b'{"records": 5}'),
    "deep-json": _says(b"[" * 1_000_000),
    "deep-record": _says(b'{"media_type":"text/plain","records":[' + b'{"a":' * 500_000),
    "half-json": _says(b'{"media_type":"text/plain","records":[{"kind":"suppor'),
    "two-answers": _says(b'{"media_type":"text/plain","records":[]}' * 2),
    "no-records": _says(b'{"media_type":"text/plain"}'),
    "records-of-none": _says(b'{"media_type":"text/plain","records":[null,{},{"kind":"x"}]}'),
    "huge-number": _says(b'{"media_type":"text/plain","records":[' + b"9" * 100_000 + b"]}"),
    "path-as-id": _tells(id="documenten/../../../../outside/kept"),
    "absolute-id": _tells(id="/etc/passwd"),
    "id-of-a-question": _tells(id="2023-2024/jo-brouns/386"),
    "empty-id": _tells(id=""),
    "record-of-another": _tells(sha256="ab" * 32, name="a-good-0.txt"),
    "other-size": _tells(bytes=10**12),
    "other-time": _tells(ingested_at=None),
    "path-as-type": _says(b'{"media_type":"../../x","records":[{"kind":"supporting_document"}]}'),
    "huge-refusal": _say_huge,
    "no-text-refusal": _say_surrogates,
    "odd-code": _says(b'{"refusal":{"place":"","cause":"","remedy":"","code":"\\u001b[2J"}}'),
}
HARMLESS: dict[str, Callable[[Source, SourceFacts], None]] = {
    "writes": _WRITING,
    "forks-and-stays": _tries(_fork_and_stay),
    "starts-a-program": _tries(_start_program, _become_program),
    "calls-out": _tries(_connect, _call_by_path),
    "writes-memory": _tries(_write_memory_of_parent),
    "kills-its-parent": _tries(_kill_parent, _starve_parent),
    "commands-the-terminal": _says(
        b'{"refusal":{"place":"\\u001b[2J","cause":"\\u202e","remedy":"\\u0007","code":"empty"}}'
    ),
}
