"""Examples of queries for the search page, made of what this archive holds: each of them finds something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from archive.links import Links
from archive.links.cards import Card
from archive.links.names import TopicKind, subject_name
from archive.links.topics import Topic
from archive.render.catalogue import Catalogue
from archive.text.tokens import tokens

# A beginning of a word is shown with so many letters; shorter words make no example.
_BEGINNING = 6
_LONGEST_PHRASE = 4


class QueryExample(msgspec.Struct, frozen=True):
    """A query to try, in Dutch words: pages show it in those of their language.

    meaning: a message id, with {name} for the value that the query is about, if any.
    """

    query: str
    meaning: str
    name: str = ""


ONE_SUBJECT = "documents about a subject, with every inflection of the words"
EXACT_WORDS = "exactly these words, one behind the other"
BEGINNING = "all words that begin so"
ONE_MINISTER = "what was asked of {name}"
ONE_ASKER = "what {name} asked"
ONE_THEME = "everything under the theme {name}"
ONE_YEAR = "one parliamentary year only"
ONE_NUMBER = "the question with this number, of this minister"
WITHOUT = "one word in the title, without another"
MEANINGS = (
    ONE_SUBJECT,
    EXACT_WORDS,
    BEGINNING,
    ONE_MINISTER,
    ONE_ASKER,
    ONE_THEME,
    ONE_YEAR,
    ONE_NUMBER,
    WITHOUT,
)


def query_examples(links: Links) -> tuple[QueryExample, ...]:
    """The examples for an archive, the simplest first; none of what it does not hold."""
    found = (
        *_of_subjects(_most_used(links, "subject")),
        *_of_people(links),
        *_without(links.cards),
        *_of_values(links),
        *_of_number(links.cards),
    )
    return tuple({example.query: example for example in found}.values())


def example_meaning(example: QueryExample, catalogue: Catalogue) -> str:
    """What an example finds, in the language of the catalogue."""
    return catalogue.gettext(example.meaning).replace("{name}", example.name)


def years_shown(links: Links) -> tuple[str, ...]:
    """The parliamentary years of the histogram: all from the first to the last, those without questions too."""
    known = [topic.name for topic in links.of_kind("year")]
    firsts = [int(name[:4]) for name in known if name[:4].isdigit()]
    if len(firsts) < len(known) or not known:
        return tuple(sorted(known))
    every = [f"{first}-{first + 1}" for first in range(min(firsts), max(firsts) + 1)]
    # A question with a wrong year would draw the others together: then only what there is.
    return tuple(sorted({*known, *every})) if len(every) <= 2 * len(known) + 10 else tuple(sorted(known))


def _most_used(links: Links, kind: TopicKind) -> list[Topic]:
    """Without topics of several names: no record need have the one that stands on their page."""
    topics = (topic for topic in links.of_kind(kind) if not links.authority.aliases(topic.key))
    return sorted(topics, key=lambda topic: (-len(topic.members), topic.key))


def _of_subjects(subjects: Sequence[Topic]) -> Iterator[QueryExample]:
    named = [(subject_name(topic.name), topic) for topic in subjects]
    words = [(name, [token.form for token in tokens(name)]) for name, _ in named]
    plain = [(name, forms) for name, forms in words if forms and not set(name) & set('"“”„‟«»():*')]
    short = next((name for name, forms in plain if len(forms) <= _LONGEST_PHRASE), None)
    if short:
        yield QueryExample(short.lower(), ONE_SUBJECT)
    phrase = next((name for name, forms in plain if 2 <= len(forms) <= _LONGEST_PHRASE), None)
    if phrase:
        yield QueryExample(f'"{phrase.lower()}"', EXACT_WORDS)
    longest = max((form for _, forms in plain[:10] for form in forms if form.isalpha()), key=len, default="")
    if len(longest) > _BEGINNING + 1:
        yield QueryExample(f"{longest[:_BEGINNING]}*", BEGINNING)


def _of_people(links: Links) -> Iterator[QueryExample]:
    for kind, field, meaning in (
        ("minister", "minister", ONE_MINISTER),
        ("asker", "vraagsteller", ONE_ASKER),
    ):
        for topic in _most_used(links, kind)[:1]:  # type: ignore[arg-type]
            forms = [token.form for token in tokens(topic.name)]
            if forms:
                yield QueryExample(f"{field}:{_value(forms[-1:])}", meaning, topic.name)


def _of_values(links: Links) -> Iterator[QueryExample]:
    for topic in _most_used(links, "theme")[:1]:
        forms = [token.form for token in tokens(topic.name)]
        if forms:
            yield QueryExample(f"thema:{_value(forms)}", ONE_THEME, topic.name)
    for topic in sorted(links.of_kind("year"), key=lambda topic: topic.name)[-1:]:
        yield QueryExample(f"jaar:{topic.name}", ONE_YEAR)


def _of_number(cards: Iterable[Card]) -> Iterator[QueryExample]:
    card = next((card for card in cards if card.number is not None and card.minister), None)
    if card is not None:
        forms = [token.form for token in tokens(card.minister or "")]
        if forms:
            yield QueryExample(f"nummer:{card.number} minister:{_value(forms[-1:])}", ONE_NUMBER)


def _without(cards: Sequence[Card]) -> Iterator[QueryExample]:
    """Two words of titles, the second in some titles with the first: no other title holds any form of it."""
    titles = [frozenset(token.form for token in tokens(card.title) if len(token.form) > 4) for card in cards]
    common = Counter(form for title in titles for form in title if form.isalpha())
    for wanted, _ in sorted(common.items(), key=lambda pair: (-pair[1], pair[0]))[:20]:
        having = [title for title in titles if wanted in title]
        beside = Counter(form for title in having for form in title if form != wanted and form.isalpha())
        for unwanted, _ in sorted(beside.items(), key=lambda pair: (-pair[1], pair[0]))[:20]:
            stem = unwanted[:4]
            if stem not in wanted and any(all(stem not in form for form in title) for title in having):
                yield QueryExample(f"titel:{wanted} -titel:{unwanted}", WITHOUT)
                return


def _value(forms: Sequence[str]) -> str:
    """Words as the value of a field: several stand in quotation marks."""
    return forms[0] if len(forms) == 1 else f'"{" ".join(forms)}"'
