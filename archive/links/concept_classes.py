"""Whether a name is that of an organisation or of a measure, told by its head word."""

from __future__ import annotations

from typing import Final, Literal

from archive.text.tokens import fold, printed_tokens

ConceptClass = Literal["organisation", "measure", "term"]

# Words, and ends of compounds, that head the names of organisations.
_ORGANISATIONS: Final = """
    dienst departement agentschap ministerie centrum raad instituut instelling commissie autoriteit bank bureau
    vereniging federatie verbond unie bond organisatie maatschappij fonds instantie inspectie kamer orde comité
    stichting universiteit hogeschool school academie museum musea politie parket rechtbank hof parlement regering
    administratie directie directoraat directoraat-generaal commissariaat-generaal overheidsdienst onderneming bedrijf
    vennootschap kruispuntbank hulpkas kas kenniscentrum steunpunt observatorium platform netwerk coalitie alliantie
    genootschap korps cel afdeling secretariaat college executief synergiehuis adviesraad vakbond werkgroep ziekenfonds
    ziekenhuis ziekenhuizen consortium taskforce ombudsman ombudsdienst gemeenschap gewest waarborgfonds kantoor
    kabinet kliniek eenheid toezichthouder regulator veiligheidsoverheid wetenschapspark loods brandweer vzw huis
    agency authority department ministry centre center council institute institution commission committee bank office
    association federation union organisation organization society fund service inspectorate board foundation
    university college academy museum police court parliament government administration directorate company
    corporation network coalition alliance group team trust tribunal executive bureau unit forum
    agence autorité fédération fondation conseil comité société ligue institut confédération
    """
# The same for what a government does, gives or asks.
_MEASURES: Final = """
    premie subsidie toelage toeslag tegemoetkoming uitkering vergoeding bijslag steun korting bijdrage lening krediet
    economie maatwerk maatregel programma plan actieplan stelsel systeem regeling regime procedure project akkoord
    pact verdrag overeenkomst convenant richtlijn verordening wetboek decreet besluit regelgeving strategie beleid
    methode traject opleiding activiteiten activering begeleiding inschakelingseconomie werkervaring tewerkstelling
    dossier register attest certificaat label norm cheque cheques garantie belasting heffing taks verlof statuut
    budget inkomensgarantie opvanginitiatief opvang zorg hulpverlening verzekering databank gegevensbank kadaster
    aangifte circuit plannen programmas projecten contract bevel kassasysteem netto
    scheme programme program plan allowance grant benefit credit subsidy policy strategy act treaty agreement
    directive regulation framework initiative project tax levy duty register pathway standard standards review
    """
# Behind these the name says what its head is for.
_BEHIND_HEAD: Final = (
    "van voor der des tot in met op aan ter inzake ten over om uit bij per door als for of on to with"
)
_ORGANISATION_ENDS: Final = tuple(map(fold, _ORGANISATIONS.split()))
_MEASURE_ENDS: Final = tuple(map(fold, _MEASURES.split()))
_PREPOSITIONS: Final = frozenset(_BEHIND_HEAD.split())


def concept_class(name: str) -> ConceptClass:
    """What a name is that of; "term" where its head word does not tell."""
    words = [fold(printed) for printed in printed_tokens(name)]
    if words and is_organisation_word(words[0]):
        return "organisation"
    head = _head(words)
    if is_organisation_word(head):
        return "organisation"
    return "measure" if head.endswith(_MEASURE_ENDS) else "term"


def is_organisation_word(word: str) -> bool:
    """Whether a folded word heads the names of organisations."""
    return word.endswith(_ORGANISATION_ENDS)


def _head(words: list[str]) -> str:
    """The last word before the first preposition."""
    for place, word in enumerate(words):
        if word in _PREPOSITIONS and place:
            return words[place - 1]
    return words[-1] if words else ""
