"""What each minister was competent for, as the questions print it."""

from __future__ import annotations

from collections import defaultdict

from archive.links.names import TopicKey


class Portfolios:
    """Gathers the portfolios of the ministers, each with the last day on which a question prints it."""

    def __init__(self) -> None:
        self._seen: defaultdict[TopicKey, dict[str, tuple[int, str]]] = defaultdict(dict)

    def add(self, minister: TopicKey, portfolio: str | None, day: int) -> None:
        """Keeps what a question of a day (an ordinal, 0 for none) prints of a minister."""
        if portfolio:
            folded = " ".join(portfolio.casefold().split())
            held, seen = self._seen[minister], (day, portfolio)
            held[folded] = max(held.get(folded, seen), seen)

    def latest_first(self) -> dict[TopicKey, tuple[str, ...]]:
        """The portfolios of each minister, the one printed last first."""
        return {
            key: tuple(name for _, name in sorted(held.values(), reverse=True))
            for key, held in self._seen.items()
        }
