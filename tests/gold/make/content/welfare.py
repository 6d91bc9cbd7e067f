# ruff: noqa: E501
"""Made questions about health and welfare."""

from __future__ import annotations

from tests.gold.make.content.people import (
    BENALI,
    DE_SMEDT,
    DHAESELEER,
    MERTENS,
    PAUWELS,
    VAN_DER_VLOET,
    VANDENBROUCKE,
    VANHAVERBEKE,
    WELLENS,
)
from tests.gold.make.shape import Style, Written
from tests.gold.make.words import body, bullets, day, figures, loose, part, table

DOCUMENTS = (
    Written(
        "kinderopvang-plaatsen",
        441,
        PAUWELS,
        WELLENS,
        day("2024-05-02"),
        "Kinderopvang - Plaatsen en sluitingen",
        body(
            "Jonge ouders zoeken soms maanden naar een plaats. Tegelijk sluiten er locaties.",
            part("1", "Hoeveel plaatsen waren er op 31 december 2023 in"),
            part("1a", "de gezinsopvang;"),
            part("1b", "de groepsopvang?"),
            loose("Cijfers graag per provincie."),
            part("2", "Hoeveel locaties sloten de deuren? Graag een onderverdeling"),
            part("2a", "naar reden van stopzetting;"),
            part("2b", "naar omvang;"),
            part("2c", "naar provincie."),
            part("3", "Hoeveel nieuwe plaatsen werden er vergund?"),
        ),
        body(
            part(
                "1",
                table(
                    ["Provincie | Gezinsopvang | Groepsopvang | Totaal"],
                    figures(
                        "Antwerpen|Brussel|Limburg|Oost-Vlaanderen|Vlaams-Brabant|West-Vlaanderen",
                        2,
                        40,
                        21000,
                        sum_row="Totaal",
                        sum_column=True,
                    ),
                    "Tabel 1: Vergunde plaatsen",
                    weights="4 3 3 3",
                ),
            ),
            part(
                "2a",
                "De redenen van stopzetting zijn de volgende:",
                bullets(
                    "pensioen;",
                    "een te laag inkomen;",
                    "verhuizing;",
                    "een beslissing van het agentschap.",
                    mark="o",
                ),
                mark="2. a)",
            ),
            part(
                "2b,2c",
                "De tabel combineert de omvang en de provincie.",
                table(
                    ["Provincie | 1-8 plaatsen | 9-18 plaatsen | 19+ plaatsen"],
                    figures(
                        "Antwerpen|Brussel|Limburg|Oost-Vlaanderen|Vlaams-Brabant|West-Vlaanderen",
                        3,
                        0,
                        48,
                        sum_row="Eindtotaal",
                        gaps=10,
                    ),
                    weights="4 3 3 3",
                ),
                mark="b-c)",
            ),
            part("3", "In 2023 werden 2.106 nieuwe plaatsen vergund."),
        ),
        themes=("Welzijn", "Gezin"),
        document_id="2066120",
        dossier_id="1825516",
    ),
    Written(
        "wachttijden-ggz",
        173,
        VANDENBROUCKE,
        WELLENS,
        day("2024-01-31"),
        "Geestelijke gezondheidszorg - Wachttijden voor jongeren",
        body(
            "De wachttijden in de centra voor geestelijke gezondheidszorg lopen op.",
            part("1", "Hoe lang wacht een jongere gemiddeld op"),
            part("1a", "een eerste gesprek;"),
            part("1b", "een behandeling?"),
            part("2", "Hoeveel jongeren stonden er op 1 januari 2024 op een wachtlijst?"),
            part("3", "Welke middelen zijn er extra uitgetrokken?"),
        ),
        body(
            "Deze vraag werd aan meerdere ministers gesteld. Onderstaand gecoördineerd antwoord wordt gegeven mede namens de minister van Onderwijs.",
            part("1a", "Gemiddeld 48 dagen.", mark="1. a)"),
            part("1b", "Gemiddeld 67,5 dagen."),
            part(
                "2",
                table(
                    ["Leeftijd | Op de wachtlijst | Waarvan langer dan 60 dagen"],
                    figures("0-5|6-11|12-14|15-17|18-21", 2, 60, 3100, sum_row="Totaal"),
                    weights="3 4 5",
                ),
            ),
            part("3", "Er is een bijkomend bedrag van 12,75 miljoen euro uitgetrokken."),
        ),
        kind="coordinated",
        family=(("Hilde Wellens", 173), ("Nele Vanhaverbeke", 190)),
    ),
    Written(
        "wachttijden-ggz-verwijzend",
        190,
        VANDENBROUCKE,
        VANHAVERBEKE,
        day("2024-01-31"),
        "Geestelijke gezondheidszorg - Wachttijden voor jongeren",
        body(
            "De wachttijden in de centra voor geestelijke gezondheidszorg lopen op.",
            part("1", "Hoe lang wacht een jongere gemiddeld op"),
            part("1a", "een eerste gesprek;"),
            part("1b", "een behandeling?"),
            part("2", "Hoeveel jongeren stonden er op 1 januari 2024 op een wachtlijst?"),
            part("3", "Welke middelen zijn er extra uitgetrokken?"),
        ),
        body(
            "Ik verwijs naar het gecoördineerde antwoord van minister Hilde Wellens op uw schriftelijke vraag nr. 173 van 31 januari 2024."
        ),
        kind="referral",
        family=(("Hilde Wellens", 173), ("Nele Vanhaverbeke", 190)),
    ),
    Written(
        "rusthuizen-inspecties",
        326,
        DE_SMEDT,
        WELLENS,
        day("2023-04-04"),
        "Woonzorgcentra - Inspecties",
        body(
            "Onaangekondigde inspecties zijn een belangrijk middel om de kwaliteit te bewaken.",
            part("1", "Hoeveel inspecties vonden er plaats?"),
            part("2", "Hoeveel tekorten werden er vastgesteld per thema?"),
            part("3", "Hoeveel woonzorgcentra staan onder verhoogd toezicht?"),
        ),
        body(
            part("1", "In 2022 vonden 874 inspecties plaats, waarvan 612 onaangekondigd."),
            part(
                "2",
                "De tekorten zijn als volgt verdeeld.",
                table(
                    [
                        "Thema | Vaststellingen | < | Aandeel",
                        "^ | 2021 | 2022 | ^",
                    ],
                    "Personeelsbezetting, met inbegrip van de aanwezigheid tijdens de nacht en in het weekend | 311 | 402 | 31,4%\n"
                    "Medicatiebeleid | 190 | 224 | 17,5%\n"
                    "Vrijheidsbeperkende maatregelen zonder registratie in het zorgdossier | 87 | 143 | 11,2%\n"
                    "Hygiëne en infectiepreventie | 264 | 198 | 15,5%\n"
                    "Maaltijden, drinken en toezicht op het gewicht van de bewoners | 112 | 95 | 7,4%\n"
                    "Inspraak van bewoners en familie | 140 | 218 | 17,0%",
                    "Tabel 1: Tekorten per thema",
                    weights="8 2.5 2.5 2.5",
                ),
            ),
            part("3", "Op 1 april 2023 stonden 41 woonzorgcentra onder verhoogd toezicht."),
        ),
    ),
    Written(
        "vaccinatie-hpv",
        204,
        BENALI,
        WELLENS,
        day("2024-02-09"),
        "Vaccinatiegraad HPV - Jongens en meisjes",
        body(
            "Het vaccin wordt sinds 2019 ook aan jongens aangeboden in het eerste jaar van het secundair onderwijs.",
            part("1", "Wat is de vaccinatiegraad per schooljaar"),
            part("1a", "bij meisjes;"),
            part("1b", "bij jongens?"),
            part("2", "Welke verschillen zijn er tussen de provincies?"),
            part("3", "Welke acties onderneemt de minister?"),
        ),
        body(
            part(
                "1",
                table(
                    ["Schooljaar | Meisjes | Jongens"],
                    "2019-2020 | 83,1% | 72,8%\n2020-2021 | 84,6% | 78,05%\n2021-2022 | 85,0% | 80,2%\n2022-2023 | 83,9% | 80,9%",
                    weights="4 3 3",
                ),
            ),
            part(
                "2",
                "De verschillen zijn klein: de hoogste graad wordt genoteerd in West-Vlaanderen (87,2%), de laagste in Brussel (61,4%).",
            ),
            part(
                "3",
                "De centra voor leerlingenbegeleiding nemen contact op met de ouders van leerlingen die geen toestemming terugbezorgden.",
            ),
        ),
        damage=(("vaccinatiegraad", "vaccinatie\u00adgraad"),),
        features=("soft_hyphen",),
    ),
    Written(
        "zorgbudget",
        59,
        MERTENS,
        WELLENS,
        day("2023-11-03"),
        "Zorgbudget voor zwaar zorgbehoevenden - Aantal gerechtigden",
        body(
            "Het zorgbudget helpt mensen om niet-medische kosten te betalen.",
            part("1", "Hoeveel gerechtigden waren er op 1 oktober 2023, opgedeeld naar zorgkas en leeftijd?"),
            part("2", "Hoeveel aanvragen waren er?"),
            part("3", "Hoeveel aanvragen werden geweigerd?"),
            part("4", "Hoe lang duurt een beslissing gemiddeld?"),
        ),
        body(
            part(
                "1",
                "De verdeling is als volgt:",
                table(
                    ["Zorgkas | jonger dan 18 jaar | 18 - 64 jaar | 65 - 84 jaar | 85+ | Totaal"],
                    figures(
                        "Zorgkas Noord|Zorgkas Zuid|Zorgkas Verbond|Neutrale Zorgkas|Zorgkas De Brug|Vrije Zorgkas",
                        4,
                        20,
                        41000,
                        sum_row="Totaal",
                        sum_column=True,
                    ),
                    weights="4 3 3 3 2 3",
                    narrow=True,
                ),
            ),
            part(
                "2,3,4",
                "Er waren 38.915 aanvragen, waarvan 6.204 werden geweigerd. Een beslissing duurt gemiddeld 34 dagen.",
                mark="2, 3, 4.",
            ),
        ),
        style=Style(automatic=True),
    ),
    Written(
        "adoptie",
        12,
        DHAESELEER,
        WELLENS,
        day("2023-09-27"),
        "Adoptie - Binnenlandse procedures",
        body(
            "Het aantal adopties daalt al jaren. De voorbereiding van kandidaat-ouders blijft intensief.",
            "Kan de minister een stand van zaken geven?",
        ),
        body(
            "In 2022 werden 21 kinderen geplaatst bij een adoptiegezin. Er liepen op dat ogenblik 74 procedures.",
            "De voorbereiding duurt gemiddeld zeven maanden en wordt verzorgd door twee erkende organisaties.",
        ),
        features=("unnumbered",),
        style=Style(two_columns=True),
    ),
    Written(
        "mantelzorgers",
        377,
        VAN_DER_VLOET,
        WELLENS,
        day("2024-04-02"),
        "Mantelzorgers - Ondersteuning",
        body(
            "Mantelzorgers combineren zorg met werk en gezin. Sommige gemeenten kennen een premie toe.",
            part("1", "Hoeveel gemeenten kennen een premie toe?"),
            part("2", "Hoe groot is die premie?"),
            part("3", "Hoeveel verenigingen worden er gesubsidieerd?"),
            part("4", "Welke tijdelijke opvang bestaat er?"),
        ),
        None,
        features=("no_answer",),
    ),
)
