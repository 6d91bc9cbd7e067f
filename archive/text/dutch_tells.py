"""How Dutch sentences tell what something is, when it began, and what it is for."""

from __future__ import annotations

from typing import Final

from archive.text.tells import Tells, marks_of

_MARKS = """
    defines zijn 2 een bedoeld gericht bevoegd verantwoordelijk belast samengesteld actief
    defines is 2 een de het bedoeld gericht bevoegd verantwoordelijk belast samengesteld actief
    defines bestaat bestaan bestond bestonden 14 uit
    defines heeft hebben 4 als tot betrekking
    defines beoogt beogen omvat omvatten vervangt vervangen biedt bieden verleent verlenen regelt bepaalt
    defines ondersteunt beheert verenigt vertegenwoordigt verzekert verstrekt coördineert registreert
    defines controleert streeft zorgt geldt garandeert bundelt begeleidt bevordert verplicht
    defines houdt 6 in
    defines wordt worden 8 verstaan gedefinieerd
    defines dient dienen diende 3 om voor ter tot als
    defines richt richten 2 zich
    defines staat staan 2 in garant voor
    defines voorziet voorzien 8 in
    defines laat laten maakt 8 toe mogelijk
    defines maakt maken 2 deel
    defines stelt 10 staat
    begins in 1 werking
    begins van 1 kracht start
    begins trad treedt treden 10 werking
    begins omgevormd omgezet herdoopt opgegaan opgericht ingevoerd gelanceerd opgestart ingesteld hervormd
    begins ontstond ontstaan ondertekend
    begins gestart 2 op in met
    begins vervangen 2 door
    begins leven 1 geroepen
    intends wil willen wilde doel doelstelling bedoeling zodat
    intends moet moeten 14 zorgen bijdragen leiden verbeteren maken helpen
    intends gericht 1 op
    """
_OPENING = """
    de het een die dat elk elke alle zowel ook onder maatregel systeem stelsel project programma begrip term nieuwe
    huidige zogenaamde zogeheten
    """
_POINTING = """
    daarmee hiermee hierdoor daardoor hierbij daarbij daartoe hiertoe zo dit dat deze die zij ze hij
    """
_BECOMING = "omgevormd hervormd omgezet herdoopt opgegaan vervangen"
_INTO = "tot door in naar"
_NEGATION = "niet geen nooit evenmin nauwelijks"
_VAGUE = """
    ik mij mijn mijzelf me we wij ons onze u uw geachte collega vraag vragen antwoord antwoorden vraagsteller
    bovenstaand bovenstaande onderstaand onderstaande bovenvermeld bovenvermelde vermeld vermelde voormeld voormelde
    volgende hieronder hierboven hierna bijlage bijlagen tabel deze dit dergelijk dergelijke feit voorbije afgelopen
    zie cf cfr tevens echter daarnaast bijgevolg daarom bovendien daarentegen eveneens
    """
# "Daarin", "hiervan": they lead to what stands before, wherever they stand in a sentence.
_PRONOMINAL = {
    f"{first}{last}"
    for first in ("daar", "hier")
    for last in ("in", "van", "voor", "aan", "op", "over", "uit", "toe", "bij", "door", "tegen", "mee")
}

TELLS: Final = Tells(
    marks=marks_of(_MARKS),
    opening=frozenset(_OPENING.split()),
    pointing=frozenset(_POINTING.split()),
    becoming=frozenset(_BECOMING.split()),
    into=frozenset(_INTO.split()),
    negation=frozenset(_NEGATION.split()),
    vague=frozenset(_VAGUE.split()) | _PRONOMINAL,
)
