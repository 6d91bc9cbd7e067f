"""In which order names and titles stand in a list that is read.

Dutch, French and English have the same order: the Unicode collation's own, to which none of the three adds a rule
(Unicode CLDR, collation/nl.xml, fr.xml, en.xml). Letters come first, then accents, then capitals, so that "É" stands
with "E" and the Dutch "ij" between "ii" and "ik". As library lists do, words are compared one by one ("De Wit" before
"Debaere"), signs between them count as blanks, and numbers go by value ("nr. 9" before "nr. 10"). In the browser
Intl.Collator does the same on words that are taken apart in the same way; tests compare the two.
"""

from __future__ import annotations

import re
import unicodedata

from archive.text.normal_forms import normal_form
from archive.text.person_names import split_name

# What a text is sorted by: its words without accents, then its accents, then its capitals.
SortKey = tuple[tuple[tuple[int, int, str], ...], str, str]

_PIECE = re.compile(r"\d+|[^\W\d_]+")
# They stand within a name: "D'Haese" is found beside "Dhaese", with whichever of them it is written.
_APOSTROPHES = re.compile("['’`´ʼ]")
# Letters that no accent makes of a plain one; the Unicode collation puts each with the letters that it is made of.
_SPELLED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ĳ": "ij"})
# In the order of the Unicode collation's second level: acute, grave, breve, circumflex, caron, ring, diaeresis …
_ACCENTS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0328\u0327\u0304"
_ACCENT_RANKS = {ord(accent): chr(0xE000 + rank) for rank, accent in enumerate(_ACCENTS)}


def sort_key(text: str) -> SortKey:
    """What a name or a title is sorted by."""
    words = " ".join(_PIECE.findall(_APOSTROPHES.sub("", normal_form("NFC", text))))
    marked = normal_form("NFD", words.casefold().translate(_SPELLED))
    bare = "".join(sign for sign in marked if not unicodedata.combining(sign))
    pieces = tuple((0, int(one), "") if one.isdecimal() else (1, 0, one) for one in _PIECE.findall(bare))
    # Swapped, small letters come before capitals.
    return pieces, marked.translate(_ACCENT_RANKS), words.swapcase()


def person_sort_key(name: str) -> SortKey:
    """What a person is sorted by: the surname, in Flanders with its particle ("Van den Bossche" under V)."""
    split = split_name(name)
    return sort_key(f"{split.surname} {split.given}" if split.given else name)


def first_letter(key: SortKey) -> str:
    """The capital under which a key stands in an alphabet, without accent; "" for what begins with none of A to Z."""
    pieces = key[0]
    first = pieces[0][2][:1].upper() if pieces else ""
    return first if "A" <= first <= "Z" else ""
