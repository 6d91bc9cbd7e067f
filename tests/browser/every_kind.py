"""A site on which every kind of page stands: that of the seeds, and records that bring what these do not have."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
import re
from collections import defaultdict
from pathlib import Path

import archive.render
from archive.build import build_site
from archive.config import InterfaceLanguage, Settings
from archive.ingest import ingest_paths
from archive.model.blocks import Footnote, ListBlock, Paragraph, Preformatted, Table
from archive.model.question import Answer, Attachment, Body, WrittenQuestion
from archive.model.record import Record
from archive.render.views import PageView
from tests.build.hand import MOMENT, hand_corpus
from tests.conftest import SEEDS
from tests.records import part, question, supporting
from tests.reports import yearly_reports

# One name became another (a page that leads on), one topic is part of another.
AUTHORITY = """
[[subject]]
name = "Individueel maatwerk"
aliases = ["Premies individueel maatwerk", "IMW"]
broader = ["Sociale economie"]
"""
SHOWN_NO_MORE = ("2023-2024/jo-brouns/954", "2023-2024/jo-brouns/955")
_ALL_BLOCKS = "2023-2024/jo-brouns/953"
_KIND = re.compile(r'<body class="page-([\w-]+)"')
_AGAIN = (
    "De wachtlijsten voor een sociale woning groeien in alle provincies. Hoeveel kandidaat-huurders stonden er op 31"
    " december {} ingeschreven bij de woonmaatschappijen, en hoelang wachten zij gemiddeld op een woning?"
)


def page_kinds() -> frozenset[str]:
    """The kind of every view that there is, those of modules that nobody has loaded yet included."""
    for module in pkgutil.iter_modules(archive.render.__path__, "archive.render."):
        importlib.import_module(module.name)
    return frozenset(view.page_kind for view in PageView.__subclasses__())


def pages_by_kind(site: Path) -> dict[str, list[str]]:
    """The addresses of the pages of a site by their kind, the longest page first."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        if kind := _KIND.search(text):
            found[kind[1]].append((-len(text), path.relative_to(site).as_posix()))
    return {kind: [address for _, address in sorted(found[kind])] for kind in sorted(found)}


def build_every_kind(
    folder: Path, *, language: InterfaceLanguage = "nl", others: tuple[InterfaceLanguage, ...] = ()
) -> Path:
    """Builds the site in a new folder, in a language of the interface and others beside it, and gives its own."""
    folder.mkdir(parents=True, exist_ok=True)
    authority = folder / "authority.toml"
    authority.write_text(AUTHORITY, "utf-8")
    with hand_corpus(folder / "corpus", records()) as corpus:
        with corpus.writing() as writer:
            writer.withdraw(SHOWN_NO_MORE[0], "De vraag werd ingetrokken.", now=MOMENT)
            writer.withdraw(SHOWN_NO_MORE[1], "Het nummer was fout.", successor=_ALL_BLOCKS, now=MOMENT)
        ingest_paths(corpus, [str(SEEDS)])
        settings = Settings(authority=str(authority), language=language, languages=others)
        build_site(corpus, settings, folder / "public")
    return folder / "public"


def records() -> list[Record]:
    """What the seeds lack: the same question twice, figures over years, a late answer, blocks of every type."""
    return [
        *yearly_reports(),
        *(_asked_again(number, year) for number, year in ((912, 2022), (934, 2023))),
        question(
            951,
            title="Sociale huur - Laat beantwoord",
            asked_on=dt.date(2024, 1, 15),
            answered_on=dt.date(2024, 6, 3),
            answer=Answer(
                "referral",
                introduction=(Paragraph("Ik verwijs naar het antwoord van de minister van Wonen."),),
            ),
        ),
        question(952, title="Sociale huur - Onbeantwoord", answer=None),
        _of_all_blocks(),
        question(954, title="Sociale huur - Ingetrokken"),
        question(955, title="Sociale huur - Fout nummer"),
        supporting("Rapport sociale huur", blocks=(Paragraph("Enkele cijfers."), _table(3), _LINES)),
    ]


_ATTACHED = "https://docs.vlaamsparlement.be/pfile?id=2"
_LINES = Preformatted(("Gewest      12    13", "Provincie    4     5", "Gemeente     8     8"))


def _table(columns: int) -> Table:
    header = ("Gemeente", *(f"Aantal in {2010 + column}" for column in range(columns)))
    towns = enumerate(("Gent", "Genk", "Aalst"), start=1)
    rows = tuple((name, *(str(7 * place + column) for column in range(columns))) for place, name in towns)
    return Table(f"Huurders over {columns} jaar", (header,), rows, "inferred")


def _asked_again(number: int, year: int) -> WrittenQuestion:
    figures = Table("Huurders", (("Gemeente", str(year)),), (("Gent", f"{year}"), ("Genk", "7")), "layout")
    return question(
        number,
        year=f"{year}-{year + 1}",
        asked_on=dt.date(year + 1, 2, 1),
        question=Body((Paragraph(_AGAIN.format(year)),), (part("1", text="Graag per gemeente."),)),
        answer=Answer("substantive", parts=(part("1", blocks=(figures,)),)),
    )


def _of_all_blocks() -> WrittenQuestion:
    """Eight parts with sub-parts, a table that is wider than a screen, a list, lines, a footnote, an attachment."""
    labels = ("1", "1a", "1b", "2", "3", "4", "5", "6", "7", "8")
    texts = (
        Paragraph("Zie https://www.vlaanderen.be/wonen en de bijlage.1"),
        ListBlock(("een", "twee")),
        _LINES,
    )
    answers = [part(label, blocks=(*texts, _table(3 + 9 * (label == "3")))) for label in labels]
    return question(
        953,
        title="Sociale huur - Van alles",
        question=Body(
            (Paragraph("De wachtlijsten groeien (SWZ 12 van 3 mei 2024)."),), tuple(map(part, labels))
        ),
        answer=Answer(
            "partial",
            parts=tuple(answers),
            closing=(Footnote("1", "Cijfers van het agentschap, 2023."),),
            attachments=(Attachment("Cijfers per gemeente", (_table(2),), _ATTACHED),),
        ),
    )
