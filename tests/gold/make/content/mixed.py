# ruff: noqa: E501
"""A made question that gathers many traits at once, for the documents set aside."""

from __future__ import annotations

from tests.gold.make.content.people import LAMBRECHTS, MERTENS
from tests.gold.make.shape import Style, Written
from tests.gold.make.words import body, bullets, day, loose, part, table

DOCUMENTS = (
    Written(
        "havens-binnenvaart",
        57,
        MERTENS,
        LAMBRECHTS,
        day("2023-08-29"),
        "Binnenvaart - Trafiek en wachttijden aan de sluizen",
        body(
            "De binnenvaart groeit, maar schippers wachten soms uren aan een sluis.",
            part(
                "1",
                "Hoeveel ton werd er vervoerd in 2021 en 2022? Graag opgedeeld naar: 1) containers; 2) droge bulk en 3) vloeibare bulk.",
            ),
            part("2a", "Hoe lang wacht een schipper gemiddeld?", mark="2. a)"),
            part("2b", "Welke sluizen hebben de langste wachttijd?"),
            loose("Graag de cijfers voor de zomermaanden afzonderlijk."),
            part("3", "Welke werken zijn er gepland?"),
            part("4", "Hoeveel bedragen de investeringen?"),
            part("5", "Zijn er klachten van schippers?"),
        ),
        body(
            part(
                "1",
                table(
                    [],
                    "containers | 8.104.220 | 8.310.551\ndroge bulk | 41.200.118 | 39.877.020\nvloeibare bulk | 17.005.331 | 17.440.906",
                    "Vervoerde tonnen, 2021 en 2022",
                    weights="4 3 3",
                ),
            ),
            part(
                "2a,2b",
                "De gemiddelde wachttijd is één uur en twaalf minuten op een totaal van ongeveer 64\u202f000 schuttingen.",
                table(
                    ["Sluis | Oorzaak | Wachttijd (minuten)"],
                    "Wijnegem | Drukte door de omleiding van schepen tijdens de vernieuwing van de grote kolk | 141\n10 - Genk | Waterbesparend schutten bij lage afvoer van de Maas | 118,5\nEvergem | Herstelling van een deur na een aanvaring in het voorjaar van 2022 | 97",
                    weights="3 8 3",
                ),
                mark="2. a-b)",
            ),
            part(
                "3",
                "De planning staat op https://www.vlaamsewaterwegen-voorbeeld.be/werken-en-projecten/sluizen/planning-2023-2026-per-waterweg",
            ),
            part(
                "4",
                "Zie het antwoord op vraag 3.",
                bullets("sluis van Wijnegem;", "sluis van Genk.", mark="o"),
            ),
            part("5", "Neen."),
        ),
        damage=(("één", "Ã©Ã©n"),),
        features=("enumeration_in_sentence", "see_other_part", "row_like_part"),
        style=Style(same_page=True),
    ),
)
