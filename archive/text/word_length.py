"""How long a word can be, in any language."""

from __future__ import annotations

# Letters. What is longer is no word, and not worth the time that its inflections and parts would take.
LONGEST_WORD = 100
