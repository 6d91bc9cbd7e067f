"""The reference of the query language: what can be asked, an example of each, and what it finds.

Names and meanings are message ids of the catalogue; examples are queries in Dutch words, shown in those of the page.
"""

from __future__ import annotations

import msgspec

from archive.search.query_wording import in_words_of


class HelpEntry(msgspec.Struct, frozen=True):
    """One way to ask. `examples` are whole queries; `meaning` is what the first of them, or all, find.

    words_of: the language that the examples are there to show, where they are there for that.
    """

    name: str
    examples: tuple[str, ...]
    meaning: str
    words_of: str | None = None


QUERY_HELP: tuple[HelpEntry, ...] = (
    HelpEntry(
        "Words",
        ("maatwerk premie",),
        "both words, with their inflections, also as part of a compound",
    ),
    HelpEntry("Phrase", ('"stand van zaken"',), "exactly these words in this order"),
    HelpEntry("Near each other", ('"maatwerk aanvraag"~5',), "these words at most five words apart"),
    HelpEntry(
        "Either of them",
        ("loonpremie OF begeleidingspremie", "(premie OF subsidie) werkgever"),
        "either word",
    ),
    HelpEntry("Without", ("maatwerk -LDE", "maatwerk NIET LDE"), "the first word without the second"),
    HelpEntry("Part of a word", ("begeleid*", "*premie"), "words that begin so, that end so"),
    HelpEntry("Names", ("minister:demir", 'vraagsteller:"Tom Ongena"'), "that minister, that asker"),
    HelpEntry("Party", ("partij:N-VA",), "asked by a member of that party"),
    HelpEntry("Theme", ("thema:werk", 'thema:"sociale economie"'), "documents with that theme"),
    HelpEntry(
        "Part of the document",
        ("titel:premie", "vraag:cijfers", 'antwoord:"stand van zaken"', "tabel:limburg"),
        "in the title, the question, the answer or a table",
    ),
    HelpEntry(
        "Number",
        ("nr. 386", "386 2023-2024 Brouns", "nummer:386"),
        "that question comes first; with nummer: nothing else is found",
    ),
    HelpEntry(
        "File or page of the parliament",
        ("2082929", "pfile:2082929", "dossier:1836380"),
        "the document with that number in its address; the whole address will do as well",
    ),
    HelpEntry(
        "Parliamentary year",
        ("jaar:2023-2024", "jaar:2019-2020..2022-2023", "jaar:2024"),
        "asked in those parliamentary years, or in that calendar year",
    ),
    HelpEntry(
        "Period",
        ("van:2024-01 tot:30/06/2024", "datum:2023-01..2023-06", 'van:"1 september 2023"'),
        "dated from, until or between those days, months or years",
    ),
    HelpEntry(
        "Kind",
        ("soort:verwijzing", 'soort:"geen gegevens"', "soort:onbeantwoord", "soort:document"),
        "that kind of answer or document",
    ),
    HelpEntry("Tables", ("heeft:tabel",), "documents with a table"),
    HelpEntry(
        "Dutch names",
        (
            "titel:premie vraagsteller:ongena",
            "soort:onbeantwoord jaar:2024",
            "maatwerk OF premie NIET subsidie",
        ),
        "every field and operator has a Dutch name, too",
        words_of="nl",
    ),
    HelpEntry(
        "English names",
        ("title:premie asker:ongena", "kind:unanswered year:2024", "maatwerk OR premie NOT subsidie"),
        "every field and operator has an English name, too",
        words_of="en",
    ),
    HelpEntry(
        "French names",
        ("titre:premie auteur:ongena", 'type:"sans réponse" année:2024', "depuis:2024-01 contient:tableau"),
        "every field has a French name, too",
        words_of="fr",
    ),
)

HELP_TEXTS = tuple(text for entry in QUERY_HELP for text in (entry.name, entry.meaning))


def help_in(language: str) -> tuple[HelpEntry, ...]:
    """The reference with its examples in the words of a language; those of the other languages stand at its end."""
    return tuple(
        msgspec.structs.replace(
            entry, examples=tuple(in_words_of(one, entry.words_of or language) for one in entry.examples)
        )
        for entry in QUERY_HELP
        if entry.words_of != language
    )
