"""Messages of the interface: English ids, with the texts of a gettext catalogue per language.

`scripts/messages` brings the catalogues up to date with the messages that templates and code use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.messages.pofile import read_po

LOCALE_FOLDER = Path(__file__).with_name("locale")
# The languages that the interface speaks, and by which of the Unicode locales each writes dates and numbers. The
# country is Belgium where that makes a difference.
LOCALES = {"nl": "nl", "en": "en_GB", "fr": "fr"}


@dataclass(frozen=True)
class Catalogue:
    """The messages in one language. An id without a translation stands for itself."""

    language: str
    messages: Mapping[str, tuple[str, ...]]

    def gettext(self, message: str) -> str:
        """The translation of an id."""
        return self.messages.get(message, (message,))[0]

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The translation for a number: one form for what the language counts as one, one for all others."""
        singular_form, plural_form = self.messages.get(singular, (singular, plural))
        return singular_form if is_singular(count, self.language) else plural_form


# The same few counts stand on every page.
@lru_cache(maxsize=4096)
def is_singular(count: int, language: str) -> bool:
    """Whether a language counts a number as one: French does so with 0 as well (Unicode CLDR, plural rules)."""
    return _locale(language).plural_form(count) == "one"


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(LOCALES.get(language, language))


def catalogue_path(language: str) -> Path:
    """The file of a language's catalogue."""
    return LOCALE_FOLDER / language / "LC_MESSAGES" / "messages.po"


@cache
def load_catalogue(language: str) -> Catalogue:
    """The catalogue of a language of LOCALES."""
    with catalogue_path(language).open("rb") as file:
        parsed = read_po(file, locale=LOCALES[language])
    messages: dict[str, tuple[str, ...]] = {}
    for message in parsed:
        if message.id and message.string:
            # Babel gives a pair for both id and translation where there is a plural.
            key = message.id if isinstance(message.id, str) else message.id[0]
            text = message.string
            messages[key] = (text,) if isinstance(text, str) else tuple(text)
    return Catalogue(language, messages)
