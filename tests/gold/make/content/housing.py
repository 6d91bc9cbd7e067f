# ruff: noqa: E501
"""Made questions about housing and energy."""

from __future__ import annotations

from tests.gold.make.content.people import (
    BENALI,
    DE_SAEDELEER,
    DEWULF,
    HENDRICKX,
    MERTENS,
    OZTURK,
    VAN_DEN_BOSSCHE,
)
from tests.gold.make.shape import Style, Written
from tests.gold.make.words import annex, body, bullets, day, figures, loose, part, table

DOCUMENTS = (
    Written(
        "huursubsidie",
        231,
        VAN_DEN_BOSSCHE,
        DE_SAEDELEER,
        day("2024-02-14"),
        "Huursubsidie - Aanvragen en weigeringen",
        body(
            "Huurders die verhuizen naar een aangepaste woning kunnen een huursubsidie krijgen. Over de weigeringen is weinig bekend.",
            part("1", "Hoeveel aanvragen werden er ingediend in 2022 en 2023?"),
            part("2", "Hoeveel aanvragen werden"),
            part("2a", "goedgekeurd;"),
            part("2b", "geweigerd;"),
            part("2c", "stopgezet door de aanvrager?"),
            loose("Graag telkens een opsplitsing per leeftijdsgroep."),
            part("3", "Wat waren de belangrijkste redenen voor een weigering?"),
        ),
        body(
            part(
                "1",
                "Het aantal aanvragen per leeftijdsgroep:",
                table(
                    ["Leeftijd | 2022 | 2023"],
                    figures("18-24|25-34|35-44|45-54|55-64|65+", 2, 150, 2900, sum_row="Totaal"),
                    weights="3 2 2",
                ),
            ),
            part(
                "2",
                "De beslissingen worden hieronder weergegeven per leeftijdsgroep en per jaar.",
                table(
                    ["Leeftijd | Jaar | Goedgekeurd | Geweigerd | Stopgezet"],
                    figures(
                        "18-24/2022|^/2023|25-34/2022|^/2023|35-44/2022|^/2023|45-54/2022|^/2023|55-64/2022|^/2023|65+/2022|^/2023",
                        3,
                        4,
                        1500,
                    ),
                    "Beslissingen over de huursubsidie",
                    weights="3 2 3 3 3",
                ),
            ),
            part(
                "3",
                "De voornaamste redenen zijn een te hoge huurprijs, een te hoog inkomen en een laattijdige aanvraag.",
            ),
        ),
        features=("row_like_part",),
    ),
    Written(
        "sociale-woningen-leegstand",
        97,
        BENALI,
        DE_SAEDELEER,
        day("2023-12-01"),
        "Sociale huurwoningen - Leegstand",
        body(
            "Een leegstaande sociale woning is een gemiste kans voor een gezin op de wachtlijst.",
            part(
                "1",
                "Hoeveel sociale huurwoningen stonden er op 30 september 2023 leeg? Graag een overzicht per woonmaatschappij.",
            ),
            part("2", "Hoeveel daarvan stonden leeg wegens renovatie?"),
            part("3", "Welke maatregelen neemt de minister?"),
        ),
        body(
            part(
                "1",
                "Onderstaande tabel bevat de leegstand per woonmaatschappij, uitgesplitst naar structurele leegstand en frictieleegstand.",
                table(
                    ["Woonmaatschappij | Structureel | Frictie | Totaal"],
                    figures(
                        "Woonhaven Noord|De Nieuwe Haard|Thuis in de Kempen|Woonpunt Schelde|Samen Wonen Rupel|Huis en Erf|Ons Dak Meetjesland|De Leiewoning|Woonveste Haspengouw|Maasdal Wonen|De Denderhaard|Vlaamse Ardennen Wonen|Kustwoning|De IJzer|Wonen aan de Nete|Dijledal Thuis|Hageland Woont|De Voorkempen|Brabantse Haard|Wonen in het Pajottenland|Zennewoning|Klein-Brabant Thuis|Woonkracht Waas|De Polderhaard|Wonen langs de Gete|Meerlaan|De Mandelhaard|Tieltse Bouwmaatschappij|Ieperboog|Wonen Midden|Demervallei Thuis|De Noorderkempen|Thuis aan Zee|Vivendo Zuid|Wonen in het Maasland|De Kempense Haard|Woonhulp Gaverland|De Vaartse Woning|Huizen aan de Demer|Thuis in Klein-Rupel|Zonnige Woonst|Het Dorpshuis|De Zuidkant|Woonstee Noordrand|Bouwen aan Thuis|De Witte Gevel",
                        2,
                        3,
                        420,
                        sum_row="Totaal",
                        sum_column=True,
                    ),
                    "Tabel 1: Leegstaande sociale huurwoningen op 30 september 2023",
                    weights="6 3 3 3",
                ),
                "De cijfers werden aangeleverd door de woonmaatschappijen zelf.",
            ),
            part(
                "2",
                "Bijna twee derde van de structurele leegstand houdt verband met een geplande of lopende renovatie.",
            ),
            part(
                "3",
                "Het agentschap volgt de leegstand op via:",
                bullets(
                    "een jaarlijkse bevraging[^1];",
                    "prestatiebeoordelingen;",
                    "een renovatiekalender per maatschappij.",
                    mark="•",
                ),
            ),
        ),
        style=Style(same_page=True),
        footnotes={
            "1": "De bevraging loopt telkens van 1 oktober tot 15 november en is verplicht voor alle maatschappijen."
        },
    ),
    Written(
        "energiearmoede",
        154,
        OZTURK,
        DE_SAEDELEER,
        day("2024-01-29"),
        "Energiearmoede - Budgetmeters",
        body(
            "Wie zijn energiefactuur niet kan betalen, krijgt vaak een budgetmeter geplaatst.",
            part("1", "Hoeveel actieve budgetmeters waren er eind 2023"),
            part("1a", "voor elektriciteit;"),
            part("1b", "voor aardgas?"),
            part("2", "Hoeveel gezinnen laadden hun meter tijdens de winter meer dan dertig dagen niet op?"),
            part("3", "Hoeveel afsluitingen vonden er plaats?"),
        ),
        body(
            "Ik verwijs naar het antwoord op schriftelijke vraag nr. 88 van 11 december 2023 van Sofie Pauwels, waarin dezelfde cijfers werden meegedeeld."
        ),
        kind="referral",
    ),
    Written(
        "renovatiepremie",
        286,
        MERTENS,
        DE_SAEDELEER,
        day("2024-03-05"),
        "Mijn renovatiepremie - Behandelingstermijn van de dossiers",
        body(
            "Veel gezinnen wachten langer dan verwacht op hun premie. Dat zet de financiering van de werken onder druk.",
            part("1", "Hoeveel dossiers werden ingediend per kwartaal sinds de start?"),
            part("2", "Wat is de gemiddelde behandelingstermijn in kalenderdagen?"),
            part("3", "Hoeveel dossiers wachten langer dan zes maanden?"),
            part("4", "Hoeveel personeelsleden werken aan de behandeling van de dossiers?"),
            part("5", "Hoeveel klachten werden ontvangen en hoeveel daarvan waren gegrond?"),
            part("6", "Welke verbeteringen zijn gepland?"),
        ),
        body(
            part(
                "1",
                table(
                    ["Kwartaal | Ingediend | Behandeld | Uitbetaald (euro)"],
                    figures("2022 K4|2023 K1|2023 K2|2023 K3|2023 K4", 2, 4000, 31000)
                    .replace("\n", " | 18.204.551,20\n", 1)
                    .replace("\n2023 K2", " | 31.877.420,05\n2023 K2")
                    .replace("\n2023 K3", " | 29.113.008,77\n2023 K3")
                    .replace("\n2023 K4", " | 30.440.116,90\n2023 K4")
                    + " | 33.902.775,41",
                    weights="3 3 3 4",
                ),
            ),
            part("2", "De gemiddelde termijn bedroeg 121 dagen in 2023."),
            part(
                "3,4",
                "Begin maart 2024 wachtten 5.210 dossiers langer dan zes maanden. Er werken 84 voltijdse equivalenten aan de behandeling.",
                mark="3, 4.",
            ),
            part("5", "Er werden 1.106 klachten ontvangen, waarvan 640 geheel of gedeeltelijk gegrond."),
            part(
                "6",
                "Een nieuwe module leest facturen automatisch in. Zij wordt in het najaar in gebruik genomen.",
            ),
        ),
        damage=(("één", "Ã©Ã©n"), ("financiering", "ﬁnanciering")),
        features=("ligature",),
    ),
    Written(
        "conformiteitsattest",
        43,
        DEWULF,
        DE_SAEDELEER,
        day("2024-10-14"),
        "Conformiteitsattesten private huurmarkt",
        body(
            "Steeds meer gemeenten verplichten een conformiteitsattest bij verhuring.",
            part("1", "Welke gemeenten hebben een verordening?"),
            part("2", "Hoeveel attesten werden er afgeleverd per jaar sinds 2019?"),
            part("3", "Hoeveel woningen werden na controle ongeschikt verklaard?"),
        ),
        body(
            "De gevraagde gegevens worden momenteel opgevraagd bij de gemeenten. Zodra zij beschikbaar zijn, bezorg ik een aanvullend antwoord."
        ),
        kind="holding",
        style=Style(two_columns=True),
    ),
    Written(
        "energiedelen",
        310,
        HENDRICKX,
        DE_SAEDELEER,
        day("2024-03-21"),
        "Energiedelen en energiegemeenschappen - Evolutie",
        body(
            "Sinds 2022 kunnen buren hun overschot aan zonnestroom met elkaar delen.",
            part("1", "Hoeveel deelnemers waren er per vorm van energiedelen op het einde van elk jaar?"),
            part("2", "Welke drempels werden vastgesteld?"),
            part("3", "Hoe evalueert de minister de administratieve lasten?"),
            part("4", "Hoeveel energiegemeenschappen zijn er geregistreerd?"),
            part("4a", "met een gemeentebestuur als lid;"),
            part("4b", "zonder gemeentebestuur als lid?"),
        ),
        body(
            part(
                "1",
                table(
                    ["Vorm | Omschrijving | 2022 | 2023"],
                    "Persoonlijk | Eenzelfde eigenaar deelt tussen twee eigen adressen, bijvoorbeeld woning en garage | 612 | 1.904\n"
                    "Persoon-aan-persoon | Verkoop van overschot aan één andere afnemer binnen hetzelfde net | 233 | 1.077\n"
                    "Binnen een gebouw | Bewoners van een appartementsgebouw verdelen de opbrengst van een gezamenlijk dak | 41 | 298\n"
                    "Gemeenschap | Leden van een energiegemeenschap delen over een groter gebied | 5 | 37",
                    "Tabel 1: Deelnemers naar vorm",
                    weights="4 8 2 2",
                ),
            ),
            part(
                "2",
                "De belangrijkste drempel is het ontbreken van een digitale meter[^1]. Daarnaast vinden deelnemers de facturen ingewikkeld.",
            ),
            part(
                "3",
                "Een vereenvoudigd formulier wordt voorbereid.",
                "De netbeheerder[^2] zal de gegevens vooraf invullen.",
            ),
            part("4", "Op 1 maart 2024 waren 26 gemeenschappen geregistreerd."),
            part("4a", "In 11 daarvan is een gemeentebestuur lid."),
            part("4b", "De overige 15 bestaan uitsluitend uit burgers en ondernemingen."),
        ),
        footnotes={
            "1": "Een digitale meter is een wettelijke voorwaarde om te kunnen delen.",
            "2": "Voor elektriciteit is dat overal dezelfde maatschappij.",
        },
        attachments=(
            annex(
                "Geregistreerde gemeenschappen naar provincie",
                table(
                    ["Provincie | Met gemeente | Zonder gemeente | Totaal"],
                    "Antwerpen | 4 | 5 | 9\nLimburg | 2 | 1 | 3\nOost-Vlaanderen | 3 | 4 | 7\nVlaams-Brabant | 1 | 3 | 4\nWest-Vlaanderen | 1 | 2 | 3\nTotaal | 11 | 15 | 26",
                    weights="4 3 3 2",
                ),
            ),
        ),
        themes=("Energie",),
        document_id="2094991",
        dossier_id="1904470",
    ),
)
