"""Turns documents of old programs (doc, rtf, xls) into new ones by a program that is installed, before they are read.

A confined reader may start no program, so this stands before it: a process of its own in a folder of its own, with
limits of time, memory and disk, without macros, without a network where the system allows that, and within bubblewrap
where that is installed.
"""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import signal
import stat
import subprocess
from collections.abc import Sequence
from pathlib import Path

import msgspec

from archive.errors import Refusal
from archive.extract.old_office import CONVERTERS
from archive.extract.signatures import OldKind, name_of_content, old_kind
from archive.ingest.bubblewrap import walls
from archive.ingest.limits import Limits
from archive.ingest.office_profile import PROFILE
from archive.ingest.reading import Reading
from archive.model.document import Source
from archive.model.question import Note
from archive.model.record import Record
from archive.store.working_folder import working_folder

_MEDIA_TYPES: dict[OldKind, str] = {
    "doc": "application/msword",
    "rtf": "application/rtf",
    "xls": "application/vnd.ms-excel",
}
_NEW_KINDS: dict[OldKind, str] = {"doc": "docx", "rtf": "docx", "xls": "xlsx"}
_PRODUCTS = {"soffice": "LibreOffice"}
_INPUT, _RESULT = "document", "result"
# LibreOffice maps far more memory than it uses.
_MEMORY_TIMES = 3
_LIMITED = 'ulimit -t "$1" && ulimit -f "$2" && ulimit -v "$3" && ulimit -c 0 && shift 3 && exec "$@"'
_NO_NETWORK = ("unshare", "--map-root-user", "--net", "--")


class Prepared(msgspec.Struct, frozen=True):
    """What is to be read: the document itself, or what it was turned into, by which program, from which kind."""

    source: Source
    kind: OldKind | None = None
    program: str = ""

    def completed(self, reading: Reading) -> Reading:
        """The reading with what the document itself is, and a note of the way it was read."""
        if self.kind is None:
            return reading
        media_type = _MEDIA_TYPES[self.kind]
        records = tuple(self._completed(record, media_type) for record in reading.records)
        return Reading(media_type, records)

    def _completed(self, record: Record, media_type: str) -> Record:
        message = f"{_PRODUCTS.get(self.program, self.program)} turned the document into one that can be read"
        return msgspec.structs.replace(
            record,
            source=msgspec.structs.replace(record.source, media_type=media_type),
            notes=(Note("converted", message, "source"), *record.notes),
        )


def prepared(source: Source, limits: Limits) -> Prepared:
    """`source`, turned into a new document where it is an old one and a program for that is installed.

    Raises Refusal: "conversion" where the program fails, "time" where it takes too long.
    """
    kind = old_kind(source.content)
    if kind is None:
        return Prepared(source)
    program = next((program for program in CONVERTERS[kind] if shutil.which(program)), None)
    if program is None:
        return Prepared(source)
    with working_folder() as folder:
        (folder / f"{_INPUT}.{kind}").write_bytes(source.content)
        result = folder / _RESULT if program != "soffice" else folder / f"{_INPUT}.{_NEW_KINDS[kind]}"
        if program == "soffice":
            _write_profile(folder)
        done = _run(_command(program, kind, folder), folder, source.name, limits)
        content = _result(result, limits.document_bytes) if done else b""
    if not content:
        raise _failed(source, program)
    return Prepared(Source(source.name, content), kind, program)


def _command(program: str, kind: OldKind, folder: Path) -> list[str]:
    document = str(folder / f"{_INPUT}.{kind}")
    match program:
        case "soffice":
            options = [
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--nodefault",
                "--nologo",
                "--nofirststartwizard",
            ]
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            return [
                "soffice",
                profile,
                *options,
                "--convert-to",
                _NEW_KINDS[kind],
                "--outdir",
                str(folder),
                document,
            ]
        case "antiword":
            return ["antiword", "-m", "UTF-8.txt", "-w", "0", document]
    return ["unrtf", "--html", "--quiet", document]  # fmt: skip


def _write_profile(folder: Path) -> None:
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(PROFILE, "utf-8")


def _run(command: Sequence[str], folder: Path, name: str, limits: Limits) -> bool:
    """Runs a program in the folder; what it says goes into the result there. True where it says that all went well.

    Raises Refusal at the deadline.
    """
    blocks, kilobytes = limits.document_bytes // 512, limits.memory_bytes * _MEMORY_TIMES // 1024
    bounds = [str(number) for number in (limits.cpu_seconds, blocks, kilobytes)]
    whole = [*_walled(folder), "sh", "-c", _LIMITED, "sh", *bounds, *command]
    environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "TMPDIR": str(folder)}
    environment |= {"LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    with (folder / _RESULT).open("wb") as result:
        child = subprocess.Popen(  # noqa: S603 - no shell sees the document, and its name is ours
            whole,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=result,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            return child.wait(limits.wall_seconds) == 0
        except subprocess.TimeoutExpired as error:
            cause = f"turning it into a new document takes longer than {limits.wall_seconds:g} seconds"
            raise Refusal(name, cause, "save it as docx or PDF", code="time") from error
        finally:
            # The program may have started others.
            _kill_group(child)


def _kill_group(child: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _walled(folder: Path) -> tuple[str, ...]:
    """What begins a command so that it has no network and, where that can be had, writes to its folder only."""
    if walls():
        # LibreOffice looks for a place for its socket in two folders that everybody may write to.
        own = ("--tmpfs", "/var/tmp", "--bind", str(folder), str(folder), "--chdir", str(folder))  # noqa: S108 - it is theirs alone
        return (*walls(), *own, "--")
    return _without_network()


@functools.cache
def _without_network() -> tuple[str, ...]:
    """What begins a command so that it has no network; nothing where the system does not allow that."""
    try:
        tried = subprocess.run([*_NO_NETWORK, "true"], capture_output=True, timeout=5.0, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return _NO_NETWORK if tried.returncode == 0 else ()


def _result(path: Path, most: int) -> bytes:
    """The bytes of the result; nothing where there is none, or where it is no plain file of an allowed size."""
    try:
        found = path.lstat()
    except OSError:
        return b""
    return path.read_bytes() if stat.S_ISREG(found.st_mode) and found.st_size <= most else b""


def _failed(source: Source, program: str) -> Refusal:
    return Refusal(
        source.name,
        f"{_PRODUCTS.get(program, program)} cannot turn {name_of_content(source.content)} into a new document",
        "see whether it opens there (for xls LibreOffice needs its part Calc), or save it as docx, xlsx or PDF",
        code="conversion",
    )
