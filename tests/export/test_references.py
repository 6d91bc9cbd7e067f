"""References, read back by programs that others wrote."""

from __future__ import annotations

import json
import re
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from citeproc import Citation as CitedTogether
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from archive.text.citation import Citation, citation_of
from tests.export.making import ON_THE_WEB, SETTINGS, exported, records_in

# The reader's own table lacks LaTeX's names for braces in text, and takes an accent for the plain circumflex.
SIGNS = [
    MacroTextSpec("textbraceleft", "{"),
    MacroTextSpec("textbraceright", "}"),
    MacroTextSpec("textasciicircum", "^"),
]
CONTEXT = get_default_latex_context_db()
CONTEXT.add_context_category("signs", prepend=True, macros=SIGNS)
LATEX = LatexNodes2Text(CONTEXT, keep_comments=True, strict_latex_spaces=True)


def citations(folder: Path) -> list[Citation]:
    return [citation_of(record, SETTINGS) for record in records_in(folder)]


def plain(latex: str) -> str:
    """What LaTeX prints."""
    return str(LATEX.latex_to_text(latex))


def bibtex_entries(folder: Path) -> list[dict[str, str]]:
    text = exported(folder, "bibtex").decode("utf-8")
    parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
    entries: list[dict[str, str]] = bibtexparser.loads(text, parser).entries
    return entries


def test_bibtex_parser_finds_every_record(any_corpus: Path) -> None:
    assert sorted(entry["ID"] for entry in bibtex_entries(any_corpus)) == sorted(
        one.key for one in citations(any_corpus)
    )


def test_bibtex_parser_reads_every_fact(any_corpus: Path) -> None:
    entries = {entry["ID"]: entry for entry in bibtex_entries(any_corpus)}
    for one in citations(any_corpus):
        entry = entries[one.key]
        assert plain(entry["title"]) == one.title
        assert plain(entry["institution"]) == one.publisher
        assert plain(entry.get("number", "")) == (one.number or "")
        assert entry.get("date") == (one.issued.isoformat() if one.issued else None)
        assert plain(entry.get("keywords", "")) == ", ".join(one.themes)
        assert plain(entry.get("author", "")) == " and ".join(name.inverted for name in one.authors)


def test_ris_reader_reads_every_fact(any_corpus: Path) -> None:
    entries = rispy.loads(exported(any_corpus, "ris").decode("utf-8"))
    for one, entry in zip(citations(any_corpus), entries, strict=True):
        assert entry["type_of_reference"] == "GOVDOC"
        assert entry["id"] == one.key
        assert entry.get("title", "") == one.title
        assert entry.get("authors", []) == [name.inverted for name in one.authors]
        assert entry.get("number") == one.number
        assert entry["publisher"] == one.publisher
        assert entry.get("keywords", []) == list(one.themes)
        assert entry.get("date") == (f"{one.issued:%Y/%m/%d}" if one.issued else None)
        assert entry.get("urls", []) == ([one.address] if one.address else [])
        assert entry["accession_number"] == one.id


def test_citation_processor_reads_every_reference(any_corpus: Path) -> None:
    references = json.loads(exported(any_corpus, "csl"))
    source = CiteProcJSON(references)
    for one in citations(any_corpus):
        reference = source[one.key.lower()]
        assert reference.type == "document"
        if one.title:
            assert str(reference.title) == one.title
        if one.recipients:
            assert str(reference.recipient[0].family) == one.recipients[0].family


def test_citation_processor_writes_a_bibliography(seed_corpus: Path) -> None:
    references = json.loads(exported(seed_corpus, "csl"))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(references), formatter.plain)
    for one in citations(seed_corpus):
        bibliography.register(CitedTogether([CitationItem(one.key)]))
    written = [str(entry) for entry in bibliography.bibliography()]
    assert written[2] == (
        "Verbeurgt, T. (2024) “Premies individueel maatwerk - Budget”. Vlaams Parlement. Available at: "
        "https://www.vlaamsparlement.be/parlementaire-documenten/schriftelijke-vragen/1823751."
    )


def test_reference_of_a_seed_is_a_report_with_its_number(seed_corpus: Path) -> None:
    entry = next(entry for entry in bibtex_entries(seed_corpus) if entry["ID"].endswith("brouns:386"))
    assert (entry["ENTRYTYPE"], entry["number"]) == ("techreport", "386 (2023-2024)")
    assert entry["author"] == "Verbeurgt, Thijs"


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl"])
def test_no_address_is_told_of_an_archive_that_has_none(form: str, hostile_corpus: Path) -> None:
    assert b"/vragen/" not in exported(hostile_corpus, form)


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl"])
def test_address_of_the_archive_is_told_where_there_is_one(form: str, seed_corpus: Path) -> None:
    wanted = b"https://vragen.example.org/archief/vragen/2023-2024/jo-brouns/386.html"
    assert wanted in exported(seed_corpus, form, ON_THE_WEB)


def test_every_reference_names_the_publisher_from_the_settings(seed_corpus: Path) -> None:
    found = re.findall(rb"Parlement \\textbraceleft\{\}X", exported(seed_corpus, "bibtex", ON_THE_WEB))
    assert len(found) == len(records_in(seed_corpus))


def test_same_corpus_gives_the_same_bytes(any_corpus: Path) -> None:
    for form in ("bibtex", "ris", "csl"):
        assert exported(any_corpus, form) == exported(any_corpus, form)
