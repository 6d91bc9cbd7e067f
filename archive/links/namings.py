"""What a text says an abbreviation stands for, with the long form as it is printed: "lokale diensteneconomie (LDE)"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

import msgspec

from archive.links.abbreviated import abbreviation_key, may_be_defined, shown_abbreviation
from archive.links.concept_classes import is_organisation_word
from archive.links.known_concepts import known_concepts
from archive.links.word_pairs import name_words
from archive.text.languages import Language
from archive.text.titles import fold_blanks
from archive.text.tokens import fold, printed_tokens, tokens

# "(hierna VDAB)", "(verder: de VDAB)", "(afgekort 'VDAB')".
_HEREAFTER = re.compile(
    r"\(\s*+(?:hierna|verder|voortaan|afgekort|kortweg|hereafter|henceforth)(?:\s++genoemd)?+(?:\s*+:)?+\s++"
    r"(?:(?:de|het|the)\s++)?+[\"'‘’“”]?([A-Z][A-Za-z&.-]{1,9})[\"'‘’“”]?\s*+\)"
)
# "het Centrum voor" before "Cybersecurity België (CCB)": the long form begins with its head.
_HEAD_BEFORE = re.compile(r"([A-ZÀ-Þ][\w-]+\s(?:voor|van|der|inzake|tot|for|of)\s(?:de\s|het\s|the\s)?)$")
_REACH: Final = 60
_SHORT = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
_REACH_OF_KNOWN: Final = 160
_LONGEST: Final = 120
# A long form with one of these is a piece of a sentence.
_OF_SENTENCES: Final = """
    is zijn was waren wordt worden werd werden heeft hebben had kan kunnen moet moeten zal zullen die dat deze dit welke
    wie wat waar u ik we wij zij ze hij niet ook al als dan maar om omdat zoals onder is are was were be has have can
    will which that this these who what where you i we they not also if but so
    """
_SENTENCE_WORDS: Final = frozenset(_OF_SENTENCES.split())


class Naming(msgspec.Struct, frozen=True):
    """An abbreviation and its long form, both as a text prints them, the abbreviation without an ending."""

    short: str
    long: str


def namings_in(texts: Iterable[str], language: Language) -> Iterator[Naming]:
    """What some texts say of abbreviations that can name an organisation or a measure."""
    for text in texts:
        if "(" not in text:
            continue
        plain = _HEREAFTER.sub(r"(\1)", text)
        for found in language.spelled_definitions(plain):
            short = shown_abbreviation(found.short)
            if short and may_be_defined(abbreviation_key(short)):
                long = fold_blanks(_with_head(found.long, found.short, plain, language))
                if _is_name(short, long, language):
                    yield Naming(short, long)
        yield from _known_in(plain, language)


def introductions_in(texts: Iterable[str], namings: Collection[Naming]) -> Iterator[Naming]:
    """Abbreviations in parentheses behind words that do not explain them, with these words in the place of a long form.

    namings: what the same texts say of abbreviations. "the air police (LPA)" may well be another LPA than others mean.
    """
    explained = {naming.short for naming in namings}
    for text in texts:
        for match in _SHORT.finditer(text) if "(" in text else ():
            short = shown_abbreviation(match[1])
            if short and short not in explained:
                yield Naming(short, fold_blanks(text[max(0, match.start() - _REACH) : match.start()]))


def _known_in(text: str, language: Language) -> Iterator[Naming]:
    """Known names behind which their abbreviation stands, though its letters are not those of the name (VLAIO)."""
    for match in _SHORT.finditer(text):
        short = shown_abbreviation(match[1])
        known = known_concepts().get(abbreviation_key(short)) if short else None
        if known is None:
            continue
        wanted = name_words(known.long, language)
        before = text[max(0, match.start() - _REACH_OF_KNOWN) : match.start()]
        content = [one for one in tokens(before) if one.form not in language.function_words][-len(wanted) :]
        if tuple(language.family(one.form) for one in content) == wanted:
            yield Naming(short, fold_blanks(before[content[0].start : content[-1].end]))


def _is_name(short: str, long: str, language: Language) -> bool:
    """Whether a long form is that of a name: no piece of a sentence, and not two names of which one is abbreviated."""
    printed = printed_tokens(long)
    words = [fold(word) for word in printed]
    content = [word for word in words if word not in language.function_words]
    if len(long) > _LONGEST or not _SENTENCE_WORDS.isdisjoint(words) or any(map(str.isdigit, words)):
        return False
    if not long.isupper() and any(shown_abbreviation(word) for word in printed):
        return False
    # Two letters are found in any words: they must begin them.
    return len(short) > 2 or _initials(content) == fold(short)


def _initials(words: Iterable[str]) -> str:
    return "".join(word[:1] for word in words)


def _with_head(long: str, short: str, text: str, language: Language) -> str:
    """The long form with the head that stands before it, where its words alone do not give the abbreviation."""
    content = [word for word in map(fold, printed_tokens(long)) if word not in language.function_words]
    if _initials(content) == fold(short) or (content and is_organisation_word(content[0])):
        return long
    place = re.search(rf"{re.escape(long)}\s*\(\s*{re.escape(short)}", text)
    if place is None:
        return long
    before = _HEAD_BEFORE.search(text[max(0, place.start() - _REACH) : place.start()])
    if before and is_organisation_word(fold(before[1].split()[0])):
        return f"{before[1]}{long}"
    return long
