"""Messages of the interface: English ids, translated by a gettext catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

LOCALE_FOLDER = Path(__file__).with_name("locale")


@dataclass(frozen=True)
class Catalogue:
    """The messages in one language. An id without a translation stands for itself."""

    language: str
    messages: Mapping[str, tuple[str, ...]]

    def gettext(self, message: str) -> str:
        """The translation of an id."""
        return self.messages.get(message, (message,))[0]

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The translation for a number: Dutch and English alike have one form for 1 and one for all others."""
        singular_form, plural_form = self.messages.get(singular, (singular, plural))
        return singular_form if count == 1 else plural_form


@cache
def load_catalogue(language: str) -> Catalogue:
    """The catalogue of a language; English is what the ids are written in and needs none."""
    path = LOCALE_FOLDER / language / "LC_MESSAGES" / "messages.po"
    if language == "en":
        return Catalogue(language, {})
    with path.open("rb") as file:
        parsed = read_po(file, locale=language)
    messages: dict[str, tuple[str, ...]] = {}
    for message in parsed:
        if message.id and message.string:
            # Babel gives a pair for both id and translation where there is a plural.
            key = message.id if isinstance(message.id, str) else message.id[0]
            text = message.string
            messages[key] = (text,) if isinstance(text, str) else tuple(text)
    return Catalogue(language, messages)
