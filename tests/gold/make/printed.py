"""How the pieces of a made document look in print, the same in every layout."""

from __future__ import annotations

import re

from tests.gold.make.shape import Part, Written

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_REFERENCE = re.compile(r"\[\^(\w+)\]")


def date_words(document: Written, *, answer: bool = False) -> str:
    """The date asked, or the one that the answer prints, as "25 april 2024"."""
    date = (document.answer_date if answer else None) or document.asked_on
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def head_lines(document: Written) -> list[str]:
    """The lines over the question, without portfolio and title."""
    return [
        f"nr. {document.number}",
        f"van {document.asker.printed}",
        f"datum: {date_words(document)}",
        f"aan {document.minister.person.printed}",
    ]


def answer_lines(document: Written) -> list[str]:
    """The lines between ANTWOORD and the text of the answer."""
    number = document.answer_number or str(document.number)
    return [
        f"op vraag nr. {number} van {date_words(document, answer=True)}",
        f"van {document.asker.printed}",
    ]


def title_line(document: Written) -> str:
    """The title with the double blanks that the parliament prints around its dash."""
    return document.title.replace(" - ", "  -  ", 1)


def mark_of(part: Part, document: Written) -> str:
    """The mark with what separates it from the text."""
    glued = document.style.glued_numbers and part.mark[:1].isdigit() and part.mark.endswith(".")
    return part.mark if glued else f"{part.mark} " if part.mark else ""


def damaged(text: str, document: Written) -> str:
    """The text with the words that this source spoils."""
    for right, spoiled in document.damage:
        text = text.replace(right, spoiled)
    return text


def references(text: str) -> list[str]:
    """The labels of the footnotes that a text refers to."""
    return _REFERENCE.findall(text)


def without_references(text: str) -> str:
    return _REFERENCE.sub("", text)


def with_plain_references(text: str) -> str:
    """The text with its references as text extraction gives them: glued to the word before."""
    return _REFERENCE.sub(r"\1", text)


def split_at_references(text: str) -> list[str]:
    """Text and labels of footnotes by turns, text first and last."""
    return _REFERENCE.split(text)
