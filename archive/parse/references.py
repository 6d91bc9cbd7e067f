"""What a text refers to: other questions, parts of its own, texts of law and addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from archive.model.question import Reference
from archive.parse.question_references import find_questions
from archive.parse.source_references import find_addresses, find_laws, find_parts

FINDERS: tuple[Callable[[str], Iterator[tuple[int, Reference]]], ...] = (
    find_questions,
    find_laws,
    find_addresses,
    find_parts,
)


def find_references(texts: Iterable[str]) -> Iterator[Reference]:
    """The references in the order of the texts, each once.

    Kinds: written_question, part (of the same question), decree, decision, act, ordinance, circular, regulation,
    agreement, address. `target` is the address, or the label of the part; that of another question is found later.
    """
    seen: set[tuple[object, ...]] = set()
    for text in texts:
        found = [pair for finder in FINDERS for pair in finder(text)]
        for _, reference in sorted(found, key=itemgetter(0)):
            key = _identity(reference)
            if key not in seen:
                seen.add(key)
                yield reference


def _identity(reference: Reference) -> tuple[object, ...]:
    if reference.kind == "written_question":
        return reference.kind, reference.number, reference.parliamentary_year
    if reference.kind in ("part", "address"):
        return reference.kind, reference.target
    return reference.kind, reference.date or reference.text
