"""English inflection: the family of a form.

Forms of one family are searched together: child and children, policy and policies, assess and assessing, organise
and organized. The rules undo plurals, possessives and the endings of verbs as the spelling makes them; they leave
derivation alone, so police and policy, universal and university stay strangers. A family is named by a key that is
no word to show to anyone: "provide" and "providing" both give "provid".
"""

from __future__ import annotations

import functools
import re

from archive.text.english_forms import IRREGULAR, OWN_E, UNTOUCHED
from archive.text.english_spelling import one_spelling
from archive.text.word_length import LONGEST_WORD

_FUNCTION = "a an and as at by for from in into of on or per the to upon with within"
FUNCTION_WORDS = frozenset(_FUNCTION.split())

_VOWELS = re.compile(r"[aeiou]+|(?<=[^aeiou])y")
_JOINER = re.compile(r"[-&']")
# Final letters after which a plural takes -es, and -che, which "niches" shares with "churches".
_HISSING = ("ss", "sh", "ch", "x", "zz", "tz")
_OWN_S = re.compile(r"(?:ss|[^aeiou]us|[aeiou][^aeiou]+us|is)$")
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
# One syllable that has lost its e: hop(e), plac(e), charg(e), handl(e), caus(e). "Hop" itself would be doubled.
_LOST_E = re.compile(r"(?:(?:^|[^aeiou]|qu)[aeiouy][bdgklmnprt]|[cv]|(?<!z)z|[^s]s|[rld]g|[bcdfgkptz]l)$")


@functools.lru_cache(maxsize=1 << 18)
def family(form: str) -> str:
    """The key of the family of a folded form (as archive.text.tokens gives it)."""
    if not form.isalpha():
        return _family_of_marked(form)
    if form in IRREGULAR:
        form = IRREGULAR[form]
    if len(form) < 4 or len(form) > LONGEST_WORD or form in UNTOUCHED:
        return form
    return _settled(_without_ending(one_spelling(form)))


def _family_of_marked(form: str) -> str:
    """Numbers are their own family; "child's" joins "child", "co-operate" joins "cooperate"."""
    if any(character.isdigit() for character in form):
        return form
    bare = _JOINER.sub("", form.removesuffix("'s"))
    return family(bare) if bare.isalpha() else form


def _without_ending(form: str) -> str:
    """`form` without the ending of a plural, a third person, a participle or a past."""
    if form.endswith("s"):
        form = _without_s(form)
        if form.endswith("en") and form in IRREGULAR:  # childrens, for children's
            return IRREGULAR[form]
    elif form.endswith("ed"):
        return _without_ed(form)
    if form.endswith("ing") and form not in UNTOUCHED:
        return _without_ing(form)
    return form


def _without_s(form: str) -> str:
    if _OWN_S.search(form):
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith("es") and form[:-2].endswith(_HISSING):
        return form[:-2]
    if form.endswith("oes") and len(form) > 5:
        return form[:-2]
    if form.endswith("ses") and len(_VOWELS.findall(form[:-2])) > 1:
        return form[:-2]
    return form[:-1]


def _without_ed(form: str) -> str:
    if form.endswith("eed"):
        return form
    if form.endswith("ied") and len(form) > 4:
        return form[:-3] + "y"
    return _stem(form, form[:-2])


def _without_ing(form: str) -> str:
    return _stem(form, form[:-3])


def _stem(form: str, stem: str) -> str:
    """What stood before -ed or -ing, spelt as a word of its own: stopp gives stop, hop gives hope."""
    if len(stem) < 3 or not _VOWELS.search(stem):
        return form
    several = len(_VOWELS.findall(stem)) > 1
    if len(stem) > 3 and _DOUBLED.search(stem) and (several or not stem.endswith("ll")):
        return stem[:-1]
    if not several and _LOST_E.search(stem):
        return stem + "e"
    return stem


def _settled(stem: str) -> str:
    """One key for what endings alone cannot tell apart: providing may come of "provid" or of "provide"."""
    if stem in OWN_E:
        return stem
    if stem.endswith("men") and len(stem) > 5:
        return stem[:-2] + "an"
    if stem.endswith("che"):
        return stem[:-1]
    if stem.endswith("e") and stem[-2:] != "ee" and len(_VOWELS.findall(stem[:-1])) > 1:
        stem = stem[:-1]
    if stem.endswith("ysis"):
        return stem[:-2]  # as analyses
    # Enroll and enrol, programme and program.
    if stem.endswith(("ll", "mm")) and len(_VOWELS.findall(stem)) > 1:
        return stem[:-1]
    return stem
