"""The index of a kind of topic is in the order in which a reader looks a name up."""

from __future__ import annotations

from archive.links import link_records
from archive.links.names import TopicKind
from archive.render.index_pages import index_views
from tests.records import question

ASKERS = (
    "Ann De Martelaer", "Tom Ongena", "Freya Van den Bossche", "Bert Anciaux", "Élisabeth Meuleman", "Guy D’haeseleer",
    "Zuhal Ulla", "An Moerenhout",
)  # fmt: skip


def shown(
    kind: TopicKind, askers: tuple[str, ...] = (), titles: tuple[str, ...] = ()
) -> list[tuple[str | None, str]]:
    """Each name on the first page of an index, with its heading."""
    records = [question(number, asker=asker) for number, asker in enumerate(askers, 1)]
    records += [question(number, title=title) for number, title in enumerate(titles, 1 + len(askers))]
    first, *_ = index_views(kind, link_records(records))
    return [(group.name, topic.name) for group in first.groups for topic in group.topics]


def test_people_stand_in_the_order_of_their_surnames() -> None:
    assert [name for _, name in shown("asker", ASKERS)] == [
        "Bert Anciaux",
        "Ann De Martelaer",
        "Guy D’haeseleer",
        "Élisabeth Meuleman",
        "An Moerenhout",
        "Tom Ongena",
        "Zuhal Ulla",
        "Freya Van den Bossche",
    ]


def test_people_stand_under_the_letter_of_their_surname() -> None:
    many = tuple(f"Jan {first}{second}rens" for first in "KLMN" for second in "aeiouy") + ASKERS
    letters = {name: letter for letter, name in shown("asker", many)}
    assert letters["Freya Van den Bossche"] == "V"
    assert letters["Ann De Martelaer"] == "D"
    assert letters["Jan Karens"] == "K"


def test_subjects_with_an_accent_stand_with_their_letter() -> None:
    titles = ("Énergie", "Erfgoed", "Economie", "Fietsen", "10 jaar GAS", "9 maanden")
    names = [name for _, name in shown("subject", titles=titles)]
    assert names == ["9 maanden", "10 jaar GAS", "Economie", "Énergie", "Erfgoed", "Fietsen"]
