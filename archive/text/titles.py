"""Titles as printed, folded and taken apart at their dash."""

from __future__ import annotations

import re

import msgspec

_BLANKS = re.compile(r"\s+")
_DASHES = re.compile(r" [-–—] ")


class Title(msgspec.Struct, frozen=True):
    """A title; `subject` and `aspect` stand before and after its first " - ", aspect None where there is none."""

    text: str
    subject: str
    aspect: str | None


def fold_blanks(text: str) -> str:
    """The text with every run of white space as one blank, and none at its ends."""
    return _BLANKS.sub(" ", text).strip()


def parse_title(printed: str) -> Title:
    """A title with folded blanks: "Individueel maatwerk  -  Stand van zaken" has an aspect."""
    text = fold_blanks(printed)
    subject, *aspect = _DASHES.split(text, maxsplit=1)
    return Title(text, subject, aspect[0] if aspect else None)
