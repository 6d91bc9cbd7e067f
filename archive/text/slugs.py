"""Names in the form that stands in addresses and ids: "Jo Brouns" becomes "jo-brouns"."""

from __future__ import annotations

import re
import unicodedata

from archive.text.normal_forms import normal_form

_UNSPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
)


NAMELESS = "naamloos"


def slug(name: str) -> str:
    """Lower-case ASCII letters and digits, with one hyphen wherever anything else stood.

    Never empty: a name without a letter or digit gives "naamloos". At most 80 characters.
    """
    plain = normal_form("NFKD", name.casefold().translate(_UNSPELLED))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’`´]", "", plain))
    return "-".join(words)[:80].strip("-") or NAMELESS
