# ruff: noqa: E501
"""Made questions about the environment and agriculture."""

from __future__ import annotations

from tests.gold.make.content.people import (
    CLAEYS,
    CORNELIS,
    DEWULF,
    HENDRICKX,
    OZTURK,
    VAN_DE_WAUWER,
    VERHAEGHE,
)
from tests.gold.make.shape import Style, Written
from tests.gold.make.words import annex, body, bullets, day, figures, loose, part, table

DOCUMENTS = (
    Written(
        "hagen-en-houtkanten",
        415,
        VAN_DE_WAUWER,
        CLAEYS,
        day("2024-04-30"),
        "Hagen en houtkanten - Aanplantingen door landbouwers",
        body(
            "Hagen en houtkanten remmen erosie en bieden schuilplaatsen aan vogels.",
            part(
                "1",
                "Hoeveel meter haag werd er aangelegd met steun van het gewest, per jaar en per provincie?",
            ),
            part("2", "Hoeveel landbouwers namen deel aan de regeling?"),
            part("3", "Hoeveel aanplantingen werden gecontroleerd en wat was het resultaat?"),
            part("4", "Blijft de regeling bestaan na 2024?"),
        ),
        body(
            part(
                "1",
                "De aangelegde lengte in meter:",
                table(
                    ["Provincie | 2020 | 2021 | 2022 | 2023"],
                    figures(
                        "Antwerpen|Limburg|Oost-Vlaanderen|Vlaams-Brabant|West-Vlaanderen",
                        4,
                        2000,
                        64000,
                        sum_row="Totaal",
                    ),
                    weights="4 2 2 2 2",
                ),
            ),
            part("2", "In 2023 namen 744 landbouwers deel, onder wie 112 biologische telers."),
            part(
                "3",
                "Er werden 81 aanplantingen gecontroleerd. In 6 gevallen was de lengte kleiner dan aangegeven.",
            ),
            part("4", "Ja, de regeling loopt door tot en met 2027."),
        ),
        themes=("Landbouw", "Natuur en milieu"),
        document_id="2061177",
        dossier_id="1822903",
    ),
    Written(
        "waterkwaliteit-zwemvijvers",
        509,
        DEWULF,
        CLAEYS,
        day("2023-07-18"),
        "Zwemvijvers en recreatieplassen - Kwaliteit van het water",
        body(
            "Bij warm weer trekken veel gezinnen naar een zwemvijver. Blauwalgen zorgen geregeld voor een verbod.",
            part("1", "Hoeveel zwemvijvers zijn er vergund"),
            part("1a", "per provincie;"),
            part("1b", "met redders?"),
            part("2", "Hoeveel metingen werden er in 2022 uitgevoerd, en hoeveel daarvan leidden tot"),
            part("2a", "een waarschuwing;"),
            part("2b", "een tijdelijk verbod;"),
            part("2c", "een definitief verbod?"),
            loose("Graag een vergelijking met 2020 en 2021."),
            part("3", "Hoe worden bezoekers verwittigd?"),
        ),
        body(
            part(
                "1a,1b",
                "Onderstaande tabel beantwoordt beide vragen.",
                table(
                    ["Provincie | Vergund | Met redders"],
                    figures(
                        "Antwerpen|Limburg|Oost-Vlaanderen|Vlaams-Brabant|West-Vlaanderen",
                        2,
                        1,
                        24,
                        sum_row="Totaal",
                    ),
                    weights="4 3 3",
                ),
                mark="1. a-b)",
            ),
            part(
                "2",
                table(
                    ["Gevolg | 2020 | 2021 | 2022"],
                    "Metingen | 1.204 | 1.266 | 1.310\nWaarschuwing | 88 | 74 | 102\nTijdelijk verbod | 31 | 19 | 44\nDefinitief verbod | 0 | 1 | 0",
                    "Metingen en gevolgen",
                    weights="4 2 2 2",
                ),
            ),
            part("3", "Via borden aan de ingang en via de website van het agentschap."),
        ),
        style=Style(glued_minister=True),
    ),
    Written(
        "bijenvolken",
        33,
        HENDRICKX,
        CLAEYS,
        day("2023-10-26"),
        "Bijenvolken - Wintersterfte",
        body(
            "Imkers melden elk jaar verliezen na de winter. De oorzaken zijn divers.",
            part("1", "Hoeveel bijenvolken overleefden de winter van 2022-2023 niet?"),
            part("2", "Hoeveel imkers zijn er geregistreerd?"),
            part("3", "Welke maatregelen zijn er tegen de Aziatische hoornaar?"),
        ),
        body(
            "Er bestaat geen registratieplicht voor bijenvolken. De gevraagde cijfers zijn bijgevolg niet beschikbaar bij mijn administratie."
        ),
        kind="no_data",
        style=Style(automatic=False),
    ),
    Written(
        "mestcontroles",
        127,
        CORNELIS,
        CLAEYS,
        day("2025-01-08"),
        "Mestcontroles - Resultaten en sancties",
        body(
            "De controles op het uitrijden van mest werden de jongste jaren opgevoerd.",
            part("1", "Hoeveel controles werden er uitgevoerd?"),
            part("2", "Hoeveel bedrijven kregen een boete, opgedeeld naar bedrijfsgrootte?"),
            part("3", "Wat is het totale bedrag aan boetes?"),
            part("4", "Hoeveel beroepen werden ingediend?"),
            part("5", "Hoeveel controleurs zijn er?"),
            part("6", "Hoe verloopt de opleiding van de controleurs?"),
            part("7", "Welke meetapparatuur wordt er gebruikt?"),
            part("8", "Hoeveel meldingen van burgers kwamen er binnen?"),
            part("9", "Hoeveel daarvan leidden tot een controle?"),
            part("10", "Plant de minister bijkomende controles?"),
            part("11", "Wordt de meetmethode aangepast?"),
            part("12", "Hoe wordt er samengewerkt met de politie?"),
        ),
        body(
            part("1", "In 2024 werden 3.408 controles uitgevoerd."),
            part(
                "2",
                table(
                    ["Bedrijfsgrootte | 2022 | 2023 | 2024"],
                    figures(
                        "0 - 4 hectare|5 - 10 hectare|11 - 20 hectare|21 - 50 hectare|51 - 100 hectare|100+ hectare",
                        3,
                        2,
                        96,
                        sum_row="Totaal",
                    ),
                    weights="4 2 2 2",
                ),
            ),
            part(
                "3",
                table(
                    ["Jaar | Bedrag (euro)"],
                    "2022 | 412.870,50\n2023 | 388.114,25\n2024 | 501.006,10\nTotaal | 1.301.990,85",
                    weights="3 4",
                ),
            ),
            part("4", "Er werden 57 beroepen ingediend."),
            part(
                "5,6",
                "Er zijn 44 controleurs. Zij volgen een basisopleiding van twaalf dagen en nadien elk jaar drie dagen bijscholing.",
                mark="5-6.",
            ),
            part("7", "Een gekalibreerde bodemboor en een draagbare nitraatmeter."),
            part("8,9", "Van de 611 meldingen leidden er 390 tot een controle.", mark="8, 9."),
            part("10", "Het aantal controles blijft ongewijzigd."),
            part("11", "Neen."),
            part(
                "12",
                "Er zijn gezamenlijke acties met de lokale politie. Zie ook het antwoord op deelvraag 10.",
            ),
        ),
        features=("row_like_part", "see_other_part"),
    ),
    Written(
        "geluidsschermen",
        286,
        OZTURK,
        CLAEYS,
        day("2022-02-24"),
        "Geluidshinder - Schermen langs autosnelwegen",
        body(
            "Omwonenden van autosnelwegen klagen over geluid.",
            "Een lijst met prioritaire plaatsen werd in 2017 opgesteld.",
            part("1", "Welke plaatsen op die lijst zijn intussen afgewerkt?"),
            part("2", "Welke plaatsen worden nog aangepakt?"),
            part("3", "Wat is de kostprijs?"),
        ),
        body(
            "Geluidsschermen langs autosnelwegen behoren niet tot mijn bevoegdheden. Ik verwijs u door naar de minister van Mobiliteit."
        ),
        kind="not_competent",
    ),
    Written(
        "zwerfvuil",
        358,
        VERHAEGHE,
        CLAEYS,
        day("2024-03-28"),
        "Zwerfvuil en sluikstort - Kostprijs voor de lokale besturen",
        body(
            "Zwerfvuil ergert velen. Gemeenten dragen het grootste deel van de kosten.",
            part("1", "Hoeveel ton zwerfvuil werd er ingezameld in 2019, 2021 en 2023?"),
            part("2", "Wat was de kostprijs voor"),
            part("2a", "de lokale besturen;"),
            part("2b", "het gewest?"),
            part("3", "Welke fracties komen het meest voor?"),
            part("4", "Hoeveel boetes werden er uitgeschreven?"),
        ),
        body(
            part(
                "1",
                "De hoeveelheden werden driemaal gemeten, telkens volgens dezelfde methode[^1].",
                table(
                    ["Soort | 2019 | 2021 | 2023"],
                    "Zwerfvuil (ton) | 22.641 | 20.102 | 18.977,5\nSluikstort (ton) | 17.103 | 19.648 | 21.054\nTotaal | 39.744 | 39.750 | 40.031,5",
                    weights="4 2 2 2",
                ),
            ),
            part(
                "2",
                table(
                    ["Kostenpost | Lokale besturen | Gewest"],
                    figures(
                        "Preventie|Vegen|Ledigen van vuilnisbakken|Opruimen van sluikstort|Handhaving|Verwerking",
                        2,
                        100000,
                        41000000,
                        sum_row="Totaal",
                    ),
                    "Tabel 2: Kosten in euro, 2023",
                    weights="5 4 4",
                ),
            ),
            part(
                "3",
                "De fracties zijn, in volgorde van aantal:",
                bullets("sigarettenpeuken;", "snoepverpakkingen;", "drankverpakkingen.", mark="\uf0b7"),
            ),
            part("4", "Deze gegevens worden enkel door de gemeenten bijgehouden en zijn niet beschikbaar."),
        ),
        kind="partial",
        footnotes={"1": "De methode is beschreven in het rapport van 2019, bladzijde 14."},
    ),
    Written(
        "overstromingskaarten",
        88,
        HENDRICKX,
        CLAEYS,
        day("2024-11-05"),
        "Overstromingskaarten - Actualisering",
        body(
            "Kopers van een woning raadplegen de kaarten om het risico in te schatten.",
            part("1", "Wanneer werden de kaarten het laatst bijgewerkt?"),
            part("2", "Hoeveel percelen kregen een ander label?", "Graag per gemeente."),
        ),
        body(
            part("1", "De jongste versie dateert van 1 januari 2023."),
            part("2", "Het overzicht per gemeente is opgenomen in de bijlage."),
        ),
        attachments=(
            annex(
                "Percelen met een gewijzigd label per gemeente",
                table(
                    ["Gemeente | van A naar B | van B naar C | van C naar D"],
                    figures(
                        "Aarschot|Dendermonde|Diest|Geraardsbergen|Halle|Lier|Ninove|Zottegem",
                        3,
                        0,
                        240,
                        sum_row="Totaal",
                    ),
                    weights="4 3 3 3",
                ),
            ),
        ),
    ),
)
