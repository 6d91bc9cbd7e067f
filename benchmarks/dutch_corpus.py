"""The lexicon of a corpus, without an index: what the benchmarks of words need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from archive.model.record import Record
from archive.search.analysis import analyse
from archive.search.lexicon import Lexicon
from archive.search.zones import passages
from archive.text.abbreviations import Definition, definitions, settled


def read_lexicon(records: Iterable[Record], others: Iterable[str] = ()) -> Lexicon:
    """The forms of the records, other forms, and the abbreviations that the records define."""
    forms = set(others)
    defined: Counter[Definition] = Counter()
    for record in records:
        forms.update(analyse(record).occurrences)
        defined.update({found for _, text in passages(record) for found in definitions(text)})
    return Lexicon(forms, settled(defined))
