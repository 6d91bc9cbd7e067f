# ruff: noqa: E501
"""Made questions about the interior, integration and the social economy."""

from __future__ import annotations

from tests.gold.make.content.people import (
    BENALI,
    GOOSSENS,
    HENDRICKX,
    MERTENS,
    OZTURK,
    VAN_DEN_BOSSCHE,
    VAN_DERMEERSCH,
    VAN_HOOF,
)
from tests.gold.make.shape import Style, Written
from tests.gold.make.words import annex, body, bullets, day, figures, loose, part, table

DOCUMENTS = (
    Written(
        "inburgering-examens",
        142,
        VAN_DERMEERSCH,
        GOOSSENS,
        day("2024-12-03"),
        "Inburgering - Examens en slaagcijfers",
        body(
            "Inburgeraars leggen sinds 2022 een gestandaardiseerde test af.",
            part("1", "Hoeveel personen legden de test af in 2023? Graag een onderverdeling"),
            part("1a", "naar leeftijd;"),
            part("1b", "naar geslacht."),
            part("2", "Hoeveel personen slaagden bij de eerste poging?"),
            part("3", "Hoeveel personen kregen een vrijstelling"),
            part("3a", "om medische redenen;"),
            part("3b", "wegens leeftijd?"),
            part("4", "Wat is de kostprijs van een test?"),
            part("5", "Hoe lang moeten kandidaten wachten?"),
            part("6", "Welke lokalen worden er gebruikt?"),
            part("7", "Wordt de test herzien?"),
        ),
        body(
            part(
                "1",
                "De tabel combineert leeftijd en geslacht.",
                table(
                    [
                        "Leeftijd | Vrouwen | < | Mannen | <",
                        "^ | aantal | geslaagd | aantal | geslaagd",
                    ],
                    figures("18-24|25-34|35-44|45-54|55-64|65+", 4, 9, 3600, sum_row="Totaal"),
                    weights="3 2 2 2 2",
                ),
            ),
            part("2", "Zie het antwoord op vraag 1."),
            part(
                "3",
                "Er werden 318 vrijstellingen verleend:",
                bullets("204 om medische redenen;", "114 wegens leeftijd."),
            ),
            part("4,5", "Een test kost 90 euro. De wachttijd bedraagt gemiddeld elf dagen.", mark="4-5."),
            part("7", "Een herziening is voorzien in 2026."),
        ),
        features=("see_other_part", "unanswered_part"),
        style=Style(glued_numbers=True),
    ),
    Written(
        "fusies-gemeenten",
        8,
        VAN_HOOF,
        GOOSSENS,
        day("2024-09-30"),
        "Fusies van gemeenten - Schuldovername",
        body(
            "Op 1 januari 2025 ontstaan dertien nieuwe gemeenten. Het gewest neemt een deel van hun schuld over.",
            part("1", "Welk bedrag wordt er per nieuwe gemeente overgenomen?"),
            part("2", "Wanneer vindt de overname plaats?"),
            part("3", "Hoeveel begeleiders werden er ter beschikking gesteld?"),
        ),
        body(
            part(
                "1",
                table(
                    ["Gemeente | Inwoners | Bedrag (euro) | Bedrag per inwoner"],
                    "Nieuwerhoven | 38.410 | 19.205.000,00 | 500,00\nKruisbeke | 27.022 | 10.808.800,00 | 400,00\nTongersveld | 41.300 | 20.650.000,00 | 500,00\nLochristelde | 22.907 | 6.872.100,00 | 300,00",
                    "Tabel 1: Overgenomen schuld",
                    weights="4 3 4 4",
                ),
            ),
            part("2", "De overname vindt plaats in het eerste kwartaal van 2025."),
            part("3", "Elke fusie krijgt één begeleider. In totaal gaat het om 6,5 voltijdse equivalenten."),
        ),
        answer_date=day("2024-10-01"),
        notes=("date_contradiction",),
    ),
    Written(
        "dorpswinkels",
        116,
        HENDRICKX,
        GOOSSENS,
        day("2024-11-25"),
        "Dorpswinkels en buurtvoorzieningen op het platteland - Steunmaatregelen en resultaten van de projectoproepen sinds 2021",
        body(
            "In kleine dorpen verdwijnt de laatste winkel. Bewoners nemen soms zelf het initiatief.",
            part("1", "Hoeveel projecten werden ingediend en goedgekeurd per oproep?"),
            part("2", "Hoeveel projecten zijn vandaag nog actief?"),
            part("3", "Komt er een nieuwe oproep?"),
        ),
        body(
            part(
                "1",
                table(
                    ["Oproep | Thema | Ingediend | Goedgekeurd | Bedrag (euro)"],
                    "2021 | Dorpswinkels die door bewoners worden uitgebaat, al dan niet met een sociale werkvloer | 41 | 17 | 1.020.000\n"
                    "2022 | Ontmoetingsplaatsen in leegstaande kerken en pastorieën | 63 | 22 | 1.870.500\n"
                    "2023 | Gedeelde mobiliteit tussen kernen die geen bushalte meer hebben | 38 | 15 | 964.200",
                    weights="2 6 3 3 3",
                ),
            ),
            part("2", "Van de 54 goedgekeurde projecten zijn er 49 nog actief."),
            part("3", "Daarover is nog geen beslissing genomen."),
        ),
    ),
    Written(
        "maatwerkbedrijven",
        203,
        VAN_DEN_BOSSCHE,
        GOOSSENS,
        day("2025-02-17"),
        "Maatwerkbedrijven - Tewerkstelling en begeleiding",
        body(
            "Maatwerkbedrijven bieden werk aan mensen met een grote afstand tot de arbeidsmarkt.",
            part("1", "Een overzicht van het aantal werknemers, opgedeeld per leeftijd."),
            part(
                "1a",
                "Een overzicht van het aantal ondernemingen, opgedeeld naar omvang (minder dan 50, 50-100, 101-200, 201-500, 500+).",
            ),
            part("1b", "Het beschikbare contingent."),
            part("2", "Een overzicht van de begeleiders."),
            part("2a", "Het aantal begeleiders per onderneming."),
        ),
        body(
            part(
                "1",
                "Hieronder vindt u de gevraagde cijfers terug in voltijdsequivalent (VTE).",
                table(
                    [" | 2024 - K1 | 2024 - K2 | 2024 - K3 | 2024 - K4"],
                    figures(
                        "18-19|20-24|25-29|30-34|35-39|40-44|45-49|50-54|55-59|60-64|65+",
                        4,
                        2,
                        2600,
                        decimals=2,
                        sum_row="Totaal",
                    ),
                    weights="3 3 3 3 3",
                    narrow=True,
                ),
            ),
            part(
                "1a,1b",
                "Overzicht van het aantal ondernemingen en het contingent.",
                table(
                    [" | 2024 - K1 | 2024 - K2 | 2024 - K3 | 2024 - K4"],
                    figures(
                        "0 - 49 VTE|50 - 100 VTE|101 - 200 VTE|201 - 500 VTE|500+ VTE",
                        4,
                        1,
                        60,
                        sum_row="Totaal tewerkgesteld",
                    )
                    + "\nToegekend contingent | 20.082,00 | 20.082,00 | 20.114,50 | 20.114,50",
                    weights="4 3 3 3 3",
                    narrow=True,
                ),
                mark="a-b)",
            ),
            part(
                "2",
                "Sinds 2025 worden de begeleiders geregistreerd op de volgende wijze:",
                bullets(
                    "registratie per kwartaal;",
                    "opsplitsing naar diploma;",
                    "eerste cijfers in juni 2025.",
                    mark="o",
                ),
            ),
        ),
        features=("row_like_part",),
        themes=("Sociale economie", "Werk"),
        document_id="2098820",
        dossier_id="1910044",
    ),
    Written(
        "armoedetoets",
        77,
        BENALI,
        GOOSSENS,
        day("2023-11-20"),
        "Armoedetoets - Toepassing",
        body(
            "De armoedetoets moet de gevolgen van nieuwe regels voor mensen in armoede in kaart brengen.",
            part("1", "Bij welke ontwerpen van decreet werd een armoedetoets uitgevoerd?"),
            part("2", "Welke aanpassingen volgden daaruit?"),
        ),
        body(
            part(
                "1",
                "De toets werd uitgevoerd bij:",
                bullets(
                    "het ontwerp van decreet over het groeipakket;",
                    "het ontwerp van decreet over de sociale huur;",
                    "het ontwerp van besluit over de schooltoelagen.",
                    mark="•",
                ),
            ),
            part(
                "2",
                "Bij de schooltoelagen werd de aanvraagtermijn verlengd met 30 dagen.",
                "Voor de andere ontwerpen werden geen aanpassingen nodig geacht.",
            ),
        ),
    ),
    Written(
        "digitale-notulen",
        265,
        MERTENS,
        GOOSSENS,
        day("2024-03-07"),
        "Lokale besturen - Digitale notulen",
        body(
            "Sinds 2020 publiceren lokale besturen hun besluiten als gelinkte gegevens.",
            part("1", "Hoeveel besturen publiceren hun notulen digitaal?"),
            part("2", "Hoeveel besturen doen dat binnen de termijn van dertig dagen?"),
            part("3", "Welke ondersteuning krijgen besturen?"),
            part("3a", "technisch;"),
            part("3b", "juridisch."),
            part("4", "Hoeveel bezoekers telt de zoekmachine?"),
        ),
        body(
            part("1", "Op 1 maart 2024 publiceerden 268 gemeenten hun notulen digitaal."),
            part(
                "2",
                table(
                    ["Termijn | Gemeenten | %"],
                    "binnen 10 dagen | 61 | 22,8%\n11 - 30 dagen | 142 | 53,0%\n31 - 60 dagen | 44 | 16,4%\nmeer dan 60 dagen | 21 | 7,8%\nTotaal | 268 | 100,0%",
                    weights="4 3 2",
                ),
            ),
            part("3a", "Er is een helpdesk met 7 medewerkers.", mark="3. a)"),
            part("3b", "Modelbesluiten zijn beschikbaar."),
            part("4", "Gemiddeld 18\u2009400 bezoekers per maand."),
        ),
        style=Style(automatic=False),
        features=("row_like_part", "thin_space_number"),
    ),
    Written(
        "wijkwerken",
        151,
        OZTURK,
        GOOSSENS,
        day("2024-01-24"),
        "Wijkwerken - Prestaties en doorstroming",
        body(
            "Wijkwerken biedt een opstap naar een vaste baan.",
            part("1", "Hoeveel uren werden er gepresteerd in 2022, per activiteit?"),
            part("2", "Hoeveel wijkwerkers stroomden door naar"),
            part("2a", "een vaste baan;"),
            part("2b", "een opleiding?"),
            loose("Cijfers graag in absolute aantallen en procentueel."),
            part("3", "Wordt de regeling geëvalueerd?"),
        ),
        body(
            part(
                "1",
                table(
                    ["Activiteit | Uren | Aandeel"],
                    figures(
                        "Tuinonderhoud|Poetshulp|Kinderbegeleiding|Toezicht aan schoolpoorten|Land- en tuinbouw|Kleine herstellingen|Administratie",
                        1,
                        900,
                        210000,
                        sum_row="Totaal",
                        share=True,
                    ),
                    "Tabel 1: Gepresteerde uren in 2022",
                    weights="5 3 2",
                ),
            ),
            part(
                "2",
                "In 2022 stroomden 1.411 wijkwerkers door: 1.002 naar een vaste baan (71,0%) en 409 naar een opleiding (29,0%).",
            ),
            part(
                "3",
                "De evaluatie werd toevertrouwd aan een universiteit. Het rapport wordt in bijlage toegevoegd.",
            ),
        ),
        attachments=(
            annex(
                "Evaluatie van het wijkwerken, samenvatting",
                "Het rapport besluit dat de regeling haar doel bereikt bij personen ouder dan vijftig jaar.",
            ),
        ),
    ),
)
