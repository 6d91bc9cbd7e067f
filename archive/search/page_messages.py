"""What the search page says besides the errors of a query, in English: the message ids of the catalogue."""

from __future__ import annotations

# By the key that the scripts of the page know each text by. `{name}` stands for a value that is filled in there.
PAGE_MESSAGES: dict[str, str] = {
    "searching": "Searching…",
    "count_none": "No documents found",
    "count_one": "1 document found",
    "count_many": "{count} documents found",
    "count_at_least": "At least {count} documents found",
    "more": "Show {count} more",
    "error_title": "This query cannot be understood",
    "shard_missing": "The file search/{name}.js is missing, so this search cannot be completed. "
    "Copy the whole folder of the site, or tell who keeps it.",
    "shard_damaged": "The file search/{name}.js is damaged, so this search cannot be completed. "
    "Copy the whole folder of the site again, or tell who keeps it.",
    "unexpected": "The search stopped on an error in the program: {message}",
    "facet_minister": "Minister",
    "facet_asker": "Asked by",
    "facet_theme": "Theme",
    "facet_parliamentary_year": "Parliamentary year",
    "facet_answer_kind": "Kind of answer",
    "facet_kind": "Kind of document",
    "all_values": "Show all {count}",
    "fewer_values": "Show fewer",
    "value_substantive": "answered",
    "value_partial": "answered in part",
    "value_no_data": "no figures available",
    "value_referral": "refers to another answer",
    "value_not_competent": "minister not competent",
    "value_holding": "provisional answer",
    "value_coordinated": "coordinated answer",
    "value_none": "not answered",
    "value_written_question": "written question",
    "value_supporting_document": "supporting document",
    "number": "no. {number}",
    "undated": "undated",
    "asked_to": "{asker} to {minister}",
    "in_answer": "Answer:",
    "in_question": "Question:",
    "in_table": "Table:",
}
