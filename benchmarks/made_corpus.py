"""Makes written questions of Dutch-like words in any number, with known answers to the queries of the benchmark.

    python -m benchmarks.made_corpus DOCUMENTS FOLDER [WORDS]

writes records.jsonl (one record a line), site/d/NNN/N.html (the same texts as plain pages, marked for Pagefind) and
needles.json (true counts). The same number gives the same bytes. Words follow a double power law (exponent 1 to
rank 8,000, then 1.85), so that the lexicon grows as that of Dutch prose does; each document mixes common words, words
of its theme, a few words of its own, and numbers, about 1,000 in all (or WORDS).
"""

from __future__ import annotations

import bisect
import datetime as dt
import html
import itertools
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from archive.model.blocks import Paragraph
from archive.model.question import Answer, Body, Links, Minister, Person, SourceFacts, WrittenQuestion
from archive.model.record import encode_record
from archive.text.slugs import slug

_COMMON_WORDS = """
    de van het een in en dat is te op voor met zijn die niet aan er om ook als door bij of uit tot worden wordt naar
    nog over heeft maar meer deze vlaamse minister wel kan hebben geen was waar tussen onder na dit binnen moet
    hoeveel welke sinds jaar per volgende aantal cijfers ik we hun hoe wat waarom wanneer wie zich hierbij daarvan
    echter bijvoorbeeld stand zaken provincie gemeente dossier aanvraag beleid maatregel begroting
    """
_COMMON = _COMMON_WORDS.split()
_OPENINGS_WRITTEN = "b d f g h j k l m n p r s t v w z br dr gr kr tr bl kl pl sl st sp sch str kw zw"
_OPENINGS = _OPENINGS_WRITTEN.split()
_VOWELS_WRITTEN = "a e i o u aa ee oo uu ie oe ui ei ij ou au eu"
_VOWELS = _VOWELS_WRITTEN.split()
_CLOSINGS = ["l", "m", "n", "r", "s", "t", "k", "p", "g", "f", "ng", "rt", "st", "nd", "rk", "cht", *[""] * 6]
_ENDINGS = [
    "",
    "",
    "",
    "en",
    "en",
    "s",
    "t",
    "de",
    "te",
    "er",
    "ing",
    "ingen",
    "heid",
    "lijke",
    "atie",
    "isch",
]
_LINKS = ["", "", "s", "en"]
_FORENAMES_WRITTEN = "An Bart Els Femke Gert Hanne Ilse Jan Karel Lies Marc Nele Piet Rik Sara Tine Ward"
_FORENAMES = _FORENAMES_WRITTEN.split()
_SURNAMES_WRITTEN = (
    "Aerts Baert Claes Daems Engels Franck Goos Heylen Jacobs Maes Nys Peeters Smets Thijs Wuyts"
)
_SURNAMES = _SURNAMES_WRITTEN.split()
_PARTIES = ["N-VA", "CD&V", "Groen", "Vooruit", "Open Vld", "PVDA"]
_WORDS = 600_000
_THEMES = 40
_BEND = 8000
_USUAL_WORDS = 890

# What is planted: the name of its count, the words, and in which share of the documents (or in how many).
_NEEDLES: tuple[tuple[str, str, float], ...] = (
    ("rare", "kwartelkoningin", 3),
    ("first", "begeleidingspremie", 0.05),
    ("second", "loonpremie", 0.08),
    ("third", "tewerkstelling", 0.20),
    ("rare_phrase", "beschikbare contingent voor maatwerkbedrijven", 0.005),
    ("common_phrase", "stand van zaken", 0.30),
)


class Maker:
    """Makes documents one after the other and counts what it planted."""

    def __init__(self, documents: int, words: int = _USUAL_WORDS) -> None:
        self._luck = random.Random(documents)
        self._usual_words = words
        self._words = _vocabulary(self._luck)
        weights = (1 / (r + 3.7) if r < _BEND else _BEND**0.85 / (r + 3.7) ** 1.85 for r in range(_WORDS))
        self._weights = list(itertools.accumulate(weights))
        pool = [*range(150, 4000), *range(4000, 60_000, 14)]
        self._lexicons = [self._luck.sample(pool, 2500) for _ in range(_THEMES)]
        self._lexicon_weights = list(itertools.accumulate(1 / (rank + 5) for rank in range(2500)))
        self._themes = [
            f"Thema {order:02} {self._words[500 + 17 * order].capitalize()}" for order in range(_THEMES)
        ]
        self._theme_weights = list(itertools.accumulate(1 / rank for rank in range(1, _THEMES + 1)))
        self._rare = set(self._luck.sample(range(documents), min(3, documents)))
        self.true: Counter[str] = Counter()

    def make(self, order: int) -> WrittenQuestion:
        """Document number `order`; to be asked for in order."""
        luck = self._luck
        theme = bisect.bisect(self._theme_weights, luck.random() * self._theme_weights[-1])
        words = self._running_words(theme)
        self._plant(order, words)
        words = " ".join(words).split(" ")
        self.true["vlaamse"] += "vlaamse" in words
        title = " ".join(self._theme_words(theme, luck.randint(3, 7))).capitalize()
        paragraphs = _paragraphs(luck, words)
        asked = max(1, len(paragraphs) * 35 // 100)
        minister = f"{_FORENAMES[luck.randrange(5)]} {_SURNAMES[luck.randrange(5)]}"
        asker = f"{luck.choice(_FORENAMES)} {luck.choice(_SURNAMES)}"
        asked_on = dt.date(2004, 9, 1) + dt.timedelta(luck.randrange(365 * 20))
        year = f"{asked_on.year - (asked_on.month < 9)}-{asked_on.year + (asked_on.month >= 9)}"
        return WrittenQuestion(
            id=f"{year}/{slug(minister)}/{order}",
            number=order,
            parliamentary_year=year,
            title=title,
            subject=title,
            aspect=None,
            themes=(self._themes[theme],),
            asker=Person(asker, asker.upper(), _PARTIES[len(asker) % len(_PARTIES)]),
            minister=Minister(minister, minister.upper(), "Vlaams minister"),
            asked_on=asked_on,
            answered_on=None,
            published_on=None,
            question=Body(introduction=tuple(map(Paragraph, paragraphs[:asked]))),
            answer=Answer("substantive", introduction=tuple(map(Paragraph, paragraphs[asked:]))),
            links=Links(),
            document_id=None,
            dossier_id=None,
            references=(),
            source=SourceFacts(f"made#{order}", f"{order:064}", "application/json", 1),
            notes=(),
        )

    def _running_words(self, theme: int) -> list[str]:
        luck = self._luck
        count = max(60, int(luck.lognormvariate(math.log(self._usual_words), 0.5)))
        own = luck.choices(self._words, cum_weights=self._weights, k=14)
        shares = (count * 20 // 100, count * 6 // 100, count * 4 // 100)
        words = luck.choices(self._words, cum_weights=self._weights, k=count - sum(shares))
        words += self._theme_words(theme, shares[0])
        words += luck.choices(own, k=shares[1])
        words += [f"{int(math.exp(luck.random() * 11.5)):,}".replace(",", ".") for _ in range(shares[2])]
        luck.shuffle(words)
        return words

    def _theme_words(self, theme: int, count: int) -> list[str]:
        found = self._luck.choices(self._lexicons[theme], cum_weights=self._lexicon_weights, k=count)
        return [self._words[rank] for rank in found]

    def _plant(self, order: int, words: list[str]) -> None:
        luck = self._luck
        planted = set()
        for name, text, share in _NEEDLES:
            if order in self._rare if name == "rare" else luck.random() < share:
                planted.add(name)
                for _ in range(luck.randint(1, 3)):
                    words.insert(luck.randint(0, len(words)), text)
        self.true.update(planted)
        self.true["three"] += {"first", "second", "third"} <= planted


def _vocabulary(luck: random.Random) -> list[str]:
    """_WORDS different words; none begins as a planted one does."""
    starts = {text.split()[0][:6] for _, text, _ in _NEEDLES} - {"stand"}
    planted = (*starts, "contingent", "maatwerk")
    found = dict.fromkeys(_COMMON)
    stems: list[str] = []
    while len(found) < _WORDS:
        compounds = 0.15 if len(found) < 5000 else 0.45 if len(found) < 50_000 else 0.65
        if len(stems) > 50 and luck.random() < compounds:
            word = luck.choice(stems) + luck.choice(_LINKS) + luck.choice(stems) + luck.choice(_ENDINGS)
        elif len(stems) > 50 and luck.random() < 0.5:
            word = luck.choice(stems) + luck.choice(_ENDINGS)
        else:
            stem = "".join(
                luck.choice(_OPENINGS) + luck.choice(_VOWELS) + luck.choice(_CLOSINGS)
                for _ in range(luck.choice((1, 1, 1, 2, 2)))
            )
            stems += [stem] if len(stem) > 2 else []
            word = stem + luck.choice(_ENDINGS)
        if not word.startswith(planted):
            found[word] = None
    return list(found)


def _paragraphs(luck: random.Random, words: Sequence[str]) -> list[str]:
    """Sentences of 6 to 22 words, four in a paragraph."""
    sentences = []
    start = 0
    while start < len(words):
        end = start + luck.randint(6, 22)
        sentences.append(" ".join(words[start:end]).capitalize() + ".")
        start = end
    return [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]


def write_page(question: WrittenQuestion, folder: Path) -> None:
    """The text of a question as a plain page, marked for Pagefind as ours are for our search."""
    escape = html.escape
    bodies = [("Vraag", question.question), *([("Antwoord", question.answer)] if question.answer else [])]
    text = "".join(
        f"<h2>{name}</h2>"
        + "".join(f"<p>{escape(getattr(block, 'text', ''))}</p>" for block in body.introduction)
        for name, body in bodies
    )
    filters = (
        ("minister", question.minister.name),
        ("asker", question.asker.name),
        *(("theme", theme) for theme in question.themes),
        ("year", question.parliamentary_year),
    )
    facts = "".join(f'<dd data-pagefind-filter="{name}">{escape(value)}</dd>' for name, value in filters)
    page = (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{escape(question.title)}</title></head>'
        f"<body><main data-pagefind-body><h1>{escape(question.title)}</h1><dl>{facts}</dl>{text}</main></body></html>\n"
    )
    path = folder / "d" / f"{question.number // 1000:03}" / f"{question.number}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, "utf-8")


def write_corpus(documents: int, folder: Path, *, pages: bool, words: int = _USUAL_WORDS) -> None:
    """Writes `documents` made questions, with their pages if asked for, and what is true of them."""
    folder.mkdir(parents=True, exist_ok=True)
    maker = Maker(documents, words)
    with (folder / "records.jsonl").open("wb") as records:
        for order in range(documents):
            question = maker.make(order)
            records.write(encode_record(question) + b"\n")
            if pages:
                write_page(question, folder / "site")
    (folder / "needles.json").write_text(json.dumps(maker.true), "utf-8")


if __name__ == "__main__":
    usual = int(sys.argv[3]) if len(sys.argv) > 3 else _USUAL_WORDS
    write_corpus(int(sys.argv[1]), Path(sys.argv[2]), pages=True, words=usual)
