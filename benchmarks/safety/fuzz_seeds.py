"""The documents from which fuzzing starts: all that the project has, of every format, and words that matter to it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_SAMPLES = ROOT / "tests" / "extract" / "samples"
_TEXTS = (ROOT / "seeds", ROOT / "tests" / "hostile" / "foreign")
_LONGEST = 16_000

# What the readers look for, so that mutations say it in odd places.
WORDS = (
    "SCHRIFTELIJKE VRAAG",
    "nr. 19",
    "van STIJN DE ROO",
    "datum: 25 april 2024",
    "aan JO BROUNS",
    "VLAAMS MINISTER VAN ECONOMIE",
    "ANTWOORD",
    "op vraag nr. 19 van 25 april 2024",
    "BIJLAGE",
    "title:",
    "thema:",
    "pdf link:",
    "thema link:",
    "1. a)",
    "8, 9.",
    "1-2.",
    "a-b)",
    "31 februari 2024",
    "Tabel 1:",
    "Totaal",
    "\ufeff",
    "\u202e",
    "\x1b[2J",
    "Ã©n",
    "\uf0b7",
    "  \t ",
    "<table><tr><td colspan=99999>",
    "</td></tr></table>",
    "<li value=99999999999>",
    "<ol start=-1>",
    "<meta charset=utf-7>",
    "&#0;&#xD800;",
    "<![CDATA[",
    '"kind":"written_question"',
    '"kind":"supporting_document"',
    "1;2;3\n",
    "12.345,67 euro",
    "9" * 400,
)

HTML = """<!doctype html><html lang="nl"><head><title>Premies - stand</title></head><body>
<h1>SCHRIFTELIJKE VRAAG</h1><p>nr. 12<br>van AN SERS<br>datum: 3 mei 2024</p><p>aan JO BROUNS<br>VLAAMS MINISTER
VAN ECONOMIE</p><ol type="a"><li>Hoeveel?<ol><li>Per jaar?</li></ol></li><li>Waarom?</li></ol>
<table><caption>Tabel</caption><tr><th rowspan="2">Jaar</th><th colspan="2">Premie</th></tr>
<tr><td>a</td><td>b</td></tr><tr><td>2023</td><td>1.000</td><td>2,5%</td></tr></table>
<p>ANTWOORD<br>op vraag nr. 12 van 3 mei 2024</p><p>1. a) Drie.&nbsp;b) Vier.</p></body></html>"""
CSV = 'jaar;premie;aantal\n2022;1.000,50;12\n2023;2.000;"dertien\nof meer"\n2024;;14\n'
RECORD = (
    '{"kind":"supporting_document","id":"documenten/nota","title":"Nota","themes":[],"dated_on":null,"blocks":'
    '[{"type":"paragraph","text":"Tekst"}],"links":{"document":null,"page":null},"source":{"name":"a.txt","sha256":"'
    + "0" * 64
    + '","media_type":"text/plain","bytes":3,"ingested_at":null},"notes":[]}'
)


def seeds_of_text() -> Iterator[bytes]:
    """Texts, HTML, CSV and JSON, in a fixed order, each of at most 16,000 bytes."""
    for path in itertools.chain.from_iterable(sorted(folder.glob("*.txt")) for folder in _TEXTS):
        yield path.read_bytes()[:_LONGEST]
    for text in (HTML, CSV, RECORD):
        yield text.encode("utf-8")
    for path in sorted((_SAMPLES / "open-data").glob("*.json")):
        yield path.read_bytes()[:_LONGEST]


def seeds_of_packages() -> Iterator[bytes]:
    """Office documents, which are zip files, in a fixed order."""
    for path in sorted((*_SAMPLES.rglob("*.docx"), *_SAMPLES.rglob("*.odt"))):
        yield path.read_bytes()


def seeds_of_pdf() -> Iterator[bytes]:
    """PDFs, in a fixed order."""
    yield (ROOT / "tests" / "extract" / "premies.pdf").read_bytes()
    for path in sorted(_SAMPLES.rglob("*.pdf")):
        yield path.read_bytes()
