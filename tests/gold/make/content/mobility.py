# ruff: noqa: E501
"""Made questions about mobility and public works."""

from __future__ import annotations

from tests.gold.make.content.people import (
    CORNELIS,
    DHAESELEER,
    JACOBS,
    LAMBRECHTS,
    PAUWELS,
    VAN_DER_VLOET,
    VERHAEGHE,
)
from tests.gold.make.shape import Style, Written
from tests.gold.make.words import annex, body, bullets, day, figures, loose, part, table

PROVINCES = "Antwerpen|Limburg|Oost-Vlaanderen|Vlaams-Brabant|West-Vlaanderen"

DOCUMENTS = (
    Written(
        "fietsostrades",
        112,
        VERHAEGHE,
        LAMBRECHTS,
        day("2024-01-15"),
        "Fietsostrades - Onderhoud",
        body(
            "Fietsostrades worden elk jaar drukker. Wie dagelijks met de fiets naar het werk rijdt, merkt dat het onderhoud niet overal gelijke tred houdt met dat succes.",
            "Sinds 2021 staat het gewest in voor het structurele onderhoud, terwijl de gemeenten het groen en de winterdienst voor hun rekening nemen.",
            part(
                "1",
                "Hoeveel kilometer fietsostrade was er eind 2023 volledig afgewerkt? Graag een opsplitsing per provincie.",
            ),
            part("2", "Hoeveel meldingen over slecht wegdek ontving het agentschap in 2023?"),
            part("3", "Welk budget is er in 2024 uitgetrokken voor het onderhoud van fietsostrades?"),
        ),
        body(
            part(
                "1",
                "Eind 2023 waren de volgende lengtes volledig afgewerkt, uitgedrukt in kilometer:",
                table(
                    ["Provincie | Kilometer"], figures(PROVINCES, 1, 90, 420, sum_row="Totaal"), weights="5 4"
                ),
                "Stukken die enkel voorlopig zijn ingericht, tellen niet mee.",
            ),
            part(
                "2",
                "In 2023 kwamen er 1.284 meldingen binnen via het meldpunt. Ongeveer de helft daarvan ging over wortelopdruk.",
            ),
            part(
                "3",
                "Voor 2024 is een bedrag van 6,4 miljoen euro ingeschreven. Daarbovenop komt een reserve van 0,8 miljoen euro voor dringende herstellingen.",
            ),
        ),
        themes=("Mobiliteit en verkeer",),
        document_id="2093411",
        dossier_id="1901122",
    ),
    Written(
        "haltes-toegankelijkheid",
        345,
        PAUWELS,
        LAMBRECHTS,
        day("2024-03-12"),
        "Bus- en tramhaltes - Toegankelijkheid voor personen met een beperking",
        body(
            "Een toegankelijke halte is de eerste stap naar zelfstandig reizen. Het vorige actieplan liep eind 2023 af.",
            part(
                "1",
                "Hoeveel haltes zijn er in Vlaanderen? Hoeveel daarvan zijn",
            ),
            part("1a", "volledig toegankelijk;"),
            part("1b", "toegankelijk met begeleiding;"),
            part("1c", "niet toegankelijk?"),
            loose("Cijfers graag per provincie en per type halte."),
            part("2", "Welke haltes worden in 2024 aangepast"),
            part("2a", "langs gewestwegen;"),
            part("2b", "langs gemeentewegen?"),
            loose("Graag ook de kostprijs per halte."),
            part("3", "Komt er een nieuw actieplan? Zo ja, wanneer?"),
        ),
        body(
            "Voor het antwoord werd een beroep gedaan op de haltedatabank van de vervoersmaatschappij, met als peildatum 1 maart 2024.",
            part(
                "1",
                "Onderstaande tabel geeft de stand van zaken weer.",
                table(
                    [
                        "Provincie | Bushaltes | < | Tramhaltes | <",
                        "^ | toegankelijk | niet | toegankelijk | niet",
                    ],
                    figures(PROVINCES, 4, 12, 4100, sum_row="Totaal", gaps=14),
                    "Tabel 1: Haltes naar toegankelijkheid",
                    weights="4 3 3 3 3",
                ),
                "Haltes die toegankelijk zijn met begeleiding staan bij de toegankelijke haltes.",
            ),
            part(
                "2a,2b",
                "In 2024 worden 118 haltes aangepast: 71 langs gewestwegen en 47 langs gemeentewegen. De gemiddelde kostprijs bedraagt 38.500 euro per halte.",
                mark="2. a-b)",
            ),
            part("3", "Ja. Het nieuwe actieplan wordt na de zomer voorgelegd aan de Vlaamse Regering."),
        ),
    ),
    Written(
        "verkeerslichten",
        78,
        DHAESELEER,
        LAMBRECHTS,
        day("2023-11-08"),
        "Slimme verkeerslichten - Uitrol",
        body(
            "In 2019 startte een programma om verkeerslichten te laten communiceren met voertuigen.",
            part("1", "Hoeveel kruispunten zijn intussen uitgerust met slimme verkeerslichten?"),
            part("2", "Wat is de kostprijs per kruispunt?"),
            part("3", "Hoe groot is de tijdswinst voor"),
            part("3a", "hulpdiensten;"),
            part("3b", "bussen en trams?"),
            part("4", "Wanneer is het programma afgerond?"),
        ),
        body(
            part(
                "1,2",
                "Op 1 november 2023 waren 214 kruispunten uitgerust. De gemiddelde kostprijs bedraagt 62.000 euro, werken aan de riolering niet inbegrepen.",
                mark="1-2.",
            ),
            part(
                "3",
                "Een eerste meting wijst op de volgende gemiddelde winst, in seconden per kruispunt:",
                table(
                    ["Voertuig | Ochtendspits | Avondspits"],
                    "Hulpdiensten | 11,4 | 13,9\nBussen | 6,2 | 7,05\nTrams | 5,8 | 6,1",
                    weights="4 3 3",
                ),
            ),
            part("4", "De laatste kruispunten worden in 2026 aangepakt."),
        ),
        style=Style(glued_numbers=True, glued_minister=True),
    ),
    Written(
        "trajectcontrole",
        402,
        CORNELIS,
        LAMBRECHTS,
        day("2024-04-18"),
        "Trajectcontrole gewestwegen - Vaststellingen en boetes",
        body(
            "Trajectcontroles meten de gemiddelde snelheid over een langere afstand. Zij staan vandaag op meer dan tweehonderd plaatsen.",
            part(
                "1",
                "Hoeveel vaststellingen waren er per jaar sinds 2020? Graag opgedeeld naar: 1) personenwagens; 2) vrachtwagens en 3) motorfietsen.",
            ),
            part("2", "Hoeveel installaties stonden langer dan een maand stil en waarom?"),
            part("3", "Hoe groot is het aandeel buitenlandse nummerplaten?"),
            part("4", "Welke nieuwe trajecten worden in 2024 in gebruik genomen?"),
            part("5", "Welke opbrengst verwacht de minister voor 2024?"),
        ),
        body(
            part(
                "1",
                table(
                    ["Jaar | Personenwagens | Vrachtwagens | Motorfietsen | Totaal"],
                    figures("2020|2021|2022|2023", 3, 900, 480000, sum_column=True),
                    weights="2 4 4 4 3",
                ),
            ),
            part(
                "2",
                "Er stonden 9 installaties langer dan een maand stil. De redenen waren:",
                bullets(
                    "werken aan het wegdek;",
                    "een defecte meetlus;",
                    "schade na een ongeval.",
                    mark="o",
                ),
            ),
            part("3", "Het aandeel buitenlandse nummerplaten schommelt rond 17,5%."),
            part("4", "Het gaat om de trajecten die in de bijlage zijn opgenomen."),
            part("5", "Zie het antwoord op vraag 1."),
        ),
        answer_date=day("2024-04-19"),
        attachments=(
            annex(
                "Nieuwe trajecten in 2024",
                table(
                    ["Weg | Gemeente | Lengte (km)"],
                    "N8 | Kortrijk | 3,2\nN44 | Maldegem | 5,75\nN71 | Mol | 2,9\nN10 | Aarschot | 4,1",
                    weights="2 4 3",
                ),
            ),
        ),
        notes=("date_contradiction",),
        features=("enumeration_in_sentence", "see_other_part"),
    ),
    Written(
        "veerdiensten",
        61,
        JACOBS,
        LAMBRECHTS,
        day("2022-10-20"),
        "Veerdiensten - Aantal overgezette reizigers en fietsers",
        body(
            "De veerdiensten op de Schelde en de Rupel zijn gratis. In het weekend staan er geregeld lange wachtrijen.",
            part("1", "Hoeveel personen werden er in 2021 overgezet per veerdienst?"),
            part("2", "Hoeveel vaarten werden afgelast"),
            part("2a", "wegens mist;"),
            part("2b", "wegens een technisch defect;"),
            part("2c", "wegens een tekort aan personeel?"),
            part("3", "Overweegt de minister een extra veer tijdens de zomer?"),
        ),
        body(
            part(
                "1",
                table(
                    [],
                    figures(
                        "Bazel - Hemiksem|Kruibeke - Hoboken|Schelle - Wintam|Driegoten - Weert",
                        1,
                        9000,
                        260000,
                    ),
                    "Overgezette personen in 2021",
                    weights="6 3",
                ),
            ),
            part(
                "2",
                "Gegevens per oorzaak zijn niet beschikbaar. In totaal werden 312 vaarten afgelast op een geheel van ongeveer 91\u202f000.",
            ),
            part(
                "3",
                "Dat wordt onderzocht. De resultaten komen op de webpagina https://www.vlaamsewaterwegen-voorbeeld.be/veerdiensten/dienstregeling-en-capaciteit/zomer-2023-uitbreiding",
            ),
        ),
        kind="partial",
        features=("thin_space_number",),
    ),
    Written(
        "laadpalen",
        219,
        VAN_DER_VLOET,
        LAMBRECHTS,
        day("2024-02-02"),
        "Laadpalen - Spreiding",
        body(
            "Elektrisch rijden vraagt een dekkend net van laadpunten, ook buiten de steden.",
            part(
                "1",
                "Hoeveel publieke laadpunten telde Vlaanderen eind 2021, 2022 en 2023?",
                bullets("per provincie;", "per vermogen.", mark="\uf0b7"),
            ),
            part("2", "Hoeveel gemeenten hebben minder dan vijf publieke laadpunten?"),
            part("3", "Hoeveel aanvragen van inwoners zijn nog in behandeling?"),
            part("4", "Wat is de gemiddelde doorlooptijd van een aanvraag?"),
        ),
        body(
            part(
                "1",
                "De evolutie per provincie is als volgt.",
                table(
                    ["Provincie | 2021 | 2022 | 2023"],
                    figures(PROVINCES, 3, 800, 15000, sum_row="Totaal"),
                    "Tabel 1. Publieke laadpunten per provincie",
                    weights="4 2 2 2",
                ),
                "De volgende tabel toont de opdeling naar vermogen eind 2023.",
                table(
                    ["Vermogen | Aantal | Aandeel"],
                    figures(
                        "tot 7,4 kW|7,4 - 22 kW|22 - 50 kW|50 - 150 kW|meer dan 150 kW",
                        1,
                        200,
                        22000,
                        sum_row="Totaal",
                        share=True,
                    ),
                    "Tabel 2. Publieke laadpunten naar vermogen, 2023",
                    weights="4 2 2",
                ),
            ),
            part(
                "2,3,4",
                "De aanvragen worden behandeld door de concessiehouder. Eind 2023 waren er 1.940 in behandeling, met een gemiddelde doorlooptijd van 143 dagen. In 37 gemeenten staan er minder dan vijf laadpunten.",
                mark="2-4.",
            ),
        ),
        themes=("Mobiliteit en verkeer", "Energie"),
        document_id="2094007",
        dossier_id="1902250",
    ),
)
