"""Automatic numbers of Word documents are those that Word prints."""

from __future__ import annotations

import pytest

from tests.extract.packages import docx, level, numbering, paragraph
from tests.extract.sources import read_document, texts

DECIMAL, LETTER = level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)")
PLAIN_LIST = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def override(place: int, start: int, list_id: int = 2) -> str:
    return (
        f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="{place}">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )


def marks(levels: str | list[int], *definitions: str, lists: str = PLAIN_LIST, ids: str = "") -> list[str]:
    """The marks of paragraphs on these levels; ids: the list of each, where it is not the first."""
    body = "".join(
        paragraph("x", level=int(place), list_id=int(ids[at]) if ids else 1)
        for at, place in enumerate(levels)
    )
    found = texts(read_document(docx(body, numbering=numbering(*definitions, lists=lists))))
    return [text.removesuffix("x").strip() for text in found]


def test_lower_levels_begin_again_under_each_higher_number() -> None:
    assert marks("01101", DECIMAL, LETTER) == ["1.", "a)", "b)", "2.", "a)"]


def test_plain_paragraphs_do_not_interrupt_the_count() -> None:
    body = paragraph("een", level=0) + paragraph("tussen") + paragraph("twee", level=0)
    document = read_document(docx(body, numbering=numbering(DECIMAL)))
    assert texts(document) == ["1. een", "tussen", "2. twee"]


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("decimal", ["1", "2", "3", "4"]),
        ("decimalZero", ["01", "02", "03", "04"]),
        ("lowerLetter", ["a", "b", "c", "d"]),
        ("upperLetter", ["A", "B", "C", "D"]),
        ("lowerRoman", ["i", "ii", "iii", "iv"]),
        ("upperRoman", ["I", "II", "III", "IV"]),
        ("ordinal", ["1e", "2e", "3e", "4e"]),
        ("none", ["", "", "", ""]),
        ("chineseCounting", ["1", "2", "3", "4"]),
    ],
)
def test_forms(form: str, printed: list[str]) -> None:
    assert marks("0000", level(0, form, "%1")) == printed


def test_after_z_comes_aa_and_then_bb() -> None:
    found = marks([0] * 28, level(0, "lowerLetter", "%1)"))
    assert found[25:] == ["z)", "aa)", "bb)"]


def test_a_list_begins_where_its_level_says() -> None:
    assert marks("00", level(0, "decimal", "%1.", start=5)) == ["5.", "6."]


def test_lists_of_one_kind_count_together() -> None:
    lists = PLAIN_LIST + '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    assert marks("000", DECIMAL, lists=lists, ids="121") == ["1.", "2.", "3."]


def test_a_list_with_a_start_of_its_own_begins_there_once() -> None:
    assert marks("00000", DECIMAL, lists=PLAIN_LIST + override(0, 1), ids="11222") == [
        "1.",
        "2.",
        "1.",
        "2.",
        "3.",
    ]


def test_a_lower_level_with_a_start_of_its_own_begins_there() -> None:
    lists = PLAIN_LIST + override(1, 2)
    assert marks("0112", DECIMAL, LETTER, level(2, "lowerRoman", "%3."), lists=lists, ids="1222") == [
        "1.",
        "b)",
        "c)",
        "i.",
    ]


def test_a_level_may_be_defined_anew_for_one_list() -> None:
    lists = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'upperRoman', '%1 -')}</w:lvlOverride></w:num>"
    )
    assert marks("00", DECIMAL, lists=lists) == ["I -", "II -"]


def test_higher_levels_may_be_printed_too() -> None:
    definitions = (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."))
    assert marks("0110", *definitions) == ["I.", "I.1.", "I.2.", "II."]


def test_a_legal_level_prints_higher_ones_in_figures() -> None:
    definitions = (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", more="<w:isLgl/>"))
    assert marks("01", *definitions) == ["I.", "1.1."]


def test_a_level_whose_higher_one_was_not_used_shows_where_that_would_begin() -> None:
    assert marks("110", level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")) == ["1.1.", "1.2.", "1."]


def test_a_level_may_count_on_under_higher_numbers() -> None:
    definitions = (DECIMAL, level(1, "lowerLetter", "%2)", more='<w:lvlRestart w:val="0"/>'))
    assert marks("01101", *definitions) == ["1.", "a)", "b)", "2.", "c)"]


def test_a_level_may_begin_again_under_the_highest_only() -> None:
    lowest = level(2, "lowerRoman", "%3.", more='<w:lvlRestart w:val="1"/>')
    assert marks("012120212", DECIMAL, LETTER, lowest) == [
        "1.",
        "a)",
        "i.",
        "b)",
        "ii.",
        "2.",
        "i.",
        "a)",
        "ii.",
    ]


def test_what_follows_the_number_may_be_nothing() -> None:
    body = paragraph("Hoeveel?", level=0)
    nothing = level(0, "decimal", "%1.", more='<w:suff w:val="nothing"/>')
    assert texts(read_document(docx(body, numbering=numbering(nothing)))) == ["1.Hoeveel?"]


@pytest.mark.parametrize(
    ("mark", "printed"), [("\uf0b7", "•"), ("o", "•"), ("-", "-"), ("–", "–"), ("▪", "▪"), ("", "")]
)
def test_bullets(mark: str, printed: str) -> None:
    assert marks("0", level(0, "bullet", mark)) == [printed]


def test_an_empty_paragraph_has_its_number_and_no_bullet() -> None:
    body = paragraph("", level=0) + paragraph("", level=1) + paragraph("x", level=0)
    found = docx(body, numbering=numbering(DECIMAL, level(1, "bullet", "-")))
    assert [line.text for line in read_document(found).lines] == ["1.", "", "2. x"]


def test_list_zero_is_none() -> None:
    assert marks("0", DECIMAL, ids="0") == [""]


def test_an_unknown_list_has_no_marks() -> None:
    assert marks("0", DECIMAL, ids="9") == [""]


def _style(id: str, inner: str, based_on: str = "", default: str = "0") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{id}" w:default="{default}">{base}<w:pPr>{inner}</w:pPr></w:style>'


def test_a_style_may_number_its_paragraphs() -> None:
    styles = _style("Vraag", '<w:numPr><w:numId w:val="1"/></w:numPr>') + _style("Kind", "", "Vraag")
    body = paragraph("een", style="Vraag") + paragraph("twee", style="Kind") + paragraph("drie")
    content = docx(body, styles=styles, numbering=numbering(DECIMAL))
    assert texts(read_document(content)) == ["1. een", "2. twee", "drie"]


def test_a_level_is_linked_to_a_style() -> None:
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = _style("Een", numbered) + _style("Twee", numbered)
    linked = level(1, "lowerLetter", "%2)", more='<w:pStyle w:val="Twee"/>')
    body = paragraph("x", style="Een") + paragraph("x", style="Twee") + paragraph("x", style="Twee")
    found = texts(read_document(docx(body, styles=styles, numbering=numbering(DECIMAL, linked))))
    assert found == ["1. x", "a) x", "b) x"]


def test_a_paragraph_may_refuse_the_number_of_its_style() -> None:
    styles = _style("Vraag", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("x", style="Vraag") + paragraph("y", style="Vraag", inner=none)
    assert texts(read_document(docx(body, styles=styles, numbering=numbering(DECIMAL)))) == ["1. x", "y"]


def test_the_default_style_counts_for_paragraphs_without_one() -> None:
    styles = _style("Gewoon", '<w:numPr><w:numId w:val="1"/></w:numPr>', default="1")
    assert texts(read_document(docx(paragraph("x"), styles=styles, numbering=numbering(DECIMAL)))) == ["1. x"]


def test_a_kind_of_list_may_be_defined_by_way_of_a_style() -> None:
    styles = _style("Lijst", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Lijst"/></w:abstractNum>'
    lists = PLAIN_LIST + '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
    body = paragraph("x", level=0, list_id=2)
    part = numbering(DECIMAL, lists=linked + lists)
    assert texts(read_document(docx(body, styles=styles, numbering=part))) == ["1. x"]


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = _style("A", "", "B") + _style("B", "", "A")
    assert texts(read_document(docx(paragraph("x", style="A"), styles=styles))) == ["x"]
