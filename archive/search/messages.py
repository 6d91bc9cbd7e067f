"""Every text of search that a reader sees, in English: the message ids of the catalogue.

`{name}` stands for a value that is filled in when the message is shown.
"""

from __future__ import annotations

from archive.search.page_messages import PAGE_MESSAGES

# Per code of a QueryError: what is wrong and how to mend it.
QUERY_ERRORS: dict[str, tuple[str, str]] = {
    "open_quote": ("this quotation mark is never closed", 'put a " behind the last word of the phrase'),
    "empty_phrase": ("there is no word between these quotation marks", "put a word there or leave them out"),
    "open_parenthesis": ("this parenthesis is never closed", "put a ) where the group ends"),
    "close_parenthesis": (
        "this parenthesis was never opened",
        "put a ( where the group begins, or leave it out",
    ),
    "nothing_to_find": (
        "there is no word to look for here",
        "put a word here or leave out what stands around it",
    ),
    "unknown_field": (
        "there is no field “{value}”",
        "did you mean {near}: ? Put quotation marks around a text with a colon",
    ),
    "empty_field": ("no value follows the field “{value}”", "put a word directly behind the colon"),
    "wrong_number": ("“{value}” is no number of a question", "give a whole number, as in nummer:386"),
    "wrong_year": (
        "“{value}” is no year",
        "give a parliamentary year, a year or a range, as in jaar:2023-2024, jaar:2024 or jaar:2019..2023",
    ),
    "wrong_date": (
        "“{value}” is no date",
        "give a date, as in van:2024-05-03, van:3/5/2024 or van:2024, or a range, as in datum:2023-01..2023-06",
    ),
    "reversed_range": ("“{value}” ends before it begins", "put the earliest first"),
    "unknown_value": ("“{value}” is none of the values of this field", "did you mean {near}?"),
    "wrong_star": (
        "a star can only stand at the end or at the beginning of a word",
        "write begeleid* for all words that begin so, *premie for all that end so",
    ),
    "short_prefix": ("before a star at least two letters are needed", "write more letters before the star"),
    "short_ending": (
        "behind the star at least three letters are needed",
        "write more letters behind the star",
    ),
    "star_in_phrase": ("a star cannot stand in a phrase", "put begeleid* outside the quotation marks"),
    "wrong_distance": ("“{value}” is no distance", 'give a number from 1 to 50, as in "maatwerk aanvraag"~5'),
    "too_deep": ("there are too many parentheses or NOTs inside each other", "make the query simpler"),
    "too_many": (
        "this asks for too many phrases, stars and fields at once",
        "leave some out; at most 20, and as many words alone as there is room for",
    ),
    "too_long": ("the query is too long", "leave out words; at most 1,000 characters and 32 words a phrase"),
}

# What a query asks, in words (archive.search.query_explanation). A zone in lower case stands for itself.
EXPLANATIONS: dict[str, str] = {
    "explain_all": "All documents",
    "explain_documents": "Documents {conditions}",
    "explain_first": "First {target}, then documents {conditions}",
    "explain_beside": "Documents {conditions}, and {target}",
    "explain_target": "question no. {number}",
    "explain_target_of_year": "question no. {number} of {year}",
    "explain_target_id": "the document with number or id {id}",
    "explain_target_day": "documents of {day}",
    "explain_with": "with {words}",
    "explain_title": "with {words} in the title",
    "explain_question": "with {words} in the question",
    "explain_answer": "with {words} in the answer",
    "explain_table": "with {words} in a table",
    "explain_asker": "asked by {words}",
    "explain_minister": "put to {words}",
    "explain_theme": "with the theme {words}",
    "explain_meta": "with number or id {words}",
    "explain_quoted": "“{word}”",
    "explain_near": "{words} at most {distance} words apart",
    "explain_and": "{first} and {last}",
    "explain_or": "{first} or {last}",
    "explain_not": "not {condition}",
    "explain_number": "with number {number}",
    "explain_year": "of parliamentary year {year}",
    "explain_years": "of parliamentary years {first} to {last}",
    "explain_day": "of {day}",
    "explain_from": "from {day} on",
    "explain_until": "until {day}",
    "explain_between": "from {first} to {last}",
    "explain_party": "asked by a member of the party “{party}”",
    "explain_kind": "of the kind “{kind}”",
    "explain_has_table": "with a table",
    **{key: text for key, text in PAGE_MESSAGES.items() if key.startswith("value_")},
}

# What the search page's scripts show, by the key that they know it by.
JS_MESSAGES: dict[str, str] = {
    **PAGE_MESSAGES,
    **EXPLANATIONS,
    **{f"query_{code}_cause": cause for code, (cause, _) in QUERY_ERRORS.items()},
    **{f"query_{code}_remedy": remedy for code, (_, remedy) in QUERY_ERRORS.items()},
}
