"""Abbreviations as texts print them: what makes two printed forms one, and which are no names of anything."""

from __future__ import annotations

import functools
import re
from typing import Final

from archive.text.names import known_names
from archive.text.tokens import fold

# "VTE's", "ICBs", "LDE’ers", "IMW-werknemers", "O.C.M.W.": the abbreviation is what stands before the ending.
_PRINTED = re.compile(
    r"(?:(?P<dotted>(?:[A-Z]\.){2,9}[A-Z]?)"
    r"|(?P<plain>[A-Z][a-z]{0,3}[A-Z&][A-Za-z&]{0,8}?)(?:['’]?s|['’]ers)?(?:-.*)?)$"
)
_ROMAN = re.compile(r"m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})$")
# Parties beside those of the table of names: of other parliaments, and names that they had before.
_OTHER_PARTIES: Final = "vld ptb ecolo mr ps cdh defi fdf ldd uf psc prl cvp pvda vb pp"
# What counts something, or what everybody writes: no organisation or measure of its own.
_UNITS: Final = """
    vte fte km kwh mwh gwh twh kw mw kv kb mb gb tb mhz ghz khz eur usd btw html xml csv xls pdf faq usb gps sms www
    http https nv bv bvba vzw asbl cvba ngo kmo ceo dna led pc tv nl fr de en be eu vs uk usa un vn bs pv
    """
_NO_NAMES: Final = frozenset(_UNITS.split())
_LEAST_UNDEFINED: Final = 3


def abbreviation_key(printed: str) -> str:
    """What the printed forms of one abbreviation have in common ("VTE's", "V.T.E."); "" where it is none."""
    return fold(shown_abbreviation(printed)).replace("&", "")


def shown_abbreviation(printed: str) -> str:
    """An abbreviation without the ending of a plural, a compound or an inflection; "" where it is none."""
    match = _PRINTED.match(printed)
    if match is None:
        return ""
    return match["dotted"].replace(".", "") if match["dotted"] else match["plain"]


def may_be_defined(key: str) -> bool:
    """Whether an abbreviation can name an organisation or a measure, where a text says what it stands for."""
    return len(key) > 1 and key not in _party_keys() and key not in _NO_NAMES and not _ROMAN.match(key)


def may_stand_alone(printed: str) -> bool:
    """Whether an abbreviation can name one though no text says what it stands for: all capitals, three or more."""
    return (
        len(printed) >= _LEAST_UNDEFINED and printed.isupper() and may_be_defined(abbreviation_key(printed))
    )


@functools.cache
def _party_keys() -> set[str]:
    named = (term.party for known in known_names().values() for term in known.terms if term.party)
    return {*_OTHER_PARTIES.split()} | {"".join(filter(str.isalnum, fold(party))) for party in named}
