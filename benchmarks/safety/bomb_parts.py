"""What bombs are made of: much that takes little room."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterable

MEGABYTE = 1 << 20


def deflated_zeros(megabytes: int) -> bytes:
    """So many MiB of zeros, compressed by zlib, without compressing them all: a flushed block can be repeated."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(bytes(MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    # Adler-32 of zeros: the first sum stays 1, the second counts the bytes.
    sums = struct.pack(">HH", megabytes * MEGABYTE % 65521, 1)
    return head + block * megabytes + b"\x03\x00" + sums


def gzipped_zeros(megabytes: int) -> bytes:
    """So many MiB of zeros as a gzip file of many members."""
    return gzip.compress(bytes(MEGABYTE), mtime=0) * megabytes


def xz_zeros(megabytes: int) -> bytes:
    """So many MiB of zeros as an xz file of many streams."""
    return lzma.compress(bytes(MEGABYTE)) * megabytes


def bz2_zeros(megabytes: int) -> bytes:
    """So many MiB of zeros as a bzip2 file of many streams."""
    return bz2.compress(bytes(MEGABYTE)) * megabytes


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file of members, compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in members:
            written.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def tarred(members: Iterable[tuple[tarfile.TarInfo, bytes]]) -> bytes:
    """A tar file of members; what they hold is empty where they are no plain files."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.PAX_FORMAT) as written:
        for member, content in members:
            member.size = len(content)
            written.addfile(member, io.BytesIO(content))
    return target.getvalue()


def raw_zip(name: str, packed: bytes, size: int, *, copies: int = 1) -> bytes:
    """A zip file whose members all share the same deflated bytes. size: of one member, as the file claims it."""
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 33, 0, len(packed), size, len(name), 0)
    central = b""
    for number in range(copies):
        label = f"{number:05}{name[5:]}".encode("ascii")
        central += (
            struct.pack(
                "<4sHHHHHHIIIHHHHHII",
                b"PK\1\2",
                20,
                20,
                0,
                8,
                0,
                33,
                0,
                len(packed),
                size,
                len(label),
                0,
                0,
                0,
                0,
                0,
                0,
            )
            + label
        )
    start = local + name.encode("ascii") + packed
    end = struct.pack(
        "<4sHHHHIIH", b"PK\5\6", 0, 0, min(copies, 65535), min(copies, 65535), len(central), len(start), 0
    )
    return start + central + end


def pdf(objects: Iterable[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1, of which the first is the catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
    return body + table + tail % (len(places) + 1, trailer, len(body))


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object with these entries in its dictionary."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)
