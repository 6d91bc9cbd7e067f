"""The name that documents give a text of law: its kind and day, with what it is about where they agree on that.

"Arbeidswet van 16 maart 1971", "Wet van 24 juni 2013 betreffende de gemeentelijke administratieve sancties".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from archive.text.dates import find_dates

# With these the sentence goes on behind the title of the law.
_VERBS: Final = """
    is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon moet moeten mag mogen zal zullen
    bepaalt bepalen voorziet voorzien stelt stellen legt leggen regelt regelen verplicht schrijft geeft maakt staat
    laat verleent creëert creeert voert zou vereist verbiedt vermeldt definieert betreft biedt blijft die dat waarin
    waarbij waardoor waarvan en-of dienden goed gepubliceerd inderdaad
    """
_STOPS: Final = frozenset(_VERBS.split())
_ENDS: Final = "en of de het van der des in op met voor te tot een wat inzake betreffende houdende"
_TRAILING: Final = frozenset(_ENDS.split())
_WORD = re.compile(r"\S+")
_LONGEST: Final = 150
# One subject prevails if those that contradict it are together so much rarer.
_LEAST_SHARE: Final = 4


class _Named(NamedTuple):
    noun: str
    subject: str


def law_title(name: str, texts: Mapping[str, int], least: int) -> str:
    """The fullest name of a text of law. name: its kind and day; texts: how often documents print each wording.

    What fewer than `least` of them say is left out.
    """
    plain, _, day = name.partition(" ")
    if not day:
        return name
    read = [(found, count) for text, count in sorted(texts.items()) if (found := _read(text))]
    nouns, subjects = Counter[str](), Counter[str]()
    for found, count in read:
        nouns[found.noun.lower()] += count
        if found.subject:
            subjects[found.subject] += count
    noun = _compound(nouns, plain.lower(), least)
    subject = _prevailing(subjects, least)
    title = f"{noun.capitalize()} {day}"
    return f"{title} {subject}" if subject and len(title) + len(subject) < _LONGEST else title


def _read(text: str) -> _Named | None:
    """The noun and the subject of a wording like "decreet van 8 juli 1996 betreffende …"."""
    dated = next(find_dates(text), None)
    if dated is None:
        return None
    before = text[: dated.start].split()
    if len(before) != 2 or before[1] != "van":
        return None
    return _Named(before[0], _subject(text[dated.start + len(dated.text) :]))


def _subject(text: str) -> str:
    """What a law is about, up to where the sentence goes on."""
    words: list[str] = []
    for word in _WORD.findall(text):
        if word.lower() in _STOPS or not word[0].isalnum():
            break
        words.append(word)
    while words and words[-1].lower() in _TRAILING:
        words.pop()
    return " ".join(words)


def _compound(nouns: Counter[str], plain: str, least: int) -> str:
    """The compound that names the law ("arbeidswet"), if a good part of the documents use it."""
    compounds = {noun: count for noun, count in nouns.items() if noun != plain and noun.endswith(plain)}
    if not compounds:
        return plain
    noun = min(compounds, key=lambda one: (-compounds[one], one))
    enough = compounds[noun] >= least and _LEAST_SHARE * compounds[noun] >= sum(nouns.values())
    return noun if enough else plain


def _prevailing(subjects: Counter[str], least: int) -> str:
    """The subject that most documents tell, where the others tell hardly anything else; "" if there is none."""
    if not subjects:
        return ""
    first = min(subjects, key=lambda one: (-_agreeing(one, subjects), -len(one), one))
    agreeing = _agreeing(first, subjects)
    others = sum(
        count for one, count in subjects.items() if not _begins(first, one) and not _begins(one, first)
    )
    return first if agreeing >= least and agreeing >= _LEAST_SHARE * others else ""


def _agreeing(subject: str, subjects: Counter[str]) -> int:
    """How often a subject is told, alone or as the beginning of a longer one."""
    return sum(count for one, count in subjects.items() if _begins(one, subject))


def _begins(text: str, beginning: str) -> bool:
    return text.casefold().startswith(beginning.casefold())
