"""Words that stand in questions on any subject, so that they tell nothing of what one is about.

In a large archive their frequency says so by itself; in one of a handful of documents only a list can. Those of Dutch
are the families of words that most of 3,811 questions to the Belgian Chamber (2017) have and that name no subject;
those of English are their counterparts. Any form of a word stands for
its whole family.
"""

from __future__ import annotations

_DUTCH = """
    aan aangezien aantal aantallen achter af alle alleen allemaal als alsook altijd ander andere antwoord
    antwoorden beantwoorden been begin beide ben bent bepaald beschikbaar beschikken beschikt betreft
    betreffende betrekking betrokken bij bijkomend bijvoorbeeld bijzonder binnen blijft blijkt boven bovendien
    buiten collega concreet daar daarbij daardoor daarmee daarnaast daarom daarvan daarvoor dan dat de deel
    den der dergelijk deze dezelfde die diens dient dit doen doet door duidelijk dus echter een eens eerder
    eerst eerste effectief eigen eind elk elke en enig enige enkel enkele enz er ervan ervoor eveneens
    eventueel evenwel gaan gaat gedaan geeft geen gegeven gegevens gekregen gelet gemaakt genomen gesteld
    geval gevallen gevraagd geworden gezien goed graag had hadden haar heb hebben hebt heeft heel hem hen het
    hier hierbij hierdoor hiermee hierover hiervan hiervoor hij hoe hoeveel hun ieder iedere ik immers in
    inderdaad indien inzake is jaar jaarlijks jaren kader kan kon kun kunnen kunt laat laatst laatste lid
    maakt maand maar maken manier me mee meedelen meer meerdere meest men met mij mijn minder minister
    ministers moet moeten moest mogelijk mogelijkheid momenteel na naar naast namelijk nemen niet nieuw nieuwe
    niets nodig nog nooit nu of om omdat omtrent onder ongeveer ons onze ook op opnieuw opgesplitst opgedeeld
    over overzicht per periode plaats rond reden reeds rekening samen sedert sinds slechts sommige specifiek
    stand steeds stelt stellen te tegen ten ter terug tijd tijdens toch toe tot totaal totale tussen twee u
    uit uiteraard uw van vanaf vanuit vaak veel verband verder verschillend verschillende vervolgens via vindt
    volgen volgend volgende volgens volledig voor vooral voorbije vorig vorige vormen vraag vragen waar
    waarbij waardoor waarin waarmee waarom waaronder waarop waarvan waarvoor wanneer want waren was wat we
    weer wel welk welke werd werden wie wij wijze wil willen word worden wordt zaak zaken zal ze zeer zei zelf
    zelfs zich zien zij zijn zo zoals zodat zodra zonder zou zouden zowel zullen cijfer cijfers januari
    februari maart april mei juni juli augustus september oktober november december
    """
_ENGLISH = """
    a about above after again all also although am among an and another any are as asked ask at available be
    because been before being between both but by can clarify could department did do does during each either
    estimate every for from further given government had has have he her his holds how however i if in
    information into is it its last many may me minister more most much must my new no not number of office on
    one only or other our out over per plans please recent secretary she should since so some state such than
    that the their them then there these they this those through to total under up us was we were what when
    where whether which while who why will with within would year years you your january february march april
    june july august september october november december
    """
COMMON_WORDS: dict[str, frozenset[str]] = {
    "nl": frozenset(_DUTCH.split()),
    "en": frozenset(_ENGLISH.split()),
}
"""By the code of the language, as in archive.text.languages."""
