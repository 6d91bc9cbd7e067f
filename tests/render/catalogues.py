"""Brings the catalogues of the interface up to date with the messages that templates and code use: `scripts/messages`.

It writes the list of all messages (messages.pot) and the catalogue of each language, in the order of the ids and
without dates, so that only what changed is different. A text stays with its id; one whose id is used no more goes.
English has the ids themselves where no other text was given. Whoever adds a message writes the Dutch and the French.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from archive.render.catalogue import LOCALE_FOLDER, LOCALES, catalogue_path
from tests.render.messages import used_messages

TEMPLATE_PATH = LOCALE_FOLDER / "messages.pot"
_HEADER = "# Messages of the interface of Vraagarchief. The ids are plain English."
# Facts of a header that differ from day to day, or name nobody.
_LEFT_OUT = (
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Report-Msgid-Bugs-To',
    b'"Last-Translator',
    b'"Language-Team',
    b'"Generated-By',
)
_WIDTH = 100

Used = Mapping[str, str | None]


def template_text(used: Used) -> bytes:
    """messages.pot: every message, none with a text. used: ids, each with its plural id where it has one."""
    catalogue = Catalog(header_comment=_HEADER, project="Vraagarchief", version="1", fuzzy=False)
    for singular, plural in used.items():
        catalogue.add((singular, plural) if plural else singular)
    return _text(catalogue)


def catalogue_text(language: str, used: Used, known: Catalog) -> bytes:
    """The catalogue of a language with the messages in use; texts are those of `known`, missing ones stay empty."""
    catalogue = Catalog(
        locale=LOCALES[language],
        header_comment=f"{_HEADER} The texts are those of {LOCALES[language]}.",
        project="Vraagarchief",
        version="1",
        fuzzy=False,
    )
    for singular, plural in used.items():
        ids = (singular, plural) if plural else singular
        before = known.get(singular)
        text = before.string if before and isinstance(before.string, str) is (plural is None) else None
        if not text or not all(text):
            text = ids if language == "en" else None
        catalogue.add(ids, text)
    return _text(catalogue)


def known_texts(path: Path, language: str) -> Catalog:
    """The catalogue in a file; an empty one where there is none yet."""
    if not path.is_file():
        return Catalog(locale=LOCALES[language])
    with path.open("rb") as file:
        return read_po(file, locale=LOCALES[language])


def _text(catalogue: Catalog) -> bytes:
    buffer = BytesIO()
    write_po(buffer, catalogue, width=_WIDTH, no_location=True, sort_output=True)
    return b"".join(
        line for line in buffer.getvalue().splitlines(keepends=True) if not line.startswith(_LEFT_OUT)
    )


def update_catalogues() -> None:
    """Writes all of them. Raises SystemExit that lists the messages that have no text yet."""
    used = used_messages()
    TEMPLATE_PATH.write_bytes(template_text(used))
    missing: list[str] = []
    for language in LOCALES:
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(catalogue_text(language, used, known_texts(path, language)))
        texts = known_texts(path, language)
        missing.extend(f"{language}: {message.id}" for message in texts if message.id and not message.string)
    if missing:
        raise SystemExit("\n".join(("These messages have no text yet:", *missing)))


if __name__ == "__main__":
    update_catalogues()
