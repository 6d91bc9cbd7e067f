"""The parts of Dutch compounds, split by what the corpus itself attests.

"begeleidingspremie" has the parts "begeleiding" and "premie" when both stand in the corpus as words of their own.
No word list of the language is needed, and a word that the corpus does not know is never invented.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from archive.text.dutch import family

SHORTEST_PART = 4
# In this order: "beroepsonderwijs" is about "beroep", where "beroeps" is attested too.
_LINKS = ("s", "", "e", "en", "n")
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
    if len(form) < 2 * SHORTEST_PART or form in _WHOLE or not form.isalpha():
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
    for cut in range(SHORTEST_PART, len(form) - SHORTEST_PART + 1):
        tail = form[cut:]
        if tail in _NO_TAIL or not (
            tail in attested or (tail[-1] in _INFLECTED and family(tail) in families)
        ):
            continue
        for head in _heads(form[:cut]):
            if head in attested and head not in _NO_HEAD:
                return head, tail
    return None


def _heads(start: str) -> Iterator[str]:
    """What may stand before the tail: `start` itself, or without its linking letters."""
    for link in _LINKS:
        if link == "s" and start in _OWN_S:
            continue
        if start.endswith(link) and len(start) - len(link) >= SHORTEST_PART:
            yield start.removesuffix(link) if link else start
