"""Bytes as text that stands between quotes in a script, in as few ASCII characters as can be.

124 of the 128 ASCII characters need no backslash there. Thirteen bytes are a number below 124 to the power of 15, so
they are written as fifteen characters: 15.4 % more than the bytes, where base64 is 33 % more, and seven bits a
character with four of them escaped 17.9 %. After a host's gzip hardly any of it is left. The first character tells how
many zero bytes were put behind the content to fill its last group; then come the groups, the highest digit first.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

GROUP = 13
WRITTEN = 15
_CHARACTERS = np.array([code for code in range(128) if code not in b'\n\r"\\'], dtype=np.uint8)
_BASE = len(_CHARACTERS)
# Three digits at a time: a limb times this leaves room in 64 bits, and in the browser's 53.
_THREE_DIGITS = _BASE**3
# A group is four limbs of 26 bits.
_LIMB = np.uint64(26)
_LIMB_MASK = np.uint64((1 << 26) - 1)
_VALUES = np.full(256, _BASE, dtype=np.uint64)
_VALUES[_CHARACTERS] = np.arange(_BASE)

_Wide = npt.NDArray[np.uint64]


def text_of(content: bytes) -> bytes:
    """Bytes as ASCII characters."""
    padding = -len(content) % GROUP
    groups = np.zeros(((len(content) + padding) // GROUP, 16), dtype=np.uint8)
    groups[:, 16 - GROUP :] = np.frombuffer(content + bytes(padding), dtype=np.uint8).reshape(-1, GROUP)
    high, low = groups.view(">u8").astype(np.uint64).T
    limbs = [high >> 14, (high << 12 | low >> 52) & _LIMB_MASK, low >> _LIMB & _LIMB_MASK, low & _LIMB_MASK]
    digits = np.empty((len(groups), WRITTEN), dtype=np.uint8)
    for place in range(WRITTEN - 3, -1, -3):
        rest = np.zeros(len(groups), dtype=np.uint64)
        for number, limb in enumerate(limbs):
            value = rest << _LIMB | limb
            limbs[number] = value // _THREE_DIGITS
            rest = value - limbs[number] * _THREE_DIGITS
        for at in (2, 1, 0):
            rest, digits[:, place + at] = np.divmod(rest, _BASE)
    return _CHARACTERS[[padding]].tobytes() + _CHARACTERS[digits].tobytes()


def content_of(text: bytes) -> bytes:
    """The bytes that `text_of` wrote so. Raises ValueError for other text."""
    values = _VALUES[np.frombuffer(text, dtype=np.uint8)]
    if len(text) % WRITTEN != 1 or (values == _BASE).any():
        raise ValueError("characters are missing, or such as are never written")
    digits = values[1:].reshape(-1, WRITTEN)
    limbs: list[_Wide] = [np.zeros(len(digits), dtype=np.uint64) for _ in range(4)]
    for place in range(0, WRITTEN, 3):
        carry = (digits[:, place] * _BASE + digits[:, place + 1]) * _BASE + digits[:, place + 2]
        for number in (3, 2, 1, 0):
            value = limbs[number] * _THREE_DIGITS + carry
            limbs[number], carry = value & _LIMB_MASK, value >> _LIMB
    high = limbs[0] << 14 | limbs[1] >> 12
    low = (limbs[1] & 0xFFF) << 52 | limbs[2] << _LIMB | limbs[3]
    groups = np.stack([high, low], axis=1).astype(">u8").view(np.uint8)
    content = groups[:, 16 - GROUP :].tobytes()
    return content[: len(content) - int(values[0])]
