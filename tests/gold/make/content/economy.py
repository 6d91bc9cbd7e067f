# ruff: noqa: E501
"""Made questions about the economy, culture and digital government."""

from __future__ import annotations

from tests.gold.make.content.people import (
    CORNELIS,
    DE_SMEDT,
    DEWULF,
    JACOBS,
    MAES,
    OZTURK,
    VAN_DE_WAUWER,
    VERHAEGHE,
)
from tests.gold.make.shape import Style, Written
from tests.gold.make.words import annex, body, bullets, day, figures, part, table

DOCUMENTS = (
    Written(
        "digitale-loketten",
        177,
        OZTURK,
        MAES,
        day("2025-01-20"),
        "Digitale loketten - Gebruik en onderbrekingen",
        body(
            "Burgers regelen steeds meer zaken via een digitaal loket. Een onderbreking treft dan meteen duizenden mensen.",
            part(
                "1",
                "Hoeveel unieke gebruikers telde het loket in 2020, 2021, 2022, 2023 en 2024? Graag een onderverdeling naar leeftijd en naar het gebruikte toestel.",
            ),
            part("2", "Hoeveel onderbrekingen waren er in 2024 en hoe lang duurden ze gemiddeld?"),
            part(
                "3",
                "Wat is de jaarlijkse kostprijs van het loket? Hoe is die geëvolueerd t.o.v. 2023, 2022, 2021 en 2020?",
            ),
            part("4", "Welke ondersteuning is er voor wie niet digitaal vaardig is?"),
        ),
        body(
            "Voor het antwoord werden de gegevens van het agentschap gebruikt.",
            part(
                "1",
                "Tabel 1 geeft de evolutie weer van 2020 tot 2024.",
                table(
                    ["Jaar | Unieke gebruikers | waarvan mobiel | % mobiel"],
                    "2020 | 1.204.551 | 488.010 | 40,51%\n2021 | 1.688.902 | 790.218 | 46,79%\n2022 | 1.930.077 | 1.002.441 | 51,94%\n2023 | 2.240.619 | 1.290.118 | 57,58%\n2024 | 2.511.380 | 1.544.004 | 61,48%",
                    "Tabel 1: Evolutie van het aantal gebruikers, periode 2020-2024",
                    weights="2 4 3 3",
                ),
                "Tabel 2 bevat de verdeling naar leeftijd.",
                table(
                    ["Leeftijd | 2023 | 2024 | Verschil"],
                    "18-24 | 201.440 | 233.900 | 16,1%\n25-44 | 811.206 | 902.118 | 11,2%\n45-64 | 840.073 | 931.606 | 10,9%\n65+ | 387.900 | 443.756 | 14,4%",
                    "Tabel 2: Gebruikers naar leeftijd",
                    weights="3 3 3 3",
                ),
            ),
            part("2", "Er waren in 2024 negen onderbrekingen, die gemiddeld 47 minuten duurden."),
            part(
                "3",
                "De kostprijs bedroeg € 4.118.200,00 in 2024, een stijging met 3,2 % tegenover het jaar voordien.",
            ),
            part(
                "4",
                "Er zijn 340 digipunten. De lijst staat op https://www.loketvoorbeeld.be/ondersteuning/digipunten/overzicht-per-gemeente-en-openingsuren-2025",
            ),
        ),
    ),
    Written(
        "bibliotheken",
        64,
        VERHAEGHE,
        MAES,
        day("2023-11-14"),
        "Openbare bibliotheken - Uitleningen en bezoekers",
        body(
            "Bibliotheken zijn veel meer dan een plaats om boeken te lenen.",
            part("1", "Hoeveel uitleningen waren er per materiaalsoort en per jaar?"),
            part("2", "Hoeveel bezoekers werden er geteld?"),
            part("3", "Hoeveel filialen werden er gesloten?"),
        ),
        body(
            part(
                "1",
                "De gegevens zijn opgenomen in onderstaande tabel (in duizendtallen).",
                table(
                    ["Soort | Doelgroep | 2019 | 2020 | 2021 | 2022"],
                    figures(
                        "Boeken/jeugd|^/volwassenen|Strips/jeugd|^/volwassenen|Films/jeugd|^/volwassenen|Muziek/jeugd|^/volwassenen|Spelen/jeugd|^/volwassenen",
                        4,
                        11,
                        9400,
                        gaps=8,
                    ),
                    weights="3 4 2 2 2 2",
                ),
            ),
            part("2", "In 2022 waren er 14,2 miljoen bezoeken, tegenover 19,9 miljoen in 2019."),
            part("3", "Er werden 22 filialen gesloten en 9 nieuwe geopend."),
        ),
        themes=("Cultuur",),
        document_id="2052218",
        dossier_id="1810021",
    ),
    Written(
        "exportsteun",
        248,
        JACOBS,
        MAES,
        day("2024-02-27"),
        "Exportsubsidies - Kleine ondernemingen",
        body(
            "Kleine ondernemingen kunnen steun krijgen voor een beurs of een prospectiereis.",
            part("1", "Hoeveel ondernemingen ontvingen exportsteun? Graag een opsplitsing"),
            part("1a", "per sector;"),
            part("1b", "per bestemming."),
            part("2", "Welk bedrag werd er uitbetaald?"),
            part("3", "Hoeveel dossiers werden geweigerd, en om welke redenen?"),
            part("4", "Hoe wordt het effect van de steun gemeten?"),
        ),
        body(
            part(
                "1a,1b",
                "De sectoren en bestemmingen worden samen weergegeven.",
                table(
                    [
                        "Sector | Bestemming | < | < | Totaal",
                        "^ | Europa | Azië | Amerika | ^",
                    ],
                    figures(
                        "Voeding|Textiel|Meubelen|Machinebouw|Gezondheid|Digitale diensten|Overige",
                        3,
                        0,
                        180,
                        sum_row="Totaal",
                        sum_column=True,
                        gaps=10,
                    ),
                    "Tabel 1: Ondernemingen naar sector en bestemming, 2023",
                    weights="4 2 2 2 2",
                ),
                mark="1. a-b)",
            ),
            part("2", "Er werd 5.440.812,75 euro uitbetaald."),
            part(
                "3",
                "Er werden 96 dossiers geweigerd:",
                bullets(
                    "aanvraag na afloop van de reis;",
                    "de-minimisplafond bereikt;",
                    "onvolledig dossier.",
                    mark="-",
                ),
            ),
            part("4", "Om de drie jaar wordt een bevraging gehouden. De jongste bevraging dateert van 2022."),
        ),
    ),
    Written(
        "monumentenwacht",
        301,
        VAN_DE_WAUWER,
        MAES,
        day("2024-03-19"),
        "Beschermde monumenten - Premies en wachtlijst",
        body(
            "Eigenaars van een beschermd monument wachten soms jaren op een premie.",
            part("1", "Hoeveel dossiers stonden er op 1 maart 2024 op de wachtlijst?"),
            part("2", "Wat is het totale bedrag van die dossiers?"),
            part(
                "3", "Hoeveel dossiers werden sinds 2018 goedgekeurd? Graag per jaar en per soort monument."
            ),
            part("4", "Hoe lang wacht een eigenaar gemiddeld?"),
        ),
        body(
            part(
                "1,2",
                "Op de wachtlijst stonden 288 dossiers, samen goed voor 141,9 miljoen euro.",
                mark="1-2.",
            ),
            part(
                "3",
                "De tabel vermeldt de goedgekeurde dossiers naar soort.",
                table(
                    ["Jaar | Kerken | Kastelen | Molens | Woningen | Industrie | Totaal"],
                    figures(
                        "|".join(str(year) for year in range(1984, 2024)),
                        5,
                        0,
                        96,
                        sum_row="Totaal",
                        sum_column=True,
                    ),
                    "Tabel 1: Goedgekeurde dossiers per jaar",
                    weights="2 2 2 2 2 2 2",
                ),
            ),
            part("4", "De gemiddelde wachttijd bedraagt vier jaar en zeven maanden."),
        ),
        style=Style(same_page=True),
    ),
    Written(
        "handelsmissies",
        35,
        DEWULF,
        MAES,
        day("2023-10-09"),
        "Buitenlandse handelsmissies - Deelnemers",
        body(
            "Handelsmissies openen deuren voor bedrijven. De samenstelling van de delegaties verschilt sterk.",
            part("1", "Welke missies vonden plaats sinds 2021?"),
            part("2", "Hoeveel bedrijven namen deel"),
            part("2a", "met minder dan 10 werknemers;"),
            part("2b", "met 10 - 49 werknemers;"),
            part("2c", "met 50 of meer werknemers?"),
            part("3", "Wat was de kostprijs per missie?"),
        ),
        body(
            part(
                "1",
                table(
                    ["Bestemming | Periode | Bedrijven | Kostprijs"],
                    "Verenigd Koninkrijk | 4-8 oktober 2021 | 61 | € 210.400,00\nVerenigde Staten, oostkust en Midwesten | 5-12 juni 2022 | 119 | € 655.210,50\nJapan | 5-9 december 2022 | 84 | € 598.002,15\nSenegal en Ivoorkust | 21-27 mei 2023 | 47 | € 301.774,00",
                    weights="5 4 2 3",
                ),
            ),
            part(
                "2a,2b,2c",
                "De omvang van de bedrijven is niet geregistreerd voor 2021. Voor de andere missies:",
                table(
                    [],
                    "minder dan 10 werknemers | 102\n10 - 49 werknemers | 88\n50 of meer werknemers | 60",
                    weights="5 2",
                ),
                mark="2. a-c)",
            ),
            part("3", "Zie de tabel bij vraag 1."),
        ),
        kind="partial",
        features=("row_like_part", "see_other_part"),
    ),
    Written(
        "cybersecurity",
        419,
        CORNELIS,
        MAES,
        day("2024-05-06"),
        "Cyberaanvallen - Vlaamse overheid",
        body(
            "In mijn schriftelijke vraag nr. 402 van 9 mei 2022 vroeg ik naar cyberaanvallen op Vlaamse entiteiten.",
            "Graag kreeg ik een actualisering van die cijfers.",
            part("1", "Hoeveel aanvallen werden er geregistreerd? Graag opgedeeld naar soort."),
            part("2", "Hoeveel entiteiten werden getroffen?"),
            part("3", "Welke bedragen werden geïnvesteerd in beveiliging?"),
        ),
        body(
            part(
                "1",
                "Een deel van de gegevens is vertrouwelijk. Onderstaande tabel bevat wat kan worden meegedeeld.",
                table(
                    ["Soort aanval | 2022 | 2023"],
                    figures(
                        "Phishing|Gijzelsoftware|Overbelasting van diensten|Misbruik van accounts|Andere",
                        2,
                        0,
                        900,
                        sum_row="Totaal",
                    ),
                    weights="5 2 2",
                ),
            ),
            part("2", "Het gaat om 14 entiteiten."),
            part("3", "Over de investeringen per entiteit zijn geen gegevens beschikbaar."),
        ),
        kind="partial",
        attachments=(annex("Overzicht van de contactpunten per beleidsdomein"),),
    ),
    Written(
        "kunstencentra",
        91,
        DE_SMEDT,
        MAES,
        day("2021-12-07"),
        "Kunstencentra - Bezoekers en inkomsten",
        body(
            "De coronacrisis trof de kunstencentra zwaar.",
            part("1", "Hoeveel bezoekers ontvingen de kunstencentra in 2019 en 2020?"),
            part("2", "Hoe evolueerden de eigen inkomsten?", "Graag in euro en in procent."),
            part("3", "Welke steun werd er toegekend?"),
        ),
        body(
            part(
                "1",
                table(
                    ["Centrum | 2019 | 2020"],
                    figures(
                        "De Loods|Het Atelier|Stelplaats|Kaaistudio|De Vlasbloem",
                        2,
                        2100,
                        88000,
                        sum_row="Totaal",
                    ),
                    weights="4 2 2",
                ),
            ),
            part("2", "De eigen inkomsten daalden van 9,9 miljoen euro naar 4,1 miljoen euro, of met 58,6%."),
            part("3", "Er werd 3,2 miljoen euro toegekend uit het noodfonds[^1]."),
        ),
        footnotes={"1": "Het noodfonds werd opgericht bij besluit van 10 april 2020."},
        style=Style(two_columns=True),
    ),
)
