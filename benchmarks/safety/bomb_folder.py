"""A folder with what no folder should have: names that command terminals, links that lead away, pipes and devices."""

from __future__ import annotations

import contextlib
import os
import socket
import stat
from pathlib import Path

# Bytes of names. What is no UTF-8 is a name all the same.
NAMES = (
    b"line\nbreak.txt",
    b"5 inserted, 0 updated\n.txt",
    b"\x1b[2J\x1b]0;title\x07.txt",
    b"\xff\xfe\xed\xa0\x80.txt",
    b"n" * 251 + b".txt",
    "\u202egnp.txt".encode(),
    "e\u0301\u2028\u200b.txt".encode(),
    b" ",
    b"-rf",
    b"--help.txt",
    b"%s%n$(touch kept)`touch kept`;&|.txt",
    b"a'b\"c\\d.txt",
    b"con.txt",
    b"<img src=x onerror=alert(1)>.txt",
)


def make_odd_folder(folder: Path, outside: Path) -> int:
    """Fills the folder. Returns how many documents are in it; what leads elsewhere or is no file is none."""
    folder.mkdir()
    for number, name in enumerate(NAMES):
        with open(os.path.join(os.fsencode(folder), name), "wb") as stream:  # noqa: PTH118, PTH123 - names of bytes
            stream.write(b"Titel %d van een vreemde naam\n\nTekst %d." % (number, number))
    (folder / "away").symlink_to(outside)
    (folder / "away.txt").symlink_to(outside / "kept")
    (folder / "password.txt").symlink_to("/etc/passwd")
    (folder / "ring").symlink_to(folder)
    (folder / "ring.txt").symlink_to("ring.txt")
    (folder / "memory.txt").symlink_to("/proc/self/mem")
    os.mkfifo(folder / "pipe.txt")
    with contextlib.closing(socket.socket(socket.AF_UNIX)) as talk, contextlib.suppress(OSError):
        # Its address has room for a hundred characters.
        talk.bind(os.path.relpath(folder / "talk.txt"))
    # Making a device takes rights that few have.
    with contextlib.suppress(PermissionError):
        os.mknod(folder / "zero.txt", stat.S_IFCHR | 0o600, os.makedev(1, 5))
    deep = folder
    for _ in range(10):
        deep /= "d" * 40
    deep.mkdir(parents=True)
    (deep / "deep.txt").write_text("Titel in de diepte\n\nTekst.", "utf-8")
    return len(NAMES) + 1
