"""What each minister was competent for, as the questions print it."""

from __future__ import annotations

from collections import defaultdict

from archive.links.names import TopicKey, topic_key
from archive.model.question import WrittenQuestion


class Portfolios:
    """Gathers the portfolios of the ministers, each with the last day on which a question prints it."""

    def __init__(self) -> None:
        self._seen: defaultdict[TopicKey, dict[str, tuple[int, str]]] = defaultdict(dict)

    def add(self, record: WrittenQuestion) -> None:
        portfolio = record.minister.portfolio
        if portfolio:
            held = self._seen[topic_key("minister", record.minister.name)]
            folded = " ".join(portfolio.casefold().split())
            seen = (record.asked_on.toordinal() if record.asked_on else 0, portfolio)
            held[folded] = max(held.get(folded, seen), seen)

    def latest_first(self) -> dict[TopicKey, tuple[str, ...]]:
        """The portfolios of each minister, the one printed last first."""
        return {
            key: tuple(name for _, name in sorted(held.values(), reverse=True))
            for key, held in self._seen.items()
        }
