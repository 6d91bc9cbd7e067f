# ruff: noqa: E501
"""Made questions about education, sport and animal welfare."""

from __future__ import annotations

from tests.gold.make.content.people import (
    BENALI,
    DE_SMEDT,
    JACOBS,
    VAN_DERMEERSCH,
    VAN_HOOF,
    VANDENBROUCKE,
    VANHAVERBEKE,
)
from tests.gold.make.shape import Style, Written
from tests.gold.make.words import body, bullets, day, figures, loose, part, table

DOCUMENTS = (
    Written(
        "lerarentekort",
        188,
        DE_SMEDT,
        VANHAVERBEKE,
        day("2024-11-19"),
        "Lerarentekort - Openstaande vacatures",
        body(
            "Scholen vinden moeilijk leraren. Vooral voor wiskunde, Frans en techniek blijven plaatsen lang open.",
            "Kan de minister de volgende gegevens meedelen voor het schooljaar 2023-2024:",
            part("1", "Het aantal vacatures per maand, opgedeeld naar onderwijsniveau."),
            part("2", "Het aantal uren dat niet kon worden ingevuld."),
            loose("Kan de minister de meest recente gegevens meedelen van:"),
            part(
                "3",
                "Het aantal zij-instromers, opgedeeld naar: 1) kleuteronderwijs; 2) lager onderwijs en 3) secundair onderwijs.",
            ),
            part("4", "De gemiddelde leeftijd van de leraren."),
        ),
        body(
            part(
                "1",
                table(
                    ["Maand | Basisonderwijs | Secundair onderwijs | Deeltijds kunstonderwijs"],
                    figures(
                        "september|oktober|november|december|januari|februari|maart|april|mei|juni",
                        3,
                        20,
                        2400,
                        gaps=12,
                    ),
                    "Tabel 1: Vacatures naar niveau",
                    weights="3 4 4 4",
                ),
            ),
            part("2", "Het gaat om 41.300 uren op jaarbasis, of 1,9% van het totaal."),
            part(
                "3",
                "Er waren 1.877 zij-instromers: 204 in het kleuteronderwijs, 611 in het lager onderwijs en 1.062 in het secundair onderwijs.",
            ),
            part("4", "De gemiddelde leeftijd bedraagt 41,6 jaar."),
        ),
        features=("enumeration_in_sentence",),
    ),
    Written(
        "schoolzwemmen",
        52,
        VAN_DERMEERSCH,
        VANHAVERBEKE,
        day("2024-10-22"),
        "Schoolzwemmen - Vervoer en kosten",
        body(
            "Door de sluiting van zwembaden moeten klassen zich soms ver verplaatsen.",
            part("1a", "Hoeveel scholen organiseren geen zwemlessen meer?", mark="1. a)"),
            part("1b", "Wat zijn daarvan de redenen?"),
            part("2a", "Hoeveel bedraagt de gemiddelde kostprijs van het vervoer?", mark="2. a)"),
            part("2b", "Wie draagt die kostprijs?"),
            part("3", "Welke steun is er voor gemeenten die een zwembad renoveren?"),
        ),
        body(
            part(
                "1",
                "Mijn administratie houdt niet bij welke scholen zwemlessen organiseren. Deze gegevens zijn niet beschikbaar.",
            ),
            part("2", "Ook over de kostprijs van het vervoer zijn geen gegevens beschikbaar."),
            part(
                "3",
                "De oproep voor bovenlokale sportinfrastructuur stond open tot 30 april 2024. Er werden 14 zwembaden geselecteerd.",
            ),
        ),
        kind="partial",
    ),
    Written(
        "inschrijvingen-dko",
        230,
        VANDENBROUCKE,
        VANHAVERBEKE,
        day("2023-02-10"),
        "Deeltijds kunstonderwijs - Inschrijvingen",
        body(
            "Academies trekken jongeren en volwassenen aan. De voorbije jaren veranderde het aanbod grondig.",
            part("1", "Hoeveel leerlingen zijn er ingeschreven per domein en per leeftijdsgroep?"),
            part("2", "Hoeveel leerlingen stroomden uit zonder attest?"),
            part("3", "Hoeveel academies hebben een wachtlijst?"),
        ),
        body(
            part(
                "1",
                "Tabel 1 geeft de inschrijvingen weer op 1 februari 2023.",
                table(
                    [
                        "Domein | Jongeren | < | < | Volwassenen | < | <",
                        "^ | 2021 | 2022 | 2023 | 2021 | 2022 | 2023",
                    ],
                    figures("Beeld|Dans|Muziek|Woord", 6, 150, 42000, sum_row="Totaal"),
                    "Tabel 1: Inschrijvingen naar domein",
                    weights="3 2 2 2 2 2 2",
                ),
            ),
            part(
                "2",
                "De uitstroom zonder attest ligt het hoogst in de eerste graad.",
                table(
                    ["Graad | Uitstroom | %"],
                    "eerste graad | 4.120 | 11,3%\ntweede graad | 2.015 | 7,9%\nderde graad | 1.330 | 8,05%\nvierde graad | 644 | 5,2%",
                    weights="4 3 2",
                ),
            ),
            part("3", "Vierendertig academies meldden een wachtlijst, vooral voor gitaar en piano."),
        ),
    ),
    Written(
        "topsportscholen",
        19,
        VAN_HOOF,
        VANHAVERBEKE,
        day("2023-10-12"),
        "Topsportscholen - Doorstroming",
        body(
            "Topsportscholen combineren onderwijs en training op hoog niveau.",
            part("1", "Hoeveel leerlingen telt elke topsportschool?"),
            part("2", "Hoeveel afgestudeerden kregen nadien een topsportcontract?"),
            part("3", "Hoeveel leerlingen stopten vroegtijdig?"),
            part("3a", "wegens een blessure;"),
            part("3b", "op eigen vraag."),
        ),
        body(
            part(
                "1",
                table(
                    ["School | Jongens | Meisjes | Totaal"],
                    figures(
                        "Antwerpen|Brugge|Genk|Gent|Hasselt|Leuven",
                        2,
                        18,
                        140,
                        sum_row="Totaal",
                        sum_column=True,
                        wrong=4,
                    ),
                    "Leerlingen per topsportschool",
                    weights="4 2 2 2",
                ),
            ),
            part("2", "Van de afgestudeerden van 2021 en 2022 kregen er 37 een contract."),
            part(
                "3",
                "In het schooljaar 2022-2023 stopten 24 leerlingen, van wie 9 wegens een blessure (a) en 15 op eigen vraag (b).",
            ),
        ),
        answer_number="019",
        notes=("sum_mismatch",),
        features=("totals_wrong",),
    ),
    Written(
        "dierenasielen",
        267,
        BENALI,
        VANHAVERBEKE,
        day("2024-12-09"),
        "Dierenasielen - Opvangcapaciteit",
        body(
            "Asielen melden dat zij vol zitten. Sinds de energiecrisis staan meer mensen hun huisdier af.",
            part("1", "Hoeveel erkende dierenasielen zijn er?"),
            part("2", "Hoeveel honden en katten werden er opgevangen?"),
            part("3", "Hoeveel dieren werden geëuthanaseerd?"),
            part("4", "Welke subsidies kregen de asielen?"),
            part("5", "Plant de minister een campagne?"),
        ),
        body(
            part("1", "Er zijn 89 erkende asielen."),
            part(
                "2",
                table(
                    ["Diersoort | Reden | 2022 | 2023"],
                    figures(
                        "Honden/zwerfdier|^/afstand|^/inbeslagname|Katten/zwerfdier|^/afstand|^/inbeslagname",
                        2,
                        90,
                        19000,
                    ),
                    weights="3 4 2 2",
                ),
            ),
            part("4", "In 2023 werd 1.250.000 euro verdeeld onder 61 asielen."),
            part("5", "Ja, in het voorjaar van 2025."),
        ),
        features=("unanswered_part",),
        style=Style(automatic=True),
    ),
    Written(
        "sportclubs-vrijwilligers",
        140,
        JACOBS,
        VANHAVERBEKE,
        day("2023-12-18"),
        "Sportclubs - Vrijwilligers en trainers",
        body(
            "Zonder vrijwilligers kan geen enkele club bestaan.",
            part("1", "Hoeveel gediplomeerde trainers zijn er per sporttak?"),
            part("2", "Hoeveel clubs ontvingen in 2023 een subsidie voor jeugdsport?"),
            part("3", "Welke bijscholingen worden er aangeboden?"),
        ),
        body(
            part(
                "1",
                table(
                    ["Sporttak | Initiator | Trainer B | Trainer A"],
                    figures(
                        "Atletiek|Basketbal|Gymnastiek|Handbal|Judo|Korfbal|Tennis|Turnen|Voetbal|Volleybal|Wielrennen|Zwemmen",
                        3,
                        3,
                        2100,
                        gaps=20,
                    ),
                    weights="4 3 3 3",
                ),
            ),
            part("2", "Dat waren er 2.317."),
            part(
                "3",
                "Het aanbod omvat:",
                bullets(
                    "avondlessen in elke provincie;",
                    "een jaarlijkse trainersdag;",
                    "leermodules op het internet, die gratis kunnen worden gevolgd door iedereen die bij een erkende federatie is aangesloten.",
                ),
                "Meer uitleg staat op https://www.sportvoorbeeld.be/trainers-en-begeleiders/opleidingen/overzicht-van-bijscholingen-2024",
            ),
        ),
        style=Style(same_page=True),
    ),
)
