"""Which questions name the same text of law."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from archive.model.question import Reference, WrittenQuestion

_LAWS: Final = frozenset({"decree", "decision", "act", "ordinance", "circular", "regulation", "agreement"})

LawKey = tuple[str, str]


def law_key(reference: Reference) -> LawKey | None:
    """What makes a text of law one: its kind and date, or the short name of a decree. None for other references."""
    if reference.kind not in _LAWS:
        return None
    return reference.kind, reference.date.isoformat() if reference.date else reference.text.casefold()


def laws_named(record: WrittenQuestion) -> tuple[LawKey, ...]:
    """The texts of law that a question names, each once."""
    return tuple(dict.fromkeys(filter(None, map(law_key, record.references))))


class Laws:
    """The texts of law that questions name, each with the questions that do."""

    def __init__(self, named: Iterable[tuple[str, Iterable[LawKey]]]) -> None:
        """named: the id of each question with the texts of law that it names."""
        self._naming: defaultdict[LawKey, list[str]] = defaultdict(list)
        for id_, keys in named:
            for key in keys:
                self._naming[key].append(id_)

    def others_naming(self, reference: Reference, id_: str) -> tuple[str, ...]:
        """The other questions that name the text of law of a reference, by id; none where it is no law."""
        key = law_key(reference)
        return tuple(sorted(one for one in self._naming.get(key, ()) if one != id_)) if key else ()
