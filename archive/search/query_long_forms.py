"""Long forms of abbreviations in a query: `lokale diensteneconomie` also asks for what abbreviates it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from archive.search.query_tree import And, Not, Or, Tree, Word

# Words of a query that stand side by side are tried together up to this many.
LONGEST = 12


def with_long_forms(tree: Tree, is_known: Callable[[str], bool]) -> Tree:
    """The tree in which words side by side may also stand together as one long form that the lexicon knows.

    is_known: whether the lexicon has a form; long forms stand there with their words joined by "_". A document
    that matches in both ways gets both scores. site/search.js does the same.
    """
    match tree:
        case Not(of):
            return Not(with_long_forms(of, is_known))
        case Or(of):
            return Or(tuple(with_long_forms(branch, is_known) for branch in of))
        case And(of):
            plain = And(tuple(with_long_forms(branch, is_known) for branch in of))
            ways = [_shortened(plain.of, *run) for run in _runs(of, is_known)]
            return Or((plain, *ways)) if ways else plain
    return tree


def _runs(branches: tuple[Tree, ...], is_known: Callable[[str], bool]) -> Iterator[tuple[int, int, Word]]:
    """First and last place of branches that are the words of a long form, and the word that stands for them."""
    for first, start in enumerate(branches):
        if not isinstance(start, Word):
            continue
        joined = start.form
        for last in range(first + 1, min(first + LONGEST, len(branches))):
            following = branches[last]
            if not isinstance(following, Word) or following.zone != start.zone:
                break
            joined = f"{joined}_{following.form}"
            if is_known(joined):
                yield first, last, Word(joined, start.zone)


def _shortened(branches: tuple[Tree, ...], first: int, last: int, word: Word) -> Tree:
    left = (*branches[:first], word, *branches[last + 1 :])
    return left[0] if len(left) == 1 else And(left)
