"""Queries drawn from real documents: of every kind, those of the same seed always the same."""

from __future__ import annotations

import datetime as dt
import random
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from archive.model.record import Record
from tests.search.real_texts import Texts

FIELDS = {
    "title": ("titel", "title"),
    "question": ("vraag", "question"),
    "answer": ("antwoord", "answer"),
    "table": ("tabel", "table"),
    "theme": ("thema", "theme"),
    "asker": ("vraagsteller", "asker"),
    "minister": ("minister",),
    "meta": ("pfile", "dossier"),
}
_MONTH_NAMES = "januari februari maart april mei juni juli augustus september oktober november december"
MONTHS = _MONTH_NAMES.split()
KIND_VALUES = (
    "vraag",
    "document",
    "beantwoord",
    "deels",
    "verwijzing",
    "onbeantwoord",
    "geengegevens",
    "onbevoegd",
)
# Each in how many tries another query must be found; a kind that has no more gives its turn to the others.
_TRIES = 20


class RealQuery(NamedTuple):
    """A query with the options of Vraagarchief.search that it is asked with (sort and filters)."""

    kind: str
    text: str
    options: Mapping[str, Any]


Maker = Callable[[random.Random, Texts], str]


def real_queries(records: Sequence[Record], count: int, seed: int = 20) -> list[RealQuery]:
    """`count` different queries drawn from `records`, the kinds in turn."""
    luck = random.Random(seed)
    texts = Texts(records)
    found: dict[tuple[str, str], RealQuery] = {}
    kinds = list(MAKERS)
    while kinds and len(found) < count:
        for kind in tuple(kinds):
            query = next(
                (one for one in _tries(kind, luck, texts) if (one.text, str(one.options)) not in found), None
            )
            if query is None:
                kinds.remove(kind)
            else:
                found[query.text, str(query.options)] = query
    return list(found.values())[:count]


def tally(queries: Sequence[RealQuery]) -> dict[str, int]:
    """How many queries there are of each kind."""
    return dict(Counter(query.kind for query in queries))


def _tries(kind: str, luck: random.Random, texts: Texts) -> Iterator[RealQuery]:
    for _ in range(_TRIES):
        options = _options(luck, texts) if kind == "sorted and filtered" else {}
        yield RealQuery(kind, MAKERS[kind](luck, texts), options)


def _options(luck: random.Random, texts: Texts) -> dict[str, Any]:
    """A sort, and wanted values of one facet or two."""
    one, other = luck.choice(texts.questions), luck.choice(texts.questions)
    filters = {
        "minister": [one.minister.name, other.minister.name],
        "asker": [one.asker.name],
        "party": [one.asker.party or "Niemand"],
        "theme": [*one.themes, *other.themes],
        "parliamentary_year": [one.parliamentary_year],
        "answer_kind": ["substantive"],
        "kind": ["supporting_document", "written_question"],
        "has_table": [luck.choice(["yes", "no"])],
    }
    chosen = luck.sample(sorted(filters), luck.randint(0, 2))
    return {
        "sort": luck.choice(["relevance", "newest", "oldest"]),
        "filters": {name: filters[name] for name in chosen},
    }


def _of_band(name: str) -> Maker:
    return lambda luck, texts: texts.printed[luck.choice(texts.bands[name] or texts.bands["word"])]


def _inflection(luck: random.Random, texts: Texts) -> str:
    if luck.random() < 0.7:
        return luck.choice(luck.choice(texts.families))
    return texts.word(luck) + luck.choice(["s", "en", "e", "n", "'s"])


def _abbreviation(luck: random.Random, texts: Texts) -> str:
    one = luck.choice(texts.definitions)
    long = " ".join(form for form, _ in one.words)
    return luck.choice(
        [one.short, one.short.upper(), long, f"{long} {texts.word(luck)}", f'"{long}"', f"{one.short}*"]
    )


def _joined(luck: random.Random, texts: Texts) -> str:
    """A word with signs or digits in it, or the same written otherwise."""
    word = luck.choice(texts.joined)
    apart = word.replace("-", " ").replace("/", " ")
    return luck.choice([word, word, f'"{word}"', f'"{apart}"', word.replace("-", ""), word.replace(".", "")])


def _other_spelling(luck: random.Random, texts: Texts) -> str:
    word = luck.choice([*texts.accented, texts.word(luck)])
    plain = unicodedata.normalize("NFKD", word)
    return luck.choice([word.upper(), word.title(), plain, plain.encode("ascii", "ignore").decode() or word])


def _phrase(luck: random.Random, texts: Texts) -> str:
    return _quoted(texts.window(luck, 2, 6).printed)


def _phrase_of_stop_words(luck: random.Random, texts: Texts) -> str:
    """A phrase with a stop word at its beginning, in its middle or at its end, or of nothing else."""
    place = luck.choice([0, 1, -1, None])
    for _ in range(200):
        window = texts.window(luck, 2, 6)
        wanted = window.forms if place is None else window.forms[place : place + 1 or None]
        if texts.stop_words.issuperset(wanted):
            return _quoted(window.printed)
    return _quoted(texts.window(luck, 3, 3).printed)


def _phrase_in_field(luck: random.Random, texts: Texts) -> str:
    window = texts.window(luck, 2, 4)
    zone = window.zone if luck.random() < 0.7 else luck.choice(sorted(FIELDS))
    return f"{luck.choice(FIELDS[zone])}:{_quoted(window.printed)}"


def _disordered(luck: random.Random, texts: Texts) -> str:
    window = list(texts.window(luck, 2, 5).printed)
    luck.shuffle(window)
    return _quoted(window)


def _near(luck: random.Random, texts: Texts) -> str:
    window = texts.window(luck, 3, 8)
    words = luck.sample(window.printed, luck.randint(2, min(4, len(window.printed))))
    field = f"{FIELDS[window.zone][0]}:" if luck.random() < 0.2 else ""
    return f"{field}{_quoted(words)}~{luck.choice([1, 2, 3, 5, 8, 13, 30, 50])}"


def _prefix(luck: random.Random, texts: Texts) -> str:
    word = texts.word(luck, lambda word: len(word) > 2 and not word.isdigit())
    return f"{_field(luck)}{word[: luck.randint(2, len(word))]}*"


def _ending(luck: random.Random, texts: Texts) -> str:
    word = texts.word(luck, lambda word: len(word) > 3)
    return f"{_field(luck)}*{word[-luck.randint(3, len(word)) :]}"


def _field(luck: random.Random) -> str:
    return luck.choice(["", "", f"{luck.choice(luck.choice(list(FIELDS.values())))}:"])


def _in_field(luck: random.Random, texts: Texts) -> str:
    line = luck.choice(texts.lines)
    zone = line.zone if luck.random() < 0.8 else luck.choice(sorted(FIELDS))
    one, other = luck.choice(line.printed), texts.word(luck)
    return f"{luck.choice(FIELDS[zone])}:{luck.choice([one, one, f'({one} OF {other})', f'({one} {other})'])}"


def _name(luck: random.Random, texts: Texts) -> str:
    question = luck.choice(texts.questions)
    field, name = luck.choice([("vraagsteller", question.asker.name), ("minister", question.minister.name)])
    return luck.choice([f'{field}:"{name}"', f"{field}:{name.split()[-1]}", name, f"{field}:({name})"])


def _number(luck: random.Random, texts: Texts) -> str:
    question = luck.choice(texts.questions)
    return luck.choice([f"nummer:{question.number}", f"number:{question.number + luck.randint(0, 2)}"])


def _year(luck: random.Random, texts: Texts) -> str:
    year = luck.choice(texts.questions).parliamentary_year
    first, last = year.split("-")
    return luck.choice([
        f"jaar:{year}",
        f"jaar:{first}",
        f"year:{first}..{int(last) + luck.randint(0, 3)}",
        f"jaar:{year}..{int(first) + 1}-{int(last) + 1}",
        year,
        f"{first}/{last}",
    ])  # fmt: skip


def _date(luck: random.Random, texts: Texts) -> str:
    day = _day(luck, texts)
    later = day + dt.timedelta(luck.randint(0, 400))
    printed = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return luck.choice([
        f"van:{day}",
        f"tot:{day:%Y-%m}",
        f"van:{day} tot:{later}",
        f"datum:{day}",
        f"datum:{day:%Y-%m}..{later:%Y-%m}",
        f"datum:..{day:%Y}",
        f"van:{printed} tot:{later.year}",
        f'van:"{printed}"',
        printed,
        f"{day.day:02}/{day.month:02}/{day.year}",
    ])  # fmt: skip


def _day(luck: random.Random, texts: Texts) -> dt.date:
    return luck.choice(texts.questions).asked_on or dt.date(2024, 1, 1)


def _facet(luck: random.Random, texts: Texts) -> str:
    question = luck.choice(texts.questions)
    values = [f"soort:{luck.choice(KIND_VALUES)}", "heeft:tabel"]
    values += [f'partij:"{question.asker.party}"'] if question.asker.party else []
    values += [f'thema:"{theme}"' for theme in question.themes]
    return luck.choice(["", f"{texts.word(luck)} ", "NIET "]) + luck.choice(values)


def _pointer(luck: random.Random, texts: Texts) -> str:
    question = luck.choice(texts.questions)
    day = question.asked_on or dt.date(2024, 1, 1)
    name = question.minister.name.split()[-1]
    number, year = question.number, question.parliamentary_year
    return luck.choice([
        f"nr. {number}",
        f"{number} {year} {name}",
        f"vraag nr. {number} van {day.day} {MONTHS[day.month - 1]} {day.year}",
        f"sv{number} {name}",
        f"nr. {number} ({year}) van {question.asker.name} aan {question.minister.name}",
        question.id,
        question.document_id or str(number),
        f"dossier {question.dossier_id or number}",
        f"{number} {texts.word(luck)}",
    ])  # fmt: skip


def _several_words(luck: random.Random, texts: Texts) -> str:
    line = luck.choice(texts.long_lines)
    return " ".join(luck.sample(line.printed, luck.randint(2, 4)))


def _any_of(luck: random.Random, texts: Texts) -> str:
    words = [texts.word(luck) for _ in range(luck.randint(2, 4))]
    return luck.choice([" OF ", " OR "]).join(words)


def _without(luck: random.Random, texts: Texts) -> str:
    one, other = texts.word(luck), texts.word(luck)
    return luck.choice(
        [f"{one} -{other}", f"NIET {one}", f"-{one}", f"{one} NOT ({other} {one})", f"-{one} -{other}"]
    )


def _mixed(luck: random.Random, texts: Texts, depth: int = 0) -> str:
    """Queries of other kinds, joined."""
    chance = luck.random()
    if depth < 3 and (chance < 0.35 or not depth):
        return f"{_mixed(luck, texts, depth + 1)} {_mixed(luck, texts, depth + 1)}"
    if depth < 3 and chance < 0.55:
        joint = luck.choice(["OF", "OR"])
        return f"({_mixed(luck, texts, depth + 1)} {joint} {_mixed(luck, texts, depth + 1)})"
    if depth < 3 and chance < 0.65:
        return f"NIET ({_mixed(luck, texts, depth + 1)})"
    simple = [_several_words, _phrase, _near, _prefix, _ending, _in_field, _year, _facet, _inflection, _date]
    return luck.choice(simple)(luck, texts)


def _copied(luck: random.Random, texts: Texts) -> str:
    """The beginning of a text as it is printed, its marks included; some are no query, which all must say alike."""
    return " ".join(luck.choice(texts.lines).text.split()[: luck.randint(1, 12)])


def _misspelt(luck: random.Random, texts: Texts) -> str:
    word = texts.word(luck, lambda word: len(word) > 3)
    at = luck.randrange(len(word))
    return luck.choice([word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word[::-1]])


def _strangers(luck: random.Random, texts: Texts) -> str:
    """Words of one document each, which hardly ever meet."""
    return " ".join(luck.choice(texts.bands["word of one document"]) for _ in range(2))


def _quoted(words: Sequence[str]) -> str:
    return f'"{" ".join(words)}"'


MAKERS: dict[str, Maker] = {
    "word of one document": _of_band("word of one document"),
    "rare word": _of_band("rare word"),
    "word": _of_band("word"),
    "stop word": _of_band("stop word"),
    "inflection": _inflection,
    "part of a compound": lambda luck, texts: luck.choice(texts.parts),
    "abbreviation or long form": _abbreviation,
    "word with signs or digits": _joined,
    "other spelling": _other_spelling,
    "phrase": _phrase,
    "phrase with stop words": _phrase_of_stop_words,
    "phrase in a field": _phrase_in_field,
    "phrase in disorder": _disordered,
    "near": _near,
    "prefix": _prefix,
    "ending": _ending,
    "word in a field": _in_field,
    "name": _name,
    "number": _number,
    "year": _year,
    "date": _date,
    "facet": _facet,
    "pointer": _pointer,
    "several words": _several_words,
    "any of several": _any_of,
    "without": _without,
    "mixed": _mixed,
    "copied text": _copied,
    "misspelt": _misspelt,
    "words that hardly meet": _strangers,
    "sorted and filtered": lambda luck, texts: luck.choice(
        ["", texts.word(luck), _several_words(luck, texts), _any_of(luck, texts)]
    ),
}
