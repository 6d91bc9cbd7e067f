"""British and American spelling of one English word, made one: organise and organize, labour and labor.

The spelling that comes out need be nobody's: it only has to be the same for both. Pairs that are also two words
(metre and meter, tyre and tire, cheque and check) are left apart.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class _Difference(NamedTuple):
    """A spelling made into another one, wherever `mark` tells that it is worth looking."""

    mark: str
    pattern: re.Pattern[str]
    replacement: str


_OUR_LINES = """
    arb ard arm behavi cand clam col demean endeav fav ferv flav harb hon hum lab misdemean neighb od parl ranc rig rum
    sav savi splend succ tum val vap vig
    """
_RE_LINES = """
    cent theat lit fib calib lust meag somb spect sab manoeuv maneuv
    kilomet centimet millimet micromet nanomet
    """
_OUR = "|".join(_OUR_LINES.split())
_RE = "|".join(_RE_LINES.split())
# Words of Greek and Latin in which Britain keeps two vowels: gynaecology, paediatric, oestrogen, foetal.
_AE = "gyn(?=aec)|p(?=aed)|(?=aesthet)|an(?=aesth)|arch(?=aeo)|pal(?=aeo)|h(?=aem)|f(?=aec)|c(?=aes[ai])|medi(?=aev)"
_OE = "man(?=oeuv)|f(?=oet)|^(?=oe(?:st|so|de))|c(?=oelia)|hom(?=oeo)"

_RE_ENDINGS = ("re", "res", "red", "ring")
_CENTRE = re.compile(rf"({_RE})re(s?)$")
_CENTRED = re.compile(r"(cent|manoeuv|maneuv)r(ed|ing)$")

_DIFFERENCES = (
    _Difference(
        "iz", re.compile(r"([aeiouy][a-z]*[^aeiou])iz(e[ds]?|ers?|ing|able|ations?|ational)$"), r"\1is\2"
    ),
    _Difference("yz", re.compile(r"yz(e[ds]?|ers?|ing)$"), r"ys\1"),
    _Difference("our", re.compile(rf"^((?:un|dis|mis|multi|water|re)?(?:{_OUR}))our"), r"\1or"),
    _Difference("fibre", re.compile(r"^fibre"), "fiber"),
    _Difference("nc", re.compile(r"^((?:un|sub|re)?(?:defen|offen|licen|preten))c(e[ds]?|ing)$"), r"\1s\2"),
    _Difference("practic", re.compile(r"^(mal)?practic(e[ds]?|ing)$"), r"\1practis\2"),
    _Difference("og", re.compile(r"(dial|catal|anal|monol|prol|epil)og(s?)$"), r"\1ogue\2"),
    _Difference("ae", re.compile(rf"({_AE})ae"), r"\1e"),
    _Difference("aem", re.compile(r"aem(i[ac]s?)$"), r"em\1"),
    _Difference("oe", re.compile(rf"({_OE})oe"), r"\1e"),
    _Difference("rrhoea", re.compile(r"rrhoea"), "rrhea"),
    _Difference("dgment", re.compile(r"dgment"), "dgement"),
    _Difference("llment", re.compile(r"llment"), "lment"),
    _Difference("llful", re.compile(r"llful"), "lful"),
    _Difference("ll", re.compile(r"([aeiou][a-z]*[aeiou])ll(ers?|ors?|en|ous(?:ly)?)$"), r"\1l\2"),
    _Difference("ewelry", re.compile(r"^jewelry$"), "jewellery"),
    _Difference("sulph", re.compile(r"sulph"), "sulf"),
    _Difference("mold", re.compile(r"^mold(s?|y|ed|ing)$"), r"mould\1"),
    _Difference("plow", re.compile(r"^(snow)?plow"), r"\1plough"),
    _Difference("skept", re.compile(r"^skept"), "scept"),
    _Difference("cozy", re.compile(r"^cozy$"), "cosy"),
    _Difference("pajama", re.compile(r"^pajama"), "pyjama"),
    _Difference("mustache", re.compile(r"^mustache"), "moustache"),
    _Difference("artifact", re.compile(r"^artifact"), "artefact"),
    _Difference("aluminum", re.compile(r"^aluminum"), "aluminium"),
    _Difference("advisor", re.compile(r"^advisor(s?)$"), r"adviser\1"),
    _Difference("whilst", re.compile(r"^whilst$"), "while"),
    _Difference("ongst", re.compile(r"^amongst$"), "among"),
)


def one_spelling(form: str) -> str:
    """`form`, spelt as its British and American spellings are both written here."""
    if form.endswith(_RE_ENDINGS):
        form = _CENTRED.sub(r"\1er\2", _CENTRE.sub(r"\1er\2", form))
    for mark, pattern, replacement in _DIFFERENCES:
        if mark in form:
            form = pattern.sub(replacement, form)
    return form
