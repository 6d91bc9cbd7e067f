"""Notes about links whose address is not what stands in the text."""

from __future__ import annotations

from archive.model.question import Note

_MOST = 200


class LinkNotes:
    """Gathers the addresses behind texts; each pair once."""

    def __init__(self) -> None:
        self._targets: dict[tuple[str, str], None] = {}

    def add(self, text: str, target: str) -> None:
        """Notes that `text` leads to `target`, unless it says so itself or leads nowhere outside the document."""
        shown = " ".join(text.split())
        if shown and target and not target.startswith("#") and _bare(target) != _bare(shown):
            self._targets[shown, target] = None

    def notes(self) -> list[Note]:
        """A note for each, as many as anybody reads; one more says how many are left."""
        pairs = list(self._targets)
        notes = [
            Note("link_target", f"'{text}' leads to {target}", "links") for text, target in pairs[:_MOST]
        ]
        if len(pairs) > _MOST:
            notes.append(
                Note("link_target", f"{len(pairs) - _MOST} more texts lead to other addresses", "links")
            )
        return notes


def _bare(address: str) -> str:
    address = address.strip().casefold()
    for beginning in ("mailto:", "https://", "http://", "www."):
        address = address.removeprefix(beginning)
    return address.rstrip("/")
