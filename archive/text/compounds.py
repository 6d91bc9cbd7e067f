"""The parts of Dutch compounds, split by what the corpus itself attests.

"begeleidingspremie" has the parts "begeleiding" and "premie" when both stand in the corpus as words of their own.
No word list of the language is needed, and a word that the corpus does not know is never invented.
"""

from __future__ import annotations

from collections.abc import Container

from archive.text.dutch import family
from archive.text.word_length import LONGEST_WORD

SHORTEST_PART = 4
# In this order: "beroepsonderwijs" is about "beroep", where "beroeps" is attested too.
_LINKS = ("s", "", "e", "en", "n")
_LINKED = frozenset("sen")
_OWN_S = frozenset({"plaats", "vers", "prijs", "grens", "kans", "koers", "beurs"})

_INFLECTED = frozenset("nse")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that look like two others and mean neither.
_WHOLE = _words(
    """
    maatregel maatregelen platform platforms verstrekt verstrekte verstrekken noodzaak middelbaar
    middelbare minister ministers
    """
)
# Words that begin or end many others without being a part of their meaning: voor+waarden, over+heid.
_NO_HEAD = _words(
    """
    aldus alle ander achter binnen boven buiten daar deze door dien eerst even geen haar heen hier hoog
    hoofd inge inter laag langs maar mede meer mini naar neer onder over rond samen super tegen terug
    tussen veel voor voort waar weder weer welk ver uit zelf multi anti
    """
)
_NO_TAIL = _words(
    """
    aard achtig aire elier naar baar baren bare dien deel delen eren eling enaar end ende gaan gaat geleden heid heden
    huis ijke ingen laat lijk lijke lijks logisch logische loos loze maal mate name over pers schap
    schappen slag staan staat stand stellen ster sters teken tijd tijds uren vallen voor waarts want
    werp weer wijze wijs zaam zame zien zins
    """
)


def compound_parts(form: str, attested: Container[str], families: Container[str]) -> tuple[str, ...]:
    """The attested words of which `form` is made, parts of parts included; () when it is no compound.

    attested: all forms of the corpus; families: the keys of their families. Every part has at least four
    letters; a linking s, e, en or n between two parts belongs to neither. The last part may be attested by
    another form of its family: "premies" in "loonpremies" by "premie".
    """
    if not 2 * SHORTEST_PART <= len(form) <= LONGEST_WORD or form in _WHOLE or not form.isalpha():
        return ()
    split = _split(form, attested, families)
    if split is None:
        return ()
    found = dict.fromkeys(
        part for half in split for part in (half, *compound_parts(half, attested, families))
    )
    return tuple(found)


def _split(form: str, attested: Container[str], families: Container[str]) -> tuple[str, str] | None:
    """The two halves of `form` with the longest tail, for the tail names what the compound is a kind of."""
    # The head first: to look one up is quick, and hardly any beginning of a word is a word.
    for cut in range(SHORTEST_PART, len(form) - SHORTEST_PART + 1):
        head = form[:cut]
        if form[cut - 1] in _LINKED:
            head = _unlinked(head, attested)
        elif head not in attested or head in _NO_HEAD:
            continue
        if head and _is_tail(form[cut:], attested, families):
            return head, form[cut:]
    return None


def _is_tail(tail: str, attested: Container[str], families: Container[str]) -> bool:
    if tail in _NO_TAIL:
        return False
    return tail in attested or (tail[-1] in _INFLECTED and family(tail) in families)


def _unlinked(start: str, attested: Container[str]) -> str:
    """The attested word that `start` is, or that it is without its linking letters; "" where there is none."""
    for link in _LINKS:
        if link == "s" and start in _OWN_S:
            continue
        if start.endswith(link) and len(start) - len(link) >= SHORTEST_PART:
            head = start.removesuffix(link)
            if head in attested and head not in _NO_HEAD:
                return head
    return ""
