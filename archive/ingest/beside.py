"""Finds the files that an open-data record names, in a folder on disk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from archive.fetch.open_data import named_files
from archive.ingest.origin import file_number
from archive.text.web_address import split_address


def files_beside(content: bytes, files: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """The files among `files` that the record in `content` names, each with the address that it has there.

    A file is known by its name: the last piece of the address, or one with the number of the file in it
    ("2063933.pdf", "pfile_id=2063933").
    """
    named = named_files(content)
    if named is None:
        return
    for address in (*named.documents, *named.attachments):
        for path in files:
            if _is_called(path.name, address):
                yield path, address


def _is_called(name: str, address: str) -> bool:
    number = file_number(address)
    if number is not None:
        return re.search(rf"(?<!\d){number}(?!\d)", name) is not None
    return name == unquote(split_address(address).path).rpartition("/")[2]
