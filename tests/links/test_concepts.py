"""Organisations and measures are discovered in what documents say of their abbreviations."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.links import Links, link_records
from archive.links.authority import Authority, Entry
from archive.links.concept_classes import concept_class
from archive.links.names import TopicKey
from archive.model.blocks import Paragraph
from archive.model.question import Body, WrittenQuestion
from archive.store.corpus import Corpus
from tests.links.reading import read_concepts
from tests.records import question, supporting

_LDE = TopicKey("concept", "lokale-diensteneconomie")


def asking(number: int, text: str) -> WrittenQuestion:
    """A question with this text."""
    return question(number, question=Body((Paragraph(text),)), answer=None)


def concepts(links: Links) -> dict[str, list[int | None]]:
    """The concepts by name, with the numbers of the records that name each."""
    return {topic.name: [card.number for card in topic.members] for topic in links.of_kind("concept")}


@pytest.fixture(scope="module")
def seed_links(seed_corpus: Path) -> Links:
    with Corpus.open(seed_corpus) as corpus:
        return link_records(corpus.records())


def test_an_abbreviation_with_its_long_form_is_a_concept() -> None:
    links = link_records([asking(1, "Cijfers over de lokale diensteneconomie (LDE) graag.")])
    assert concepts(links) == {"Lokale diensteneconomie (LDE)": [1]}


@pytest.mark.parametrize(
    "text",
    [
        "Hoeveel LDE-bedrijven zijn er?",
        "Hoeveel LDE’ers zijn er?",
        "De L.D.E. groeit.",
        "In lokale diensteneconomieën werken velen.",
        "LOKALE DIENSTENECONOMIE",
    ],
)
def test_a_record_names_it_by_abbreviation_or_by_long_form_in_any_inflection(text: str) -> None:
    links = link_records([asking(1, "De lokale diensteneconomie (LDE)."), asking(2, text)])
    assert concepts(links)["Lokale diensteneconomie (LDE)"] == [1, 2]


@pytest.mark.parametrize(
    "text", ["De diensteneconomie is lokaal.", "LDENERGIE", "lde", "EEN KOP MET LDE IN HOOFDLETTERS"]
)
def test_other_words_name_nothing(text: str) -> None:
    links = link_records([asking(1, "De lokale diensteneconomie (LDE)."), asking(2, text)])
    assert concepts(links)["Lokale diensteneconomie (LDE)"] == [1]


def test_the_meaning_that_a_record_gives_goes_before_that_of_the_corpus() -> None:
    links = link_records(
        [
            *(asking(number, "Het Fonds voor Sport (FVS) betaalt.") for number in range(1, 6)),
            asking(6, "De Federatie van Scholen (FVS) vraagt."),
            asking(7, "Wat doet het FVS?"),
        ]
    )
    assert concepts(links) == {
        "Fonds voor Sport (FVS)": [1, 2, 3, 4, 5, 7],
        "Federatie van Scholen (FVS)": [6],
    }


def test_an_abbreviation_with_two_meanings_means_neither_by_itself() -> None:
    links = link_records(
        [
            asking(1, "Het Fonds voor Sport (FVS) betaalt."),
            asking(2, "De Federatie van Scholen (FVS) vraagt."),
            asking(3, "Wat doet het FVS?"),
        ]
    )
    assert concepts(links) == {"Fonds voor Sport (FVS)": [1], "Federatie van Scholen (FVS)": [2]}


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("De luchtvaartpolitie (LPA) ziet toe.", False),
        ("De plaatselijke politie van Antwerpen (LPA) ziet toe.", True),
        ("De LPA ziet toe.", True),
    ],
)
def test_an_abbreviation_behind_other_words_means_something_else(text: str, means: bool) -> None:
    links = link_records([asking(1, "De lokale politie Antwerpen (LPA)."), asking(2, text)])
    assert (2 in concepts(links)["Lokale politie Antwerpen (LPA)"]) is means


def test_what_many_records_say_is_meant_behind_other_words_too() -> None:
    many = [asking(number, "De lokale politie Antwerpen (LPA).") for number in range(1, 6)]
    links = link_records([*many, asking(9, "De bevoegde dienst (LPA) ziet toe.")])
    assert 9 in concepts(links)["Lokale politie Antwerpen (LPA)"]


def test_long_forms_that_differ_by_a_letter_or_a_word_are_one_and_both_are_told() -> None:
    links = link_records(
        [
            asking(1, "Het Koninklijk Meteorologisch Instituut (KMI)."),
            asking(2, "Het Koninklijk Meteorologisch Instituut van België (KMI)."),
            asking(3, "Het Koninklijk Meteorologisch Instituut (KMI)."),
        ]
    )
    (topic,) = links.of_kind("concept")
    assert links.concepts[topic.key].spellings == ("Koninklijk Meteorologisch Instituut van België",)
    assert len(topic.members) == 3


def test_a_concept_is_written_as_most_documents_write_it_and_keeps_the_address_of_the_oldest() -> None:
    texts = (
        "lokale diensten economie (LDE)",
        "lokale diensteneconomie (LDE)",
        "lokale diensteneconomie (LDE)",
    )
    links = link_records([asking(number, text) for number, text in enumerate(texts, 1)])
    (topic,) = links.of_kind("concept")
    assert (topic.name, topic.address) == (
        "Lokale diensteneconomie (LDE)",
        "begrippen/lokale-diensten-economie.html",
    )


def test_what_is_a_subject_gets_no_second_page_and_the_subject_knows_its_abbreviation() -> None:
    links = link_records([question(1, title="Individueel maatwerk (IMW) - Cijfers")])
    assert not links.of_kind("concept")
    assert links.concepts[TopicKey("subject", "individueel-maatwerk")].abbreviations == ("IMW",)


def test_a_document_that_abbreviates_a_subject_stands_under_it() -> None:
    links = link_records(
        [
            question(1, title="Individueel maatwerk (IMW) - Cijfers"),
            supporting("Forum", text="Werken in IMW."),
        ]
    )
    members = links.topics[TopicKey("subject", "individueel-maatwerk")].members
    assert [card.title for card in members] == ["Forum", "Individueel maatwerk (IMW) - Cijfers"]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Van Damme (CD&V) vraagt dit.",
        "de Nieuwe Vlaamse Alliantie (N-VA)",
        "in het jaar (2024) en daarna",
        "het aantal voltijdsequivalenten (VTE)",
        "hoofdstuk van inhoud en inleiding (VII)",
        "de DVZ en de Raad van Inlichtingen (DRI)",
        "die verklaart dat men goed ziet (VDMGZ)",
        "de Europese verordening (EG) nr. 5",
    ],
)
def test_parties_units_numerals_and_pieces_of_sentences_are_none(text: str) -> None:
    assert not concepts(link_records([asking(1, text)]))


@pytest.mark.parametrize(
    "form",
    ["(hierna VDAB)", "(hierna: de VDAB)", "(hierna genoemd : VDAB)", "(verder “VDAB”)", "(afgekort VDAB)"],
)
def test_an_abbreviation_for_hereafter_is_read(form: str) -> None:
    long = "Vlaamse Dienst voor Arbeidsbemiddeling en Beroepsopleiding"
    links = link_records([asking(1, f"De {long} {form} zoekt werk.")])
    assert list(concepts(links)) == [f"{long} (VDAB)"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("het Centrum voor Cybersecurity België (CCB)", "Centrum voor Cybersecurity België (CCB)"),
        (
            "de Autoriteit voor Financiële Diensten en Markten (FSMA)",
            "Autoriteit voor Financiële Diensten en Markten (FSMA)",
        ),
        ("de Commissie van de Europese Unie (EU)", None),
    ],
)
def test_the_head_of_a_name_belongs_to_it(text: str, name: str | None) -> None:
    assert list(concepts(link_records([asking(1, text)]))) == ([name] if name else [])


def test_an_abbreviation_that_nobody_explains_needs_two_records() -> None:
    assert not concepts(link_records([asking(1, "De NKWZ zegt niets."), asking(2, "Niets.")]))
    links = link_records([asking(1, "De NKWZ zegt niets."), asking(2, "En de NKWZ?")])
    (topic,) = links.of_kind("concept")
    assert (topic.name, topic.address, links.concepts[topic.key].told_by) == (
        "NKWZ",
        "begrippen/nkwz.html",
        "nobody",
    )


def test_an_abbreviation_keeps_its_address_when_a_document_explains_it() -> None:
    before = [asking(1, "De NKWZ zegt niets."), asking(2, "En de NKWZ?")]
    (topic,) = link_records(before).of_kind("concept")
    links = link_records([*before, asking(3, "De Nationale Kring van Winkels in Zeeland (NKWZ) zegt niets.")])
    (explained,) = links.explained
    assert (explained.key, explained.short) == (topic.key, "NKWZ")
    assert [links.topics[key].name for key in explained.means] == [
        "Nationale Kring van Winkels in Zeeland (NKWZ)"
    ]


def test_an_abbreviation_of_which_the_one_long_form_gets_no_page_has_one_itself() -> None:
    links = link_records(
        [asking(1, "De polytechniek (POL) is oud."), asking(2, "En de POL?"), asking(3, "POL.")]
    )
    assert concepts(links) == {"POL": [1, 2, 3]}


def test_the_authority_explains_an_abbreviation() -> None:
    authority = Authority([Entry("concept", "Nationale Kring van Winkels", aliases=("NKWZ",))])
    links = link_records([asking(1, "De NKWZ zegt niets.")], authority=authority)
    ((key, concept),) = links.concepts.items()
    assert (concept.told_by, [card.number for card in links.topics[key].members]) == ("authority", [1])


def test_a_document_stands_under_a_subject_that_it_abbreviates_as_the_authority_says() -> None:
    authority = Authority([Entry("subject", "Individueel maatwerk", aliases=("IMX",))])
    links = link_records(
        [question(1, title="Individueel maatwerk - Cijfers"), supporting("Forum", text="Werken in IMX.")],
        authority=authority,
    )
    members = links.topics[TopicKey("subject", "individueel-maatwerk")].members
    assert [card.title for card in members] == ["Forum", "Individueel maatwerk - Cijfers"]


def test_one_record_is_enough_for_an_abbreviation_that_the_authority_names() -> None:
    authority = Authority([Entry("concept", "NKWZ")])
    assert concepts(link_records([asking(1, "De NKWZ zegt niets.")], authority=authority)) == {"NKWZ": [1]}


@pytest.mark.parametrize("word", ["NIET", "DmfA", "XIV", "KW", "Groen", "VLD"])
def test_words_in_capitals_numerals_units_and_parties_are_no_abbreviations(word: str) -> None:
    texts = (f"Dit is {word} zo.", f"Dat is {word} zo.", "Niet zo, en niet anders.")
    assert not concepts(link_records([asking(number, text) for number, text in enumerate(texts, 1)]))


def test_the_number_of_a_document_is_no_abbreviation() -> None:
    assert not concepts(link_records([asking(1, "Zie CRIV 54 op die dag."), asking(2, "Zie CRIV 12 ook.")]))


def test_the_table_explains_what_no_document_does() -> None:
    links = link_records([asking(1, "Wat doet VDAB?")])
    (topic,) = links.of_kind("concept")
    assert (topic.name, links.concepts[topic.key].told_by) == (
        "Vlaamse Dienst voor Arbeidsbemiddeling en Beroepsopleiding (VDAB)",
        "table",
    )


def test_a_document_that_says_what_the_table_does_is_believed_whatever_the_letters() -> None:
    links = link_records([asking(1, "Via het Agentschap Innoveren en Ondernemen (VLAIO) krijgt men steun.")])
    ((_, concept),) = links.concepts.items()
    assert (concept.name, concept.told_by) == ("Agentschap Innoveren en Ondernemen (VLAIO)", "documents")


def test_another_name_before_a_known_abbreviation_is_not_its_long_form() -> None:
    links = link_records([asking(1, "Via de steun van de regering (VLAIO) krijgt men steun.")])
    ((_, concept),) = links.concepts.items()
    assert concept.told_by == "table"


def test_a_document_goes_before_the_table() -> None:
    links = link_records([asking(1, "De Vereniging van Dakwerkers en Aannemers Bond (VDAB).")])
    assert list(concepts(links)) == ["Vereniging van Dakwerkers en Aannemers Bond (VDAB)"]


def test_in_a_large_corpus_a_page_needs_two_records() -> None:
    many = [asking(number, "Niets.") for number in range(10, 70)]
    one = asking(1, "De lokale diensteneconomie (LDE).")
    assert not concepts(link_records([*many, one]))
    assert concepts(link_records([*many, one, asking(2, "Wat is LDE?")])) == {
        "Lokale diensteneconomie (LDE)": [1, 2]
    }


def test_the_authority_names_a_concept_and_its_aliases() -> None:
    authority = Authority([Entry("concept", "Lokale dienst", aliases=("LDX", "lokale diensteneconomie"))])
    records = [
        asking(1, "De lokale diensteneconomie (LDE)."),
        asking(2, "Wat is LDX?"),
        asking(3, "Een lokale dienst."),
    ]
    assert concepts(link_records(records, authority=authority)) == {"Lokale dienst": [1, 2, 3]}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Departement Werk en Sociale Economie", "organisation"),
        ("Vlaamse Dienst voor Arbeidsbemiddeling en Beroepsopleiding", "organisation"),
        ("Rijksdienst voor Sociale Zekerheid", "organisation"),
        ("Vlaams Agentschap voor Personen met een Handicap", "organisation"),
        ("Nationale Hoge Raad voor Personen met een Handicap", "organisation"),
        ("Internationaal Monetair Fonds", "organisation"),
        ("Kruispuntbank van Ondernemingen", "organisation"),
        ("Vlaamse Radio- en Televisieomroeporganisatie", "organisation"),
        ("European Chemicals Agency", "organisation"),
        ("Vlaamse ondersteuningspremie", "measure"),
        ("lokale diensteneconomie", "measure"),
        ("collectief maatwerk", "measure"),
        ("tegemoetkoming voor hulp aan bejaarden", "measure"),
        ("arbeidsmatige activiteiten", "measure"),
        ("Marien Ruimtelijk Plan", "measure"),
        ("werkzoekenden zonder werk", "term"),
        ("improvised explosive devices", "term"),
    ],
)
def test_the_head_word_tells_an_organisation_from_a_measure(name: str, expected: str) -> None:
    assert concept_class(name) == expected


def test_the_concepts_of_the_seeds(seed_links: Links) -> None:
    """Checked by hand. VDAB, DWSE and VOP are nowhere explained in them: the table of known ones does that."""
    found = {
        one.name: (one.told_by, len(seed_links.topics[key].members))
        for key, one in seed_links.concepts.items()
    }
    assert found == {
        "Arbeidsmatige activiteiten (AMA)": ("table", 1),
        "Collectief Maatwerk (CMW)": ("documents", 2),
        "Departement Werk en Sociale Economie (DWSE)": ("table", 2),
        "Individueel maatwerk (IMW)": ("documents", 5),
        "International Classification of Functioning (ICF)": ("documents", 1),
        "Lokale diensteneconomie (LDE)": ("documents", 4),
        "Normaal economisch circuit (NEC)": ("documents", 1),
        "Openbaar centrum voor maatschappelijk welzijn (OCMW)": ("table", 1),
        "Rust- en verzorgingstehuizen (RVT)": ("documents", 1),
        "Vlaamse Dienst voor Arbeidsbemiddeling en Beroepsopleiding (VDAB)": ("table", 2),
        "Vlaamse ondersteuningspremie (VOP)": ("table", 3),
        "Werkzoekenden zonder werk (WZW)": ("documents", 1),
    }


@given(st.lists(st.text("aAbB(). -’'s&éĲ1\n", max_size=80), max_size=4))
def test_any_text_can_be_read(texts: list[str]) -> None:
    assert read_concepts(texts) == read_concepts(texts)


@pytest.mark.parametrize(
    "piece", ["A(", "(AB) ", "AB ", "A.", "lokale (LD", "(hierna ", "hierna (", "Dienst voor ", "((((", "Aa-"]
)
def test_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    started = time.perf_counter()
    read_concepts((piece * 30_000, f"(hierna {piece}{' ' * 100_000}(VDAB) {piece}"))
    assert time.perf_counter() - started < 10
