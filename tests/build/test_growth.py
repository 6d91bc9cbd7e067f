"""A site that grew is, byte by byte, the site that is built anew."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path

import pytest

from archive.build import build_site
from archive.config import Settings
from archive.links.growing import grow_links
from archive.model.question import WrittenQuestion
from tests.build.hand import hand_corpus
from tests.links.grown_questions import changed, questions

# With 20 more the window is not yet larger.
KEPT = 126


@pytest.fixture(autouse=True)
def _small_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a large archive, whose oldest records alone say how telling a word is."""
    monkeypatch.setattr("archive.build.site.grow_links", partial(grow_links, least_window=40))


def additions(name: str, first: list[WrittenQuestion]) -> list[WrittenQuestion]:
    """What comes after `first`."""
    luck = random.Random(8)
    match name:
        case "newest":
            return questions(luck, 20, 500, 1000)
        case "old":
            return questions(luck, 20, 500, 3)
        case _:
            return [changed(luck, one) for one in luck.sample(first, 3)]


@pytest.mark.parametrize("name", ["newest", "old", "changed"])
def test_a_site_that_grew_is_the_site_built_anew(tmp_path: Path, name: str) -> None:
    first = questions(random.Random(7), KEPT)
    with hand_corpus(tmp_path / "corpus", first) as corpus:
        build_site(corpus, Settings(), tmp_path / "public")
    added = additions(name, first)
    with hand_corpus(tmp_path / "corpus", added) as corpus:
        report = build_site(corpus, Settings(), tmp_path / "public")
        anew = build_site(corpus, Settings(), tmp_path / "anew", full=True)
    everything = {one.id for one in (*first, *added)}
    assert (report.links.facts, anew.links.facts) == (len(added), len(everything))
    assert manifest(tmp_path / "public") == manifest(tmp_path / "anew")


def test_new_questions_leave_lists_as_they_are(tmp_path: Path) -> None:
    first = questions(random.Random(7), KEPT)
    with hand_corpus(tmp_path / "corpus", first) as corpus:
        build_site(corpus, Settings(), tmp_path / "public")
    with hand_corpus(tmp_path / "corpus", additions("newest", first)[:3]) as corpus:
        links = build_site(corpus, Settings(), tmp_path / "public").links
    assert (links.facts, links.vectors) == (3, 3) and 3 <= links.lists < KEPT


def manifest(folder: Path) -> bytes:
    """A hash of every file of a site."""
    return (folder / "manifest.sha256").read_bytes()


def test_a_build_of_what_is_built_already_makes_no_link_again(tmp_path: Path) -> None:
    with hand_corpus(tmp_path / "corpus", questions(random.Random(7), 20)) as corpus:
        build_site(corpus, Settings(), tmp_path / "public")
        links = build_site(corpus, Settings(), tmp_path / "public").links
    assert (links.records, links.facts, links.vectors, links.lists) == (20, 0, 0, 0)
