"""A corpus made for search tests: records of Dutch-like text, the same ones every time."""

from __future__ import annotations

import datetime as dt
import random

import msgspec

from archive.model.blocks import Block, ListBlock, Paragraph, Preformatted, Table
from archive.model.question import Answer, Body, Minister, Person
from archive.model.record import Record
from archive.text.slugs import slug
from tests.records import part, question, supporting

_COMMON_WORDS = "de van het een in en dat is te op voor met zijn die niet aan er om ook als bij of uit tot"
COMMON = _COMMON_WORDS.split()
_OTHER_WORDS = """
    premie premies loonpremie loonpremies begeleiding begeleidingen begeleidingspremie begeleidingspremies subsidie
    subsidies maatwerk maatwerkbedrijf maatwerkbedrijven werkgever werkgevers werknemer werknemers school scholen
    leerling leerlingen fietspad fietspaden subsidiedossier dossier dossiers aanvraag aanvragen jaar jaren gemeente
    gemeenten vlaams vlaamse lokaal lokale sociale economie N-VA CD&V CO2 3,5% 229.102,88 2021-2022 covid-19 e-mail
    collega-coach D'Haese foto's café coördinatie O.C.M.W. LDE diensteneconomie zelfstandige zelfstandigen cijfers
    provincie provincies Limburg Antwerpen huis huizen beleid minister mini stand zaken overzicht personen persoon
    ministerie sector sectoren kantoor kantoren probleem problemen mogelijkheid mogelijkheden 386 12 2024 1/07/2023
"""
WORDS = _OTHER_WORDS.split()
GROUPS = [
    "lokale diensteneconomie (LDE)",
    "Rijksdienst voor Arbeidsvoorziening (RVA)",
    "stand van zaken",
    "in het kader van",
    "lokale diensteneconomie",
    "op dit ogenblik",
    "per provincie",
]
MINISTERS = ["Jo Brouns", "Zuhal Demir", "Hilde Crevits", "Ben Weyts"]
ASKERS = [
    "Thijs Verbeurgt",
    "Tom Ongena",
    "Bart Somers",
    "Maaike D'Haese",
    "Els Van den Bossche",
    "An Peeters",
]
THEMES = ["Werk", "Sociale economie", "Onderwijs", "Mobiliteit en Openbare Werken"]
KINDS = ["substantive", "partial", "no_data", "referral", "not_competent"]


def made_records(count: int = 300, seed: int = 7) -> list[Record]:
    """`count` records, of which every fifteenth is no question and every twentieth has no date."""
    luck = random.Random(seed)
    return [
        _supporting(luck, order) if order % 15 == 14 else _question(luck, order) for order in range(count)
    ]


def sentence(luck: random.Random) -> str:
    """Some words, a few of them groups that come back elsewhere."""
    found = []
    for _ in range(luck.randint(3, 14)):
        kind = luck.random()
        if kind < 0.45:
            found.append(luck.choice(COMMON))
        elif kind < 0.55:
            found.append(luck.choice(GROUPS))
        else:
            # The square makes the first words of the list far more frequent than the last.
            found.append(WORDS[int(luck.random() ** 2 * len(WORDS))])
    text = " ".join(found)
    return text[:1].upper() + text[1:] + luck.choice([".", "?", ";", ""])


def _question(luck: random.Random, order: int) -> Record:
    minister = luck.choice(MINISTERS)
    asked_on = None if order % 20 == 0 else dt.date(2019, 9, 24) + dt.timedelta(luck.randint(0, 900) * 2)
    year = f"{(asked_on or dt.date(2020, 1, 1)).year}-{(asked_on or dt.date(2020, 1, 1)).year + 1}"
    asker = luck.choice(ASKERS)
    changes = {
        "id": f"{year}/{slug(minister)}/{order}",
        "themes": tuple(luck.sample(THEMES, luck.randint(0, 2))),
        "asker": Person(asker, asker.upper(), luck.choice(["N-VA", "CD&V", None])),
        "minister": Minister(
            minister, minister.upper(), f"VLAAMS MINISTER VAN {luck.choice(THEMES).upper()}"
        ),
        "document_id": str(2_000_000 + order),
        "question": Body((Paragraph(sentence(luck)),), _parts(luck)),
        "answer": None if luck.random() < 0.1 else Answer(luck.choice(KINDS), parts=_parts(luck)),
    }
    made = question(order, year=year, asked_on=asked_on, title=sentence(luck).rstrip(".?;"))
    return msgspec.structs.replace(made, **changes)


def _supporting(luck: random.Random, order: int) -> Record:
    dated_on = None if luck.random() < 0.3 else dt.date(2021, 1, 1) + dt.timedelta(order)
    blocks = tuple(block for _ in range(2) for block in _blocks(luck))
    return supporting(f"Rapport {order}", dated_on=dated_on, blocks=blocks, themes=("Werk",))


def _parts(luck: random.Random) -> tuple:
    return tuple(part(str(label), blocks=_blocks(luck)) for label in range(1, luck.randint(2, 5)))


def _blocks(luck: random.Random) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(sentence(luck)) for _ in range(luck.randint(1, 3))]
    kind = luck.random()
    if kind < 0.1:
        blocks.append(ListBlock((sentence(luck), sentence(luck))))
    elif kind < 0.2:
        rows = tuple((luck.choice(WORDS), str(luck.randint(1, 400))) for _ in range(3))
        blocks.append(Table("Aantal per provincie", (("provincie", "aantal"),), rows, "layout"))
    elif kind < 0.25:
        blocks.append(Preformatted((sentence(luck), sentence(luck))))
    return tuple(blocks)


def made_queries(count: int = 240, seed: int = 11) -> list[str]:
    """Queries of every kind, the simple ones more often; none of them is wrong."""
    luck = random.Random(seed)
    fixed = [
        "",
        "begeleidingspremie",
        "minister:demir",
        '"stand van zaken" minister:brouns -LDE',
        "NIET premie",
    ]
    return fixed + [_query(luck, 0) for _ in range(count - len(fixed))]


def _query(luck: random.Random, depth: int) -> str:
    kind = luck.random()
    if depth < 3 and kind < 0.22:
        return f"{_query(luck, depth + 1)} {_query(luck, depth + 1)}"
    if depth < 3 and kind < 0.34:
        return f"({_query(luck, depth + 1)} {luck.choice(['OF', 'OR'])} {_query(luck, depth + 1)})"
    if depth < 3 and kind < 0.42:
        return f"{luck.choice(['NIET ', 'NOT '])}({_query(luck, depth + 1)})"
    return luck.choice(["", "", "", "-"]) + _leaf(luck)


def _leaf(luck: random.Random) -> str:
    field = luck.choice(["", "", "", "titel:", "vraag:", "antwoord:", "tabel:", "answer:"])
    word = luck.choice([*WORDS, *COMMON[:6], "onbekendwoord"])
    makers = [
        lambda: field + word,
        lambda: field + word,
        lambda: f'{field}"{luck.choice(GROUPS)}"',
        lambda: f'"{word} {luck.choice(COMMON[:5])}"',
        lambda: f'"{word}"',
        lambda: (
            field
            + luck.choice(["lokale diensteneconomie", "rijksdienst voor arbeidsvoorziening", "LDE", "rva"])
        ),
        lambda: f"{field}*{luck.choice(['premie', 'premies', 'heden', 'werk', 'leiding', 'n-va', '024'])}",
        lambda: f'{field}"{luck.choice(COMMON[:5])} {luck.choice(WORDS[:20])}"~{luck.randint(1, 9)}',
        lambda: f'"{word} {luck.choice(WORDS[:9])} de"~{luck.randint(2, 50)}',
        lambda: f"{field}{luck.choice(['be', 'premie', 'loon', 'werk', 'su', 'coll', '20', 'n-v'])}*",
        lambda: luck.choice(
            ["minister:demir", 'minister:"jo brouns"', "vraagsteller:d'haese", "asker:ongena"]
        ),
        lambda: luck.choice(["thema:werk", "theme:economie", "thema:openbare"]),
        lambda: luck.choice(["jaar:2020-2021", "jaar:2021", "year:2022-2023", "jaar:2018"]),
        lambda: f"van:2020-{luck.randint(1, 12):02} tot:{luck.randint(2021, 2024)}",
        lambda: f"nummer:{luck.randint(1, 400)}",
        lambda: luck.choice(
            ["partij:n-va", 'partij:"CD&V"', "soort:verwijzing", "soort:document", "heeft:tabel"]
        ),
        lambda: luck.choice(
            ["jaar:2019-2020..2020-2021", "jaar:2020..2022", "datum:..2020-06", "datum:2021-03-04"]
        ),
        lambda: (
            f"{luck.choice(['nr. ', 'vraag ', 'sv', ''])}{luck.randint(1, 300)}{luck.choice(['', ' brouns'])}"
        ),
        lambda: luck.choice(
            [f"{2_000_000 + luck.randint(0, 299)}", f"{luck.randint(1, 300)} 2020-2021 demir"]
        ),
        lambda: f"{luck.randint(1, 28)} {luck.choice(['maart', 'mei', 'october'])} 2021",
    ]
    return luck.choice(makers)()
