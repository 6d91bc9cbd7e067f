"""Links that grow are those made anew, and only what changes touch is made again."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.errors import CorpusError
from archive.links import kept_state, link_records
from archive.links.authority import Authority, Entry
from archive.links.facts import FactsReader
from archive.links.growing import Growth, grow_links
from archive.links.kept_facts import packed_facts, packed_terms, unpacked_facts, unpacked_terms
from archive.links.linking import Links
from archive.links.spread import window_of, window_size
from archive.model.blocks import Paragraph
from archive.model.question import Body, Reference, WrittenQuestion
from archive.model.record import Record
from archive.store.corpus import Corpus
from archive.text.languages import DUTCH, ENGLISH
from benchmarks.links_growth import digest_of
from tests.links.grown_questions import changed, questions
from tests.records import question, supporting
from tests.search.grown import GrowingCorpus

WINDOW = 40


def grown(corpus: GrowingCorpus, folder: Path, **options: object) -> tuple[Links, Growth]:
    return grow_links(corpus, folder, least_window=WINDOW, **options)  # type: ignore[arg-type]


def anew(corpus: GrowingCorpus, folder: Path) -> str:
    return digest_of(grown(corpus, folder / "anew", full=True)[0])


@pytest.fixture
def corpus() -> GrowingCorpus:
    return GrowingCorpus(questions(random.Random(1), 200))


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_grown_links_are_those_made_anew(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever comes, changes and goes, old or new, step by step."""
    folder, luck = tmp_path_factory.mktemp("grown"), random.Random(seed)
    corpus = GrowingCorpus(questions(luck, luck.randint(5, 90)))
    grown(corpus, folder / "links")
    for step in range(1, 4):
        _change(corpus, luck, step)
        assert digest_of(grown(corpus, folder / "links")[0]) == anew(corpus, folder)


def _change(corpus: GrowingCorpus, luck: random.Random, step: int) -> None:
    kept = [record for _, record in sorted(corpus.by_id.items())]
    for record in luck.sample(kept, min(len(kept), luck.choice([0, 0, 1]))):
        del corpus.by_id[record.id]
    for record in luck.sample(kept, min(len(kept), luck.choice([0, 0, 1]))):
        if isinstance(record, WrittenQuestion):
            corpus.put([changed(luck, record)])
    corpus.put(questions(luck, luck.choice([0, 1, 3, 12]), 1000 * step, luck.choice([0, 20, 500])))
    if luck.random() < 0.3:
        corpus.put([supporting(f"Rapport {step}", text=luck.choice(kept).title)])


def test_without_a_window_of_its_own_growth_makes_what_is_linked_at_once(tmp_path: Path) -> None:
    corpus = GrowingCorpus(questions(random.Random(2), 60))
    links, _ = grow_links(corpus, tmp_path / "links")
    assert digest_of(links) == digest_of(link_records(corpus.records()))


def test_nothing_is_made_again_where_nothing_is_new(corpus: GrowingCorpus, tmp_path: Path) -> None:
    first, made = grown(corpus, tmp_path / "links")
    second, again = grown(corpus, tmp_path / "links")
    assert (made, again) == (Growth(200, 200, 200, 200), Growth(200, 0, 0, 0))
    assert digest_of(first) == digest_of(second)


def test_new_questions_leave_most_as_it_is(corpus: GrowingCorpus, tmp_path: Path) -> None:
    """Three newest ones: their own facts and vectors, and the lists of those that they are near."""
    grown(corpus, tmp_path / "links")
    corpus.put(questions(random.Random(3), 3, 900, 2000))
    links, growth = grown(corpus, tmp_path / "links")
    assert (growth.facts, growth.vectors) == (3, 3)
    assert 3 <= growth.lists < 150
    assert digest_of(links) == anew(corpus, tmp_path)


def test_a_stranger_touches_no_list_but_its_own(corpus: GrowingCorpus, tmp_path: Path) -> None:
    grown(corpus, tmp_path / "links")
    text = Body((Paragraph("Kwartelkoningin nestelt langs IJzerboomgaard."),))
    stranger = question(
        7, title="Kwartelkoningin", asker="Rik Nys", question=text, answer=None, asked_on=None
    )
    corpus.put([stranger])
    assert grown(corpus, tmp_path / "links")[1] == Growth(201, 1, 1, 1)


def test_what_changes_no_word_touches_no_list(corpus: GrowingCorpus, tmp_path: Path) -> None:
    grown(corpus, tmp_path / "links")
    newest = max(corpus.by_id.values(), key=_age)
    corpus.put([msgspec.structs.replace(newest, document_id="1234567")])  # type: ignore[call-arg]
    assert grown(corpus, tmp_path / "links")[1] == Growth(200, 1, 1, 0)


def test_an_old_question_changes_the_weights_but_not_the_outcome(
    corpus: GrowingCorpus, tmp_path: Path
) -> None:
    grown(corpus, tmp_path / "links")
    oldest = min(corpus.by_id.values(), key=_age)
    corpus.put([changed(random.Random(4), oldest)])  # type: ignore[arg-type]
    links, growth = grown(corpus, tmp_path / "links")
    assert (growth.facts, growth.vectors) == (1, 200)
    assert digest_of(links) == anew(corpus, tmp_path)


def _age(record: Record) -> tuple[dt.date, str]:
    date = record.asked_on if isinstance(record, WrittenQuestion) else None
    return date or dt.date.max, record.id


def test_a_reference_that_resolves_later_touches_who_made_it(corpus: GrowingCorpus, tmp_path: Path) -> None:
    """The question that is meant comes after the one that means it, and shares no word with it."""
    day = dt.date(2022, 1, 7)
    pointing = Reference(
        "written_question", 4321, "2023-2024", day, None, "vraag nr. 4321 van 7 januari 2022"
    )
    asking = question(4400, asked_on=dt.date(2022, 2, 1), references=(pointing,))
    corpus.put([asking])
    grown(corpus, tmp_path / "links")
    text = Body((Paragraph("Kwartelkoningin nestelt langs IJzerboomgaard."),))
    meant = question(4321, title="Kwartelkoningin", asked_on=day, asker="Rik Nys", question=text, answer=None)
    corpus.put([meant])
    links, growth = grown(corpus, tmp_path / "links")
    assert meant.id in [one.id for one in links.between.near(asking.id)]
    assert (growth.facts, growth.lists) == (1, 2)


def test_another_authority_file_needs_no_facts(corpus: GrowingCorpus, tmp_path: Path) -> None:
    """What it joins is joined between facts."""
    grown(corpus, tmp_path / "links")
    authority = Authority((Entry("subject", "Fietspaden", aliases=("Waterwegen",)),))
    links, growth = grown(corpus, tmp_path / "links", authority=authority)
    same, _ = grown(corpus, tmp_path / "anew", authority=authority, full=True)
    assert (growth.facts, growth.vectors) == (0, 0)
    assert digest_of(links) == digest_of(same)


def test_another_language_makes_everything_anew(corpus: GrowingCorpus, tmp_path: Path) -> None:
    grown(corpus, tmp_path / "links")
    assert grown(corpus, tmp_path / "links", language=ENGLISH)[1].facts == 200


def test_what_another_program_kept_is_made_anew(
    corpus: GrowingCorpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grown(corpus, tmp_path / "links")
    monkeypatch.setattr(kept_state, "LINK_FORMAT", kept_state.LINK_FORMAT + 1)
    assert grown(corpus, tmp_path / "links")[1].facts == 200


def test_what_others_can_have_written_is_not_trusted(corpus: GrowingCorpus, tmp_path: Path) -> None:
    grown(corpus, tmp_path / "links")
    (tmp_path / "links").chmod(0o770)
    assert grown(corpus, tmp_path / "links")[1].facts == 200


@pytest.mark.parametrize("name", ["facts", "counts", "vectors", "lists", "state"])
@pytest.mark.parametrize("spoil", ["byte", "short", "empty", "gone"])
def test_what_is_damaged_is_made_anew(tmp_path: Path, name: str, spoil: str) -> None:
    corpus = GrowingCorpus(questions(random.Random(5), 12))
    links, _ = grown(corpus, tmp_path / "links")
    (path,) = (tmp_path / "links").glob(f"{name}*")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    left = {"byte": content, "short": content[:-1], "empty": b"", "gone": b""}[spoil]
    path.unlink() if spoil == "gone" else path.write_bytes(left)
    again, growth = grown(corpus, tmp_path / "links")
    assert growth.facts == 12 and digest_of(again) == digest_of(links)


def test_many_additions_are_put_together_in_one_file(tmp_path: Path) -> None:
    corpus = GrowingCorpus(questions(random.Random(6), 30))
    files = []
    for step in range(1, 12):
        grown(corpus, tmp_path / "links")
        files.append(len(list((tmp_path / "links").glob("facts-*.bin"))))
        corpus.put(questions(random.Random(step), 1, 100 * step, 1000))
    assert max(files) == 8 and min(files[1:]) == 1
    assert digest_of(grown(corpus, tmp_path / "links")[0]) == anew(corpus, tmp_path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CorpusError, match="the links cannot be kept"):
        grown(GrowingCorpus(), tmp_path / "file" / "links")


def test_facts_and_words_are_read_as_they_were_kept(seed_corpus: Path) -> None:
    with Corpus.open(seed_corpus) as corpus:
        records = list(corpus.records())
    reader = FactsReader(DUTCH)
    for record in records:
        read, counted = reader.read(record)
        facts, terms = packed_facts(read), packed_terms(counted)
        assert packed_facts(unpacked_facts(facts)) == facts
        assert packed_terms(unpacked_terms(terms)) == terms


@pytest.mark.parametrize(("count", "size"), [(0, 0), (44, 44), (45, 40), (60, 47), (1000, 761)])
def test_the_window_grows_by_steps(count: int, size: int) -> None:
    assert window_size(count, WINDOW) == size


def test_new_and_undated_records_stay_out_of_the_window() -> None:
    """Of 50 records the first five are undated."""
    days = [0] * 5 + list(range(100, 145))
    ids = [f"{place:02}" for place in range(50)]
    assert window_of(days, ids, WINDOW) == list(range(5, 45))


def test_what_goes_and_comes_back_is_kept_once(corpus: GrowingCorpus, tmp_path: Path) -> None:
    """Its bytes are those of a file that is kept already, and the next builds must find each file once."""
    newest = questions(random.Random(3), 4, 5000)
    grown(corpus, tmp_path / "links")
    for _ in range(3):
        corpus.put(newest)
        assert digest_of(grown(corpus, tmp_path / "links")[0]) == anew(corpus, tmp_path)
        for record in newest:
            del corpus.by_id[record.id]
        grown(corpus, tmp_path / "links")
