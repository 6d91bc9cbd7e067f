"""How Dutch sentences tell what something is, when it began, and what it is for."""

from __future__ import annotations

from typing import Final

from archive.text.tells import Tells, pattern_of

_DEFINES = r"""
    (?:is|zijn|was|waren)\s(?:een|de|het|een\s\w+|bedoeld|gericht|bevoegd|verantwoordelijk|belast|samengesteld)
    |best(?:aat|aan|ond|onden)\b.{0,60}?\suit
    |he(?:eft|bben)\s(?:(?:als|tot|onder\sandere)\s)?(?:een\s|de\s)?(?:doel|taak|opdracht|missie|bevoegdheid)
    |beoog(?:t|en|de)|omvat(?:ten)?|houdt\b.{0,30}?\sin|wordt\sverstaan|beheer(?:t|de|st)
    |di?en(?:t|en|de)\s(?:om|voor|ter|tot|als)|richt(?:en)?\szich\s(?:op|tot)
    |staa(?:t|n)\s(?:in\svoor|garant)|vervang(?:t|en)|voorzie(?:t|n)\b.{0,40}?\sin
    |ver(?:leent|lenen|enigt|zamelt|tegenwoordigt|zekert|strekt)|biedt?|bieden|regelt|bepaalt|onderst(?:eunt|eunen)
    |(?:zorgt|zorgen|werkt|werken|coördineert|organiseert|registreert|controleert|financiert|subsidieert)\b
    |streeft|strekt\sertoe|laat\stoe|maakt\shet\smogelijk|stelt\b.{0,40}?\sin\sstaat
"""
_BEGINS = r"""
    in\swerking(?:\s(?:ge)?treden)?\b|trad|treedt|van\skracht|van\sstart|omgevormd|opgericht|ingevoerd|gelanceerd
    |opgestart|gestart\s(?:op|in|met)|ingesteld|goedgekeurd|ondertekend|geopend|vervangen\sdoor|vernieuwd
    |ontst(?:ond|aan)|in\shet\sleven\sgeroepen|hervormd
"""
_INTENDS = r"""
    wil|willen|wou|wilde|moet(?:en)?\b.{0,60}?\s(?:zorgen|bijdragen|leiden|verbeteren|maken|helpen)
    |bedoeling|doel(?:stelling)?(?:en)?|gericht\sop|zodat|ertoe\sleiden|maakt?\sdeel\suit
"""
_OPENING = """
    de het een die dat elk elke alle zowel ook maatregel systeem stelsel project programma begrip term nieuwe huidige
    """
_POINTING = """
    daarmee hiermee hierdoor daardoor hierbij daarbij daartoe hiertoe dit dat deze die zij ze hij het doel bedoeling
    """
_VAGUE = r"""
    \b(?:ik|mij|mijn|mijzelf|me|we|wij|ons|onze|u|uw|geachte|collega)\b
    |\b(?:deze|mijn|uw|de)\s(?:schriftelijke\s|parlementaire\s)?(?:deel)?vra(?:ag|gen)\b
    |\b(?:bovenstaande|onderstaande|volgende|hieronder|hierboven|hierna|bijlage|tabel|voormelde?|bovenvermelde?)\b
    |\b(?:zie|cf\.?|cfr\.?)\s|\bvraag\s(?:nr|[1-9])|\bantwoord(?:en)?\b|\bgesteld\b|\bminister\b.{0,60}\?
"""


TELLS: Final = Tells(
    defines=pattern_of(_DEFINES),
    begins=pattern_of(_BEGINS),
    intends=pattern_of(_INTENDS),
    opening=frozenset(_OPENING.split()),
    pointing=frozenset(_POINTING.split()),
    vague=pattern_of(_VAGUE, whole_words=False, ignore_case=True),
)
