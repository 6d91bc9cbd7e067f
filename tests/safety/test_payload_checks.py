"""What looks for harm on pages and in files sees it where it is, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archive.build.manifest import write_manifest
from archive.build.zim_copy import write_zim
from archive.build.zip_copy import write_zip
from benchmarks.safety.payload_cells import bibtex_faults, cell_faults, cells_of, is_run, ris_faults, says
from benchmarks.safety.payload_copies import copy_faults, is_harmless_member
from benchmarks.safety.payload_pages import address_fault, page_faults, parsed, shapes_of
from benchmarks.safety.payload_records import every_kind, whole_records
from benchmarks.safety.payload_texts import PLACE, TEMPLATES, payload
from benchmarks.safety.payload_visits import Seen, Visit, faults_of, search_visits, tried_copy
from tests.build.site_check import POLICY
from tests.conftest import ROOT
from tests.records import question

META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
HEAD = f'<!doctype html><html lang="nl"><head><meta charset="utf-8">{META}'
PAGE = f'{HEAD}<title>x</title></head><body><p id="v-1">x</p><a href="a.html">x</a></body></html>'


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "public" / "index.html"
    path.parent.mkdir()
    path.write_text(PAGE, "utf-8")
    return path


def faults(text: str, page: Path) -> list[str]:
    return list(page_faults(text, shapes_of([page])))


def test_there_are_more_than_a_hundred_payloads_each_with_a_number_of_its_own() -> None:
    assert len(set(TEMPLATES)) == len(TEMPLATES) > 100
    told = [one for one in TEMPLATES if PLACE in one]
    assert len(told) > len(TEMPLATES) - 10
    assert "alert(0)" in payload(0) and payload(len(TEMPLATES)) == payload(0).replace(
        "0", str(len(TEMPLATES))
    )


def test_a_record_holds_its_payload_in_every_text() -> None:
    (record,) = whole_records([4], lambda number: f"kwaad {number}")
    texts = {record.title, *record.themes, record.source.name, record.links.page, record.notes[0].message}
    assert texts == {"kwaad 4"}
    assert record.id == "2023-2024/kwaad-4/5"


def test_the_same_text_has_the_same_payload_behind_it() -> None:
    askers = {record.asker.name for record in every_kind(payload) if hasattr(record, "asker")}
    assert len({one for one in askers if one.startswith("An Peeters")}) == 1


def test_a_page_of_the_known_elements_has_no_fault(page: Path) -> None:
    assert faults(PAGE, page) == []


@pytest.mark.parametrize(
    "harm",
    [
        "<script>alert(1)</script>",
        '<p onclick="x">y</p>',
        '<p style="color:red">y</p>',
        "<marquee>x</marquee>",
        '<a href="java\tscript:alert(1)">x</a>',
        '<a href="\x01javascript:alert(1)">x</a>',
        '<a href="//x.be/a">x</a>',
        '<a href="\\\\x.be\\a">x</a>',
        '<p id="location">x</p>',
        '<p id="<b>">x</p>',
        '<script type="application/json">{"a": "<"}</script>',
        '<script type="application/json">{"a"</script>',
        '<meta http-equiv="refresh" content="0">',
    ],
)
def test_harm_on_a_page_is_seen(harm: str, page: Path) -> None:
    page.write_text(PAGE.replace("<p", '<script type="application/json">1</script><p', 1), "utf-8")
    assert faults(PAGE.replace("<p", f"{harm}<p", 1), page)


def test_a_page_without_its_policy_is_seen(page: Path) -> None:
    assert faults(PAGE.replace(META, ""), page)
    assert faults(PAGE.replace("'none'", "*"), page)


@pytest.mark.parametrize(
    ("address", "loads", "wrong"),
    [
        ("a/b.html#v-1", True, False),
        ("https://x.be/", False, False),
        ("https://x.be/", True, True),
        ("mailto:a@x.be", False, False),
        ("data:image/png;base64,x", True, True),
        ("vbscript:x", False, True),
        ("/\\x.be", True, True),
    ],
)
def test_addresses(address: str, loads: bool, wrong: bool) -> None:
    assert bool(address_fault(address, loads=loads)) is wrong


@pytest.mark.parametrize(
    "cell", ["=1", "+a", "-a", "@a", "\t=1", " =1", "\ufeff=1", "＝1", "\r=1", "-1+cmd|x"]
)
def test_cells_that_run(cell: str) -> None:
    assert is_run(cell)
    assert not is_run(f"'{cell}")
    assert says(f"'{cell}", cell) and not says(f"'{cell}", f"{cell}x")


@pytest.mark.parametrize("cell", ["", "-", "-5,4%", "+3", "a=1", "'=1", "1-2", "+/-"])
def test_cells_that_do_not_run(cell: str) -> None:
    assert not is_run(cell)


def test_rows_of_another_width_are_seen() -> None:
    rows = cells_of(b'\xef\xbb\xbfa;b\r\n"=1";2\r\n1;2;3\r\n')
    assert list(cell_faults(rows)) == ["row 2 would be run: '=1'", "row 3 has 3 cells, the first 2"]


def test_a_field_that_ends_early_is_seen() -> None:
    record = question(title="x", themes=())
    broken = "TY  - GOVDOC\r\nTI  - x\r\nUR  - javascript:alert(1)\r\nER  - \r\n\r\n"
    assert list(ris_faults(broken, [record])) == ["RIS: leads to 'javascript:alert(1)'"]
    entry = "@techreport{a,\n title = {{x}},\n html = {y}\n}\n"
    assert list(bibtex_faults(entry, [record])) == ["BibTeX: fields of its own: ['html']"]


@pytest.mark.parametrize("name", ["../x", "/x", "a/../../x", "C:\\x", "a\nb", "é"])
def test_members_that_lead_elsewhere(name: str) -> None:
    assert not is_harmless_member(name)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "public"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE, "utf-8")
    write_manifest(folder)
    return folder


def zim_of(site: Path) -> Path:
    write_zim(site, site.parent / "site.zim", {"Title": "x"}, ROOT / "site" / "icon-48.png")
    return site.parent / "site.zim"


def zip_of(site: Path) -> Path:
    write_zip(site, site.parent / "site.zip", "x", None)
    return site.parent / "site.zip"


@pytest.mark.parametrize("copied", [zim_of, zip_of])
def test_a_copy_of_the_site_is_no_fault(copied: Callable[[Path], Path], site: Path) -> None:
    assert list(copy_faults(copied(site), site)) == []


@pytest.mark.parametrize("copied", [zim_of, zip_of])
def test_a_copy_with_more_than_the_site_is_seen(copied: Callable[[Path], Path], site: Path) -> None:
    (site / "more.html").write_text(PAGE, "utf-8")
    write_manifest(site)
    copy = copied(site)
    (site / "more.html").unlink()
    assert [fault for fault in copy_faults(copy, site) if "more.html" in fault] != []


def test_an_entry_of_other_bytes_is_seen(site: Path) -> None:
    copy = zim_of(site)
    (site / "index.html").write_text(PAGE.replace("x", "y"), "utf-8")
    assert list(copy_faults(copy, site)) == ["an entry that is no file of the site: 'index.html'"]


def test_the_copy_that_is_tried_tells_what_runs_with_and_without_its_policy(
    page: Path, tmp_path: Path
) -> None:
    (page.parent / "assets").mkdir()
    for policy in (True, False):
        copy = tried_copy(page.parent, tmp_path / str(policy), policy=policy)
        text = (copy / "index.html").read_text("utf-8")
        assert (META in text) is policy
        scripts = [one.get("src") for one in parsed(text).iter("script")]
        assert scripts == ["assets/payload_hook.js"]
        assert (copy / str(scripts[0])).is_file()


def test_a_page_that_has_no_policy_is_not_tried(page: Path, tmp_path: Path) -> None:
    page.write_text(PAGE.replace(META, ""), "utf-8")
    with pytest.raises(ValueError, match="without its policy"):
        tried_copy(page.parent, tmp_path / "copy", policy=False)


def test_what_a_browser_saw_is_told_with_its_payload() -> None:
    told = list(faults_of(Visit("a.html", "use"), Seen(ran=("0", "0"), elsewhere=("http://x/",))))
    assert told == [f"a.html (use): ran 0: {payload(0)!r}", "a.html (use): asks for http://x/"]


def test_every_payload_is_asked_for_by_the_address_and_typed() -> None:
    visits = list(search_visits(range(5), 2))
    assert sum(visit.act == "follow" for visit in visits) == 5
    assert [text for visit in visits for text in visit.texts] == [payload(number) for number in range(5)]
