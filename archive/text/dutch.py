"""Dutch inflection: the family of a form.

Forms of one family are searched together: vlaams and vlaamse, subsidie and subsidies, school and scholen. The
rules undo endings of nouns and adjectives as the spelling makes them (open and closed syllables, v/f and z/s);
they leave derivation alone, so begeleiding and beleid, minister and mini stay strangers. A family is named by a
key that is no word to show to anyone: "school" and "scholen" both give "school", but "probleem" gives "problem".
"""

from __future__ import annotations

import functools
import re

from archive.text.word_length import LONGEST_WORD

_FUNCTION = "aan als bij de den der des door een en het in met of om op ten ter te tot uit van voor"
# The words that an abbreviation passes over: RVA, Rijksdienst voor Arbeidsvoorziening.
FUNCTION_WORDS = frozenset(_FUNCTION.split())

# Whole forms that no rule may touch: endings that look like inflection and are none.
_UNTOUCHED_WORDS = """
    alleen even open tegen binnen buiten samen zeven tussen indien bovendien misschien sinds steeds reeds
    volgens wegens tevens minstens overigens eens ons dus ten den men hen
    heden reden mede beide weten eten zitten
    """
_UNTOUCHED = frozenset(_UNTOUCHED_WORDS.split())

# Endings, also in compounds, whose singular the spelling does not tell.
_IRREGULAR = (
    ("kinderen", "kind"),
    ("steden", "stad"),
    ("raadsleden", "raadslid"),
    ("lidstaten", "lidstaat"),
    ("personeelsleden", "personeelslid"),
    ("gezinsleden", "gezinslid"),
    ("bestuursleden", "bestuurslid"),
    ("teamleden", "teamlid"),
    ("dagen", "dag"),
    ("bedragen", "bedrag"),
    ("verdragen", "verdrag"),
    ("snelwegen", "snelweg"),
    ("gewestwegen", "gewestweg"),
    ("spoorwegen", "spoorweg"),
    ("waterwegen", "waterweg"),
    ("fietswegen", "fietsweg"),
    ("schepen", "schip"),
    ("gebeden", "gebed"),
    ("musea", "museum"),
    ("criteria", "criterium"),
    ("ministeria", "ministerium"),
    ("eieren", "ei"),
    ("koeien", "koe"),
    ("slagen", "slag"),
    ("paden", "pad"),
    ("baden", "bad"),
    ("bladen", "blad"),
    ("glazen", "glas"),
    ("daken", "dak"),
    ("gebreken", "gebrek"),
    ("bevelen", "bevel"),
    ("oorlogen", "oorlog"),
    ("centra", "centrum"),
)
_IRREGULAR_ENDINGS = tuple(ending for ending, _ in _IRREGULAR)
# The same, for words that end others by chance: gesloten is no slot.
_IRREGULAR_WHOLE = {
    "leden": "lid",
    "sloten": "slot",
    "gaten": "gat",
    "vaten": "vat",
    "vatten": "vatten",
    "hoven": "hof",
    "graven": "graf",
    "goden": "god",
    "spelen": "spel",
}
_NOT_IRREGULAR = frozenset({"besteden", "uitdagen", "schepen", "overdragen"})

# A final s that belongs to the word.
_OWN_S = re.compile(
    r"(?:advies|verlies|precies|vlies|proces|succes|adres|congres|kies|genies|laars|koers|beurs|eens|elders"
    r"|minstens|volgens|wegens|diens|jongens|expres|exces|prinses|barones|voogdes|[^n]ares|grens|wens|medemens"
    r"|^(?:mens|lens|vers|pers|paars|kers|spons))$"
)
_PLURAL_S = re.compile(
    r"(?:[^aeiou]ie|el|ail|er|em|en|aar|ier|eur|oir|eau|age|ege|ure|ype|ute|ine|ase|ode|ade|ore|ile|ule|ime|ame|ice"
    r"|ube|one|ie|tion|[a-z]{3}[^aeiou]e|[^aeiou]on|[^aeiou]or|um|[^aeiou]et)s$"
)
_APOSTROPHE_S = re.compile(r"'s?$")
_OPEN = re.compile(r"(?:(?:^|[^aeiou])[aou]|[iue]a)[bdfgklmnprstvz]$")
_OPEN_E = re.compile(r"^[^aeiou]*e[bdfgklmnprstvz]$")
_MAY_DOUBLE = frozenset("bdfgklmnprst")
_MAY_END_OPEN = frozenset("bdfgklmnprstvz")
_VOWEL = re.compile(r"[aeiouy]")
_SECOND_SYLLABLE = re.compile(r"[aeiouy][^aeiouy]+[aeiouy]")
# The most letters that an ending of a pattern takes: where to look for it, as looking everywhere is slow.
_LONGEST_S = 8
_LONGEST_OPEN = 3
_JOINER = re.compile(r"[-&']")


@functools.lru_cache(maxsize=1 << 18)
def family(form: str) -> str:
    """The key of the family of a folded form (as archive.text.tokens gives it)."""
    if not form.isalpha():
        return _family_of_marked(form)
    if len(form) < 4 or len(form) > LONGEST_WORD or form in _UNTOUCHED:
        return form
    if form in _IRREGULAR_WHOLE:
        return _IRREGULAR_WHOLE[form]
    return _settled(_without_ending(form))


def _family_of_marked(form: str) -> str:
    """Numbers are their own family; "foto's" joins "foto", "e-mails" joins "email", "n-va" joins "nva"."""
    if any(character.isdigit() for character in form):
        return form
    bare = _JOINER.sub("", _APOSTROPHE_S.sub("", form))
    return family(bare) if bare.isalpha() else form


def _without_ending(form: str) -> str:
    """`form` without the ending of a plural or an inflected adjective, in the spelling of the bare word."""
    if form.endswith(_IRREGULAR_ENDINGS) and form not in _NOT_IRREGULAR:
        return next(
            form[: -len(ending)] + singular for ending, singular in _IRREGULAR if form.endswith(ending)
        )
    if form.endswith("heden") and len(form) > 7:
        return form[:-5] + "heid"
    if _has_plural_s(form):
        form = form[:-1]
    if form in _UNTOUCHED:
        return form
    bare = _without_e(form)
    if bare != form and _has_plural_s(bare) and not bare.endswith("es"):
        bare = bare[:-1]  # brusselse, brussels, brussel
    return bare


def _has_plural_s(form: str) -> bool:
    if not form.endswith("s"):
        return False
    start = max(0, len(form) - _LONGEST_S)
    return _PLURAL_S.search(form, start) is not None and _OWN_S.search(form, start) is None


def _without_e(form: str) -> str:
    """`form` without a final -e or -en, its stem spelt as a closed syllable."""
    if form.endswith(("ieen", "eeen")):
        return form[:-2]
    ending = 2 if form.endswith("en") else 1 if form.endswith("e") else 0
    stem = form[:-ending] if ending else form
    if not ending or len(stem) < 2 or not _VOWEL.search(stem) or not _takes_ending(stem):
        return form
    closed = _closed(stem)
    return closed if len(closed) >= 3 else form


def _takes_ending(stem: str) -> bool:
    """Whether -e or -en may follow: a consonant, or the glide of draaien, vloeien and gooien."""
    return stem[-1] not in "aeiou" or stem.endswith(("aai", "oei", "ooi"))


def _closed(stem: str) -> str:
    """The stem of an open syllable as a word of its own: schol gives school, mann man, bedrijv bedrijf."""
    last = stem[-1]
    if last == stem[-2] and last in _MAY_DOUBLE:
        return stem[:-1]
    if last not in _MAY_END_OPEN:
        return stem
    # Unstressed -or and -er keep their short vowel: sectoren, ministeren.
    if _OPEN.search(stem, max(0, len(stem) - _LONGEST_OPEN)):
        opened = not (stem.endswith("or") and _SECOND_SYLLABLE.search(stem))
    else:
        opened = stem[-2] == "e" and _OPEN_E.search(stem) is not None
    return stem[:-1] + stem[-2] + last if opened else stem


def _settled(stem: str) -> str:
    """One key for spellings that inflection alone cannot tell apart: onderdeel and onderdel(en), v and f."""
    if stem.endswith("v"):
        stem = stem[:-1] + "f"
    elif stem.endswith("z"):
        stem = stem[:-1] + "s"
    elif len(stem) > 5 and stem.endswith("oor") and _SECOND_SYLLABLE.search(stem):
        return stem[:-2] + "r"
    if len(stem) > 4 and stem[-3:-1] == "ee" and _SECOND_SYLLABLE.search(stem):
        return stem[:-3] + stem[-2:]
    return stem
