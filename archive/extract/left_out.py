"""Notes about what a document holds but its reader does not see, or cannot be read as text."""

from __future__ import annotations

from collections.abc import Mapping

from archive.model.question import Note

_MESSAGES = {
    # Only counted: its author may have meant to take it back, and whoever reads the document does not see it.
    "deleted_text": "words that were deleted with tracked changes and left out",
    "deleted_rows": "rows of tables that were deleted with tracked changes and left out",
    "hidden_text": "hidden words that were left out",
    "comment": "comments beside the text that were left out",
    "picture": "pictures, drawings or embedded objects that were not read",
    "embedded_document": "embedded documents that were not read",
}


def left_out_notes(counts: Mapping[str, int]) -> list[Note]:
    """A note for each kind, by how many there are of it."""
    return [
        Note(code, f"{counts[code]} {message}", "text")
        for code, message in _MESSAGES.items()
        if counts.get(code)
    ]
