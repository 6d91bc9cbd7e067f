"""Archives that are small and hold much, or whose members lead elsewhere."""

from __future__ import annotations

import gzip
import struct
import tarfile
import zlib
from collections.abc import Callable

from benchmarks.safety.bomb_parts import (
    MEGABYTE,
    bz2_zeros,
    deflated_zeros,
    gzipped_zeros,
    raw_zip,
    tarred,
    xz_zeros,
    zipped,
)

_AWAY = (
    "../../outside/kept",
    "/tmp/../outside/kept",
    "..\\..\\outside\\kept",
    "C:\\outside\\kept",
    "a/../../../outside/kept",
    "//outside/kept",
    "~/kept",
    "a\x00b/kept",
    "a\nb/kept",
    "\x1b[2J/kept",
    "\u202egnp.txt",
    "a" * 255,
    "a/" * 300 + "kept",
    "con",
    "-rf",
    "CON.txt. ",
)


def gzip_bomb() -> bytes:
    """1 GiB in a gzip file of 1 MB."""
    return gzipped_zeros(1024)


def gzip_bomb_twice() -> bytes:
    """The same, packed once more."""
    return gzip.compress(gzipped_zeros(1024), mtime=0)


def xz_bomb() -> bytes:
    """1 GiB in an xz file."""
    return xz_zeros(1024)


def bz2_bomb() -> bytes:
    """1 GiB in a bzip2 file."""
    return bz2_zeros(1024)


def zip_bomb() -> bytes:
    """1 GiB in one member, which says so."""
    return raw_zip("00000.txt", deflated_zeros(1024)[2:-4], 1 << 30)


def lying_zip() -> bytes:
    """The same in a member that claims to be small."""
    return raw_zip("00000.txt", deflated_zeros(1024)[2:-4], 100)


def overlapping_zip() -> bytes:
    """Two hundred members, all of which are the same 16 MiB."""
    return raw_zip("00000.txt", deflated_zeros(16)[2:-4], 16 << 20, copies=200)


def fitting_zip() -> bytes:
    """A member that is as large as a document may be."""
    return raw_zip("00000.txt", deflated_zeros(192)[2:-4], 192 << 20)


def deep_zip() -> bytes:
    """Zip files in each other, forty deep."""
    content = b"Titel\n\nTekst."
    for _ in range(40):
        content = zipped((("a.zip", content),))
    return content


def broad_zip() -> bytes:
    """Zip files in each other, ten in each, four deep."""
    content = b"Titel\n\nTekst."
    for _ in range(4):
        content = zipped((f"{number}.zip", content) for number in range(10))
    return content


def many_members() -> bytes:
    """Two thousand empty members."""
    return zipped((f"{number}.txt", b"") for number in range(2_000))


def roaming_zip() -> bytes:
    """Members whose names lead out of any folder."""
    return zipped((name, b"Titel %d\n\nTekst." % number) for number, name in enumerate(_AWAY))


def endless_folder_of_zip() -> bytes:
    """A list of members that is said to begin behind the end."""
    whole = bytearray(zipped((("a.txt", b"Titel\n\nTekst."),)))
    whole[-6:-2] = struct.pack("<I", 0x7FFFFFFF)
    return bytes(whole)


def tar_bomb() -> bytes:
    """A tar file with 1 GiB in one member, packed."""
    member = tarfile.TarInfo("a.txt")
    member.size = 1 << 30
    return gzip.compress(member.tobuf(), mtime=0) + gzipped_zeros(1024)


def sparse_tar() -> bytes:
    """A member that is said to be 1 TiB with nothing in it."""
    member = tarfile.TarInfo("a.txt")
    member.type = tarfile.GNUTYPE_SPARSE
    member.size = 512
    head = bytearray(member.tobuf(tarfile.GNU_FORMAT))
    head[386:410] = b"00000000000\x0000000001000\x00"
    head[483:495] = b"\x80\x00\x00\x00" + struct.pack(">Q", 1 << 40)
    head[148:156] = b"        "
    head[148:156] = b"%06o\x00 " % sum(head[:512])
    return bytes(head) + bytes(512 * 3)


def long_named_tar() -> bytes:
    """A member whose name is a hundred million characters, packed."""
    member = tarfile.TarInfo("././@LongLink")
    member.type = tarfile.GNUTYPE_LONGNAME
    member.size = 100 * MEGABYTE
    return gzip.compress(member.tobuf(tarfile.GNU_FORMAT), mtime=0) + gzipped_zeros(101)


def roaming_tar() -> bytes:
    """Members whose names lead out of any folder."""
    return tarred(
        (tarfile.TarInfo(name), b"Titel %d\n\nTekst." % number) for number, name in enumerate(_AWAY)
    )


def leading_tar() -> bytes:
    """Links, devices and pipes, and files that are to be written through them."""
    members: list[tuple[tarfile.TarInfo, bytes]] = []
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE):
        for target in ("/etc", "../../outside", "../../outside/kept"):
            link = tarfile.TarInfo("a")
            link.type, link.linkname, link.devmajor, link.devminor = kind, target, 1, 5
            members += [
                (link, b""),
                (tarfile.TarInfo("a/kept"), b"Titel\n\nTekst."),
                (tarfile.TarInfo("a"), b"Titel"),
            ]
    return tarred(members)


def tar_in_a_ring() -> bytes:
    """A tar file that begins anew in its own middle: its member is said to be of no size that there is."""
    member = tarfile.TarInfo("a.txt")
    head = bytearray(member.tobuf(tarfile.GNU_FORMAT))
    head[124:136] = b"\xff" * 12
    head[148:156] = b"        "
    head[148:156] = b"%06o\x00 " % sum(head[:512])
    return bytes(head) * 4 + bytes(1024)


def packed_nothing() -> bytes:
    """A gzip file of a hundred thousand empty members."""
    return gzip.compress(b"", mtime=0) * 100_000


def hungry_xz() -> bytes:
    """An xz file that asks for the largest dictionary there is."""
    whole = bytearray(xz_zeros(1))
    return bytes(whole[:12]) + _block_with_large_dictionary() + bytes(whole[24:])


def _block_with_large_dictionary() -> bytes:
    block = b"\x02\x00\x21\x01\x28" + bytes(3)
    return block + struct.pack("<I", zlib.crc32(block))


ARCHIVES: dict[str, Callable[[], bytes]] = {
    make.__name__.replace("_", "-"): make
    for make in (
        gzip_bomb,
        gzip_bomb_twice,
        xz_bomb,
        bz2_bomb,
        zip_bomb,
        lying_zip,
        overlapping_zip,
        fitting_zip,
        deep_zip,
        broad_zip,
        many_members,
        roaming_zip,
        endless_folder_of_zip,
        tar_bomb,
        sparse_tar,
        long_named_tar,
        roaming_tar,
        leading_tar,
        tar_in_a_ring,
        packed_nothing,
        hungry_xz,
    )
}
"""What makes each bomb, by the name of its file."""
