"""The traits of real documents that a made one shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.gold.alignment import align
from tests.gold.make.printed import references
from tests.gold.make.shape import ABOVE, LEFT, Block, Body, Bullets, Part, Table, Text, Written

WANTED = frozenset(
    [
        "floating_line",
        "joint_answer",
        "range_label",
        "comma_label",
        "letter_range",
        "number_and_letter_on_one_line",
        "glued_number",
        "glued_minister",
        "enumeration_in_sentence",
        "row_like_part",
        "see_other_part",
        "unanswered_part",
        "unnumbered",
        "no_answer",
        "kind_substantive",
        "kind_partial",
        "kind_no_data",
        "kind_referral",
        "kind_not_competent",
        "kind_holding",
        "kind_coordinated",
        "family",
        "footnote",
        "attachment",
        "date_contradiction",
        "leading_zero",
        "mojibake",
        "ligature",
        "soft_hyphen",
        "thin_space_number",
        "bullet_dash",
        "bullet_dot",
        "bullet_glued",
        "bullet_private",
        "address",
        "several_tables_in_one_answer",
        "table_without_header",
        "merged_header",
        "two_header_rows",
        "two_label_columns",
        "totals",
        "totals_wrong",
        "percentages",
        "decimals",
        "empty_cells",
        "long_cells",
        "long_table",
        "narrow_cells",
        "header_block",
        "several_themes",
        "long_portfolio",
        "three_line_portfolio",
        "other_portfolio_in_answer",
        "curly_apostrophe",
        "particle_name",
        "no_aspect",
        "two_columns",
        "same_page",
        "ten_parts",
        "caption",
    ]
)
_NARROW_NUMBER = re.compile("\\d[\u2009\u202f]\\d")


def features_of(document: Written) -> set[str]:
    """The features that the structure shows, with those that its author named."""
    found = set(document.features)
    found |= {f"kind_{document.kind}"} if document.answer else set()
    found |= _of_labels(document) | _of_head(document) | _of_style(document)
    for side in (document.question, document.answer or Body()):
        for block in _blocks(side):
            found |= _of_block(block)
        for part in side.parts:
            found |= {"several_tables_in_one_answer"} if _table_count(part) > 1 else set()
    for attachment in document.attachments:
        for block in attachment.blocks:
            found |= _of_block(block)
    return found


def _blocks(body: Body) -> Iterator[Block]:
    yield from body.introduction
    for part in body.parts:
        yield from part.blocks
    yield from body.closing


def _table_count(part: Part) -> int:
    return sum(isinstance(block, Table) for block in part.blocks)


def _of_labels(document: Written) -> set[str]:
    answer = document.answer or Body()
    parts = (*document.question.parts, *answer.parts)
    marks = [part.mark for part in parts]
    pairs = align([part.labels for part in document.question.parts], [part.labels for part in answer.parts])
    facts = {
        "floating_line": any(not part.labels for part in parts),
        "joint_answer": any(len(part.labels) > 1 for part in answer.parts),
        "range_label": any(re.search(r"\d-\d", mark) for mark in marks),
        "comma_label": any("," in mark for mark in marks),
        "letter_range": any(re.search(r"[a-z]-[a-z]", mark) for mark in marks),
        "number_and_letter_on_one_line": any(re.match(r"\d+\. [a-z]", mark) for mark in marks),
        "glued_number": document.style.glued_numbers,
        "unanswered_part": any(not answers for _, answers in pairs),
        "ten_parts": any("10" in part.labels for part in parts),
    }
    return {name for name, holds in facts.items() if holds}


def _of_head(document: Written) -> set[str]:
    portfolio = document.minister.portfolio
    spoiled = "".join(printed for _, printed in document.damage)
    facts = {
        "family": bool(document.family),
        "attachment": bool(document.attachments),
        "date_contradiction": document.answer_date not in (None, document.asked_on),
        "leading_zero": (document.answer_number or "").startswith("0"),
        "mojibake": "Ã" in spoiled,
        "ligature": "ﬁ" in spoiled,
        "soft_hyphen": "\u00ad" in spoiled,
        "header_block": bool(document.themes),
        "several_themes": len(document.themes) > 1,
        "long_portfolio": len(portfolio) > 88,
        "three_line_portfolio": len(portfolio) > 176,
        "other_portfolio_in_answer": bool(document.minister.answer_portfolio),
        "curly_apostrophe": "’" in document.asker.printed,
        "particle_name": " v" in document.asker.name.replace("V", "v"),
        "no_aspect": " - " not in document.title,
    }
    return {name for name, holds in facts.items() if holds}


def _of_style(document: Written) -> set[str]:
    style = document.style
    named = ("two_columns", "glued_minister", "same_page")
    return {name for name in named if getattr(style, name)}


def _of_block(block: Block) -> set[str]:
    match block:
        case Text(text):
            facts = {
                "footnote": bool(references(text)),
                "address": "https://" in text,
                "thin_space_number": bool(_NARROW_NUMBER.search(text)),
            }
            return {name for name, holds in facts.items() if holds}
        case Bullets(entries, mark):
            names = {"-": "bullet_dash", "•": "bullet_dot", "o": "bullet_glued", "\uf0b7": "bullet_private"}
            return {names[mark], *(["footnote"] if any(map(references, entries)) else [])}
        case Table():
            return _of_table(block)


def _of_table(table: Table) -> set[str]:
    cells = [cell for row in table.rows for cell in row]
    facts = {
        "caption": bool(table.caption),
        "table_without_header": not table.header,
        "merged_header": any(cell in (LEFT, ABOVE) for row in table.header for cell in row),
        "two_header_rows": len(table.header) > 1,
        "two_label_columns": any(cell == ABOVE for cell in cells),
        "totals": any("totaal" in row[0].lower() for row in table.rows),
        "percentages": any(cell.endswith("%") for cell in cells),
        "decimals": any(re.fullmatch(r"[\d.]+,\d+", cell) for cell in cells),
        "empty_cells": any(not cell for row in table.rows for cell in row[1:]),
        "long_cells": any(len(cell) > 50 for cell in cells),
        "long_table": len(table.rows) > 25,
        "narrow_cells": table.narrow,
    }
    return {name for name, holds in facts.items() if holds}
