"""Turns Word documents into PDF by LibreOffice, with nothing in them that differs from run to run."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

_FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"},'
    '"ExportBookmarks":{"type":"boolean","value":"false"}}'
)
_DATE = re.compile(rb"/CreationDate\(D:\d{14}")
_NAMES = re.compile(rb"(/DocChecksum /|<)([0-9A-F]{32})")


def find_office() -> str:
    """The command of LibreOffice. Raises FileNotFoundError that says how to install it."""
    for name in ("soffice", "libreoffice"):
        path = shutil.which(name)
        if path:
            return path
    raise FileNotFoundError(
        "LibreOffice is not installed; on Debian: apt-get install -y libreoffice-writer-nogui"
    )


def write_pdfs(word_files: Sequence[Path], folder: Path) -> None:
    """Writes a PDF of the same name for each Word document into `folder`."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                find_office(),
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                _FILTER,
                "--outdir",
                str(folder),
                *map(str, word_files),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=600,
        )
    for word_file in word_files:
        path = folder / f"{word_file.stem}.pdf"
        path.write_bytes(_timeless(path.read_bytes()))


def _timeless(content: bytes) -> bytes:
    """The PDF with a fixed date and identifier of the same lengths, so that no offset moves."""
    dated = _DATE.sub(b"/CreationDate(D:20240101000000", content)
    return _NAMES.sub(lambda found: found[1] + b"0" * 32, dated)
