"""Documents made wrong at random: in their bytes, or in what they are built of. One number gives one document."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from benchmarks.safety.fuzz_seeds import WORDS

_LONGEST = 200_000
_NUMBER = re.compile(rb"\d+")
_STREAM = re.compile(rb"/Length (\d+)([^>]{0,200}?)>>\s*stream\r?\n", re.DOTALL)
_NUMBERS = (b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999", b"1e400", b"0.0000001")
_VALUES: tuple[object, ...] = (
    None,
    True,
    -1,
    1e308,
    10**30,
    "",
    "\x00",
    "\u202e<b>",
    [],
    {},
    [[[[]]]],
    "2024-02-31",
)


class Kinds(msgspec.Struct, frozen=True):
    """The documents from which mutations are made, by kind."""

    texts: Sequence[bytes]
    packages: Sequence[bytes]
    pdfs: Sequence[bytes]


def mutated(number: int, kinds: Kinds) -> bytes:
    """The document with this number: of twenty, sixteen are texts, three packages and one a PDF."""
    chance = random.Random(number)
    match number % 20:
        case 0:
            return _mutated_pdf(chance.choice(kinds.pdfs), chance)
        case 1 | 2 | 3:
            return _mutated_package(chance.choice(kinds.packages), chance)
        case _:
            return _mutated_text(chance.choice(kinds.texts), kinds.texts, chance)


def _mutated_text(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        if content.startswith((b"{", b"[")) and chance.random() < 0.5:
            content = _other_value(content, chance)
        elif chance.random() < 0.1:
            content = _spliced(content, chance.choice(others), chance)
        else:
            content = chance.choice(_OF_BYTES + _OF_LINES)(content, chance)
    return content[:_LONGEST]


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _delete(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + content[end:]


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _repeat(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    times = chance.choice((2, 10, 1000))
    return content[:start] + content[start:end][: _LONGEST // times] * times + content[end:]


def _swap(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[end:] + content[start:end] + content[:start]


def _insert(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + chance.randbytes(chance.randint(1, 40)) + content[place:]


def _insert_word(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + chance.choice(WORDS).encode("utf-8") + content[place:]


def _other_number(content: bytes, chance: random.Random) -> bytes:
    found = list(_NUMBER.finditer(content))
    if not found:
        return content
    one = chance.choice(found)
    return content[: one.start()] + chance.choice(_NUMBERS) + content[one.end() :]


def _shuffle_lines(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def _double_lines(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    return b"\n".join(line for line in lines for _ in range(chance.choice((1, 1, 2))))


def _join_lines(content: bytes, chance: random.Random) -> bytes:
    return re.sub(rb"\n", lambda found: chance.choice((b"\n", b"\n", b" ", b"")), content)


def _word_lines(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(lines))
        lines[place] = chance.choice(WORDS).encode("utf-8") + chance.choice((b"", b" ", b"\n")) + lines[place]
    return b"\n".join(lines)


def _in_other_encoding(content: bytes, chance: random.Random) -> bytes:
    text = content.decode("utf-8", "replace")
    return text.encode(chance.choice(("utf-16", "cp1252", "utf-8-sig", "utf-16-be", "utf-7")), "replace")


def _stretch(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.choice((1, 10, 100, 2000)))


def _spliced(content: bytes, other: bytes, chance: random.Random) -> bytes:
    return _cut(content, chance) + other[chance.randrange(len(other) + 1) :]


def _other_value(content: bytes, chance: random.Random) -> bytes:
    """JSON with one value changed or one key taken away; other bytes where it is none any more."""
    try:
        whole: Any = json.loads(content)
    except (ValueError, RecursionError):
        return _flip(content, chance)
    node: Any = whole
    while isinstance(node, (dict, list)) and node:
        key: Any = chance.choice(list(node)) if isinstance(node, dict) else chance.randrange(len(node))
        if not isinstance(node[key], (dict, list)) or not node[key] or chance.random() < 0.2:
            if chance.random() < 0.2:
                del node[key]
            else:
                node[key] = chance.choice(_VALUES)
            break
        node = node[key]
    return json.dumps(whole, separators=(",", ":")).encode("utf-8")


def _mutated_package(content: bytes, chance: random.Random) -> bytes:
    """A zip file with one member changed, dropped or doubled; or with its own bytes changed."""
    if chance.random() < 0.2:
        return chance.choice(_OF_BYTES)(content, chance)
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        members = [(entry.filename, opened.read(entry)) for entry in opened.infolist()]
    place = chance.randrange(len(members))
    name, inner = members[place]
    if chance.random() < 0.1:
        del members[place]
    else:
        for _ in range(chance.randint(1, 3)):
            inner = chance.choice(_OF_BYTES)(inner, chance)
        members[place] = (name, inner[: 10 * _LONGEST])
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name, inner in members:
            written.writestr(zipfile.ZipInfo(name), inner, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _mutated_pdf(content: bytes, chance: random.Random) -> bytes:
    """A PDF with the inside of a compressed stream changed, or its own bytes and numbers."""
    found = list(_STREAM.finditer(content))
    if not found or chance.random() < 0.4:
        return chance.choice((*_OF_BYTES, _other_number, _other_number))(content, chance)
    one = chance.choice(found)
    end = one.end() + int(one[1])
    try:
        inner = zlib.decompress(content[one.end() : end])
    except zlib.error:
        return _flip(content, chance)
    for _ in range(chance.randint(1, 3)):
        inner = chance.choice((*_OF_BYTES, _other_number))(inner, chance)
    packed = zlib.compress(inner)
    head = b"/Length %d%s>>\nstream\n" % (len(packed), one[2])
    return content[: one.start()] + head + packed + content[end:]


_Mutation = Callable[[bytes, random.Random], bytes]
_OF_BYTES: tuple[_Mutation, ...] = (
    _flip,
    _delete,
    _cut,
    _repeat,
    _swap,
    _insert,
    _insert_word,
    _other_number,
)
_OF_LINES: tuple[_Mutation, ...] = (
    _shuffle_lines,
    _double_lines,
    _join_lines,
    _word_lines,
    _word_lines,
    _in_other_encoding,
)
