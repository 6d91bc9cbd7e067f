"""Completion while typing: what the browser offers from the groups, beside a scan of everything there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pytest

from archive.search import completion_lists
from archive.search.completion_lists import Value, Word, completion_groups, words_of_name
from archive.search.query_wording import FIELD_NAMES
from archive.search.shard_suggestions import write_suggestions
from tests.conftest import ROOT
from tests.search.test_suggestions import SCRIPTS, KeptShards, known_words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FORMS = [
    ("de", 900), ("deze", 800), ("premie", 300), ("premies", 200), ("premier", 90), ("school", 400), ("scholen", 350),
    ("scholengroep", 12), ("begeleiding", 120), ("begeleidingen", 30), ("begroting", 100), ("brouwerij", 3),
    ("brug", 30), ("co2", 40), ("covid-19", 60), ("386", 70), ("zzz", 50), ("van_zaken", 80), ("werk", 500),
    ("werkgever", 250),
]  # fmt: skip
VALUES = {
    "minister": [("Jo Brouns", 12), ("Zuhal Demir", 30), ("Hilde Crevits", 44), ("Jan Demir", 1)],
    "asker": [("Maaike D'Haese", 5), ("Els Van den Bossche", 9), ("Jo Brouns", 2)],
    "theme": [("Sociale economie", 50), ("Werk", 200), ('Over "wonen"', 4)],
    "parliamentary_year": [("2022-2023", 80), ("2023-2024", 99)],
    "party": [("Groen", 10)],
}
ASK = """async ({root, shards, asked, language}) => {
    const found = [];
    for (const [text, caret] of asked) {
        const loaded = [];
        const folder = {
            root: async () => ({suggestions: root}),
            json: async (name) => { loaded.push(name); return shards[name]; },
        };
        found.push({offers: await ArchiveSuggest.completions(folder, text, caret, language), loaded});
    }
    return found;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    for name in SCRIPTS:
        page.add_script_tag(path=ROOT / "site" / f"{name}.js")
    yield page
    page.close()


Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def ask(page: Page) -> Ask:
    """What the browser offers for texts, each with the caret at "|", and the shards that it loads."""

    def told(
        *texts: str,
        forms: Sequence[tuple[str, int]] = FORMS,
        values: Any = VALUES,
        language: str = "nl",
    ) -> list[dict[str, Any]]:
        kept = KeptShards()
        root = write_suggestions(kept, forms, values)
        asked = [(text.replace("|", ""), text.index("|")) for text in texts]
        found: list[dict[str, Any]] = page.evaluate(
            ASK, {"root": root, "shards": kept.payloads, "asked": asked, "language": language}
        )
        return found

    return told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("prem|", ["word premie", "word premier"]),
        ("bro|", ["minister Jo Brouns", "asker Jo Brouns", "word brouwerij"]),
        ("de|", ["minister Zuhal Demir", "asker Els Van den Bossche", "minister Jan Demir"]),
        ("bossch|", ["asker Els Van den Bossche"]),
        ("haes|", ["asker Maaike D'Haese"]),
        ("d'ha|", ["asker Maaike D'Haese"]),
        ("WER|", ["theme Werk", "word werk", "word werkgever"]),
        ("economie|", ["theme Sociale economie"]),
        ("2023|", ["year 2023-2024", "year 2022-2023"]),
        ("jaar:20|", ["year 2023-2024", "year 2022-2023"]),
        ("minister:br|", ["minister Jo Brouns"]),
        ("minister:we|", []),
        ("titel:begr|", ["word begroting"]),
        ("nummer:386|", []),
        ("co|", ["word covid-19", "word co2"]),
        ("b|", []),
        ("|", []),
        ("wer*|", []),
        ("OF|", []),
        ("zzz|", []),
        ("dez|", []),
        ("qq|", []),
    ],
)
def test_what_is_offered(text: str, expected: list[str], ask: Ask) -> None:
    (told,) = ask(text)
    assert [f"{offer['kind']} {offer['text']}" for offer in told["offers"]] == expected


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("begel|", "begeleiding|"),
        ("-begel|", "-begeleiding|"),
        ("premie begel| werk", "premie begeleiding| werk"),
        ("(begel|x OF werk)", "(begeleiding| OF werk)"),
        ('"de begel|"', '"de begeleiding|"'),
        ("titel:begel|", "titel:begeleiding|"),
        ("brouns| werk", "minister:brouns| werk"),
        ("minister:crev|", "minister:crevits|"),
        ("minister:dem|", 'minister:"Zuhal Demir"|'),
        ('minister:"zuhal de|" werk', 'minister:"Zuhal Demir"| werk'),
        ('minister:"zuhal de|', 'minister:"Zuhal Demir"|'),
        ("bossch|", "vraagsteller:bossche|"),
        ("sociale|", 'thema:"Sociale economie"|'),
        ("thema:we|", "thema:werk|"),
        ("wone|", 'thema:"Over wonen"|'),
        ("2023-|", "jaar:2023-2024|"),
    ],
)
def test_where_an_offer_goes(text: str, becomes: str, ask: Ask) -> None:
    """`insert` is the whole text with the offer in its place, and `caret` the place behind it."""
    (told,) = ask(text)
    first = told["offers"][0]
    assert f"{first['insert'][: first['caret']]}|{first['insert'][first['caret'] :]}" == becomes


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_an_offer_has_the_field_names_of_the_page(language: str, ask: Ask) -> None:
    told = ask("brouns|", "bossch|", "sociale|", "2023-|", language=language)
    names = FIELD_NAMES[language]
    assert [offer["insert"] for offer in (found["offers"][0] for found in told)] == [
        f"{names['minister']}:brouns",
        f"{names['asker']}:bossche",
        f'{names["theme"]}:"Sociale economie"',
        f"{names['year']}:2023-2024",
    ]


@pytest.mark.parametrize("typed", ["minister:br|", "ministre:br|"])
def test_field_names_of_each_language_can_be_typed_on_any_page(typed: str, ask: Ask) -> None:
    (told,) = ask(typed, language="fr")
    assert [offer["insert"] for offer in told["offers"]] == ["ministre:brouns"]


def test_on_a_page_in_a_language_without_field_names_an_offer_has_the_dutch_ones(ask: Ask) -> None:
    (told,) = ask("bossch|", language="de")
    assert [offer["insert"] for offer in told["offers"]] == ["vraagsteller:bossche"]


def test_offers_tell_their_documents(ask: Ask) -> None:
    (told,) = ask("werk|")
    assert [offer["count"] for offer in told["offers"]] == [200, 250]


def test_one_form_of_a_family_is_offered_until_its_letters_no_longer_fit(ask: Ask) -> None:
    """scho… gives school, schol… gives scholen."""
    short, long = ask("scho|", "schol|")
    assert [offer["text"] for offer in short["offers"]] == ["school", "scholengroep"]
    assert [offer["text"] for offer in long["offers"]] == ["scholen", "scholengroep"]


def test_all_that_is_typed_after_two_letters_needs_one_group(ask: Ask) -> None:
    """One group beside the best, however many letters follow."""
    told = ask("ve|", "ver|", "verz|", "verze|", "verzek|", forms=known_words(), values={})
    assert len({name for found in told for name in found["loaded"]}) == 2


def test_what_the_best_hold_needs_no_group(ask: Ask) -> None:
    forms = [(f"premie{letter}", 100) for letter in "abcdefghijk"]
    (told,) = ask("prem|", forms=forms, values={})
    assert (len(told["loaded"]), len(told["offers"])) == (1, 8)


@pytest.mark.parametrize("best", [0, 5, 300])
def test_offers_are_those_of_a_scan(best: int, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the best hold: the same offers as from everything there is."""
    monkeypatch.setattr(completion_lists, "FIRST", best)
    forms = known_words()
    prefixes = sorted({form[:length] for form, _ in forms for length in (2, 3, 5)})[::3]
    told = ask(*(f"{prefix}|" for prefix in prefixes), forms=forms)
    for prefix, found in zip(prefixes, told, strict=True):
        assert [offer["text"] for offer in found["offers"]] == scanned(prefix, forms), prefix


def scanned(prefix: str, forms: Sequence[tuple[str, int]]) -> list[str]:
    groups = completion_groups(forms, VALUES).groups
    words = {word for group in groups for word in group.words}
    values = {value for group in groups for value in group.values}
    fit: list[Word | Value] = [
        word
        for word in words
        if word.form.startswith(prefix) and word.form != prefix and len(prefix) >= word.after
    ]
    fit += [value for value in values if any(word.startswith(prefix) for word in words_of_name(value.text))]
    best = sorted(fit, key=completion_lists.rank)[:8]
    return [entry.form if isinstance(entry, Word) else entry.text for entry in best]


def test_two_letters_are_never_divided() -> None:
    groups = completion_groups(known_words(), VALUES).groups
    letters = [{word.form[:2] for word in group.words} for group in groups]
    assert len(groups) > 5
    assert sum(map(len, letters)) == len(set().union(*letters))


def test_groups_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completion_lists, "WORDS", 100)
    groups = completion_groups(known_words(), VALUES).groups
    assert len(groups) <= completion_lists.GROUPS
    kept = [word for group in groups for word in group.words]
    assert len(kept) == 100
    assert min(word.documents for word in kept) > 1000


def test_an_archive_without_words_offers_nothing(ask: Ask) -> None:
    (told,) = ask("werk|", forms=[], values={})
    assert told["offers"] == []
