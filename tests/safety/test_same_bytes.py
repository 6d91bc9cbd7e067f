"""What may differ between two makings of a site, and what may not."""

from __future__ import annotations

from pathlib import Path

from benchmarks.safety.making import Circumstances, Made
from benchmarks.safety.same_bytes import circumstances, differences

FIRST = Made({"public/index.html": "a", "public/search/x.js": "b", "public/download/archief-bag.zip": "c"})


def test_a_file_that_is_lacking_or_too_much_differs() -> None:
    made = Made({"public/index.html": "a", "public/search/x.js": "b", "public/new.html": "d"})
    assert list(differences(FIRST, made, Circumstances(""))) == [
        "public/download/archief-bag.zip differs",
        "public/new.html differs",
    ]


def test_the_order_in_which_documents_came_is_told_by_the_bag_alone() -> None:
    made = Made({"public/index.html": "x", "public/search/x.js": "x", "public/download/archief-bag.zip": "x"})
    assert list(differences(FIRST, made, Circumstances("", came=1))) == [
        "public/index.html differs",
        "public/search/x.js differs",
    ]


def test_shards_may_differ_where_a_site_grew_until_all_is_built_anew() -> None:
    grown = {"public/index.html": "a", "public/search/y.js": "z", "public/download/archief-bag.zip": "c"}
    assert list(differences(FIRST, Made(FIRST.site, grown), Circumstances("", grown=True))) == []
    grown["public/index.html"] = "x"
    assert list(differences(FIRST, Made(grown, grown), Circumstances("", grown=True))) == [
        "public/index.html differs",
        "public/search/x.js differs",
        "public/search/y.js differs",
        "public/index.html differs where it grew",
    ]


def test_the_short_run_tries_every_kind_of_circumstance() -> None:
    first, *others = circumstances(4, Path("x"))
    assert first == Circumstances("x/0")
    for name in ("zone", "locale", "hashes", "umask", "processes", "order", "came", "grown"):
        assert any(getattr(one, name) != getattr(first, name) for one in others), name
