"""How the page of a record is cited: the tags in its head, sentences to paste, and files for other programs."""

from __future__ import annotations

from typing import Any

import msgspec

from archive.config import Settings
from archive.model.addresses import page_address
from archive.model.record import Record
from archive.render.citing_json_ld import json_ld
from archive.render.citing_tags import Tag, citation_tags
from archive.render.trees import LANGUAGE_NAMES
from archive.text.citation import Citation, citation_of
from archive.text.citation_bibtex import bibtex
from archive.text.citation_csl import csl
from archive.text.citation_ris import ris
from archive.text.citation_sentence import sentence_pieces

# Where the reader writes the day on which the page was read: the build does not know it.
_BLANKS = {"nl": "[datum]", "en": "[date]", "fr": "[date]"}
# The languages in which a reference stands on every page, whatever the interface speaks.
_ALWAYS = ("nl", "en")


class Sentence(msgspec.Struct, frozen=True):
    """The reference in words of one language, around what a reader or a script fills in.

    before: up to the address, behind `what`; address: whole, or relative to the site's root; blank: for the day.
    """

    language: str
    name: str
    what: str
    before: str
    address: str
    consulted: str
    blank: str


class CitationFile(msgspec.Struct, frozen=True):
    """The reference as a file for other programs. name: of the form; file: of the file to save."""

    name: str
    file: str
    media_type: str
    text: str


class CitingView(msgspec.Struct, frozen=True):
    """All of it."""

    tags: tuple[Tag, ...]
    json_ld: dict[str, Any]
    sentences: tuple[Sentence, ...]
    files: tuple[CitationFile, ...]


def citing_view(record: Record, settings: Settings) -> CitingView:
    """How a record is cited, for a site with these settings."""
    citation = citation_of(record, settings)
    address = page_address(record)
    permalink = citation.address if settings.base_url else None
    return CitingView(
        tags=citation_tags(citation, record, permalink),
        json_ld=json_ld(citation, record, settings, permalink),
        sentences=tuple(_sentence(citation, language, address, permalink) for language in _order(settings)),
        files=tuple(_files(citation)),
    )


def _order(settings: Settings) -> tuple[str, ...]:
    """The languages of the sentences, that of the interface first."""
    return tuple(dict.fromkeys((settings.language, *_ALWAYS)))


def _sentence(citation: Citation, language: str, address: str, permalink: str | None) -> Sentence:
    """A sentence. A copy without an address on the web names itself, and the parliament's page where that is known."""
    pieces = sentence_pieces(citation, language)
    elsewhere = () if permalink else (pieces.address, citation.archive)
    return Sentence(
        language=language,
        name=LANGUAGE_NAMES[language],
        what=pieces.what,
        before=", ".join(filter(None, (pieces.source, *elsewhere))),
        address=permalink or address,
        consulted=pieces.consulted,
        blank=_BLANKS[language],
    )


def _files(citation: Citation) -> tuple[CitationFile, ...]:
    stem = citation.id.replace("/", "-")
    csl_text = msgspec.json.format(msgspec.json.encode([csl(citation)]), indent=1).decode()
    return (
        CitationFile("BibTeX", f"{stem}.bib", "application/x-bibtex", bibtex(citation)),
        CitationFile("RIS", f"{stem}.ris", "application/x-research-info-systems", ris(citation).rstrip()),
        CitationFile("CSL-JSON", f"{stem}.csl.json", "application/vnd.citationstyles.csl+json", csl_text),
    )
