"""The terms of what is no word: parliamentary years and the numbers of questions. No form can begin like them."""

from __future__ import annotations

YEAR = "#y"
NUMBER = "#n"
