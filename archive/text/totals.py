"""Words by which a table says that a row or column adds up the others."""

from __future__ import annotations

import re
from functools import lru_cache

_TOTAL = re.compile(r"(alg(emeen|\.)\s+|eind)?totaa?l(en)?\b|som\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def names_total(label: str) -> bool:
    """Whether a label begins by naming a total: "Totaal", "Algemeen totaal", "Eindtotaal", "Totaal tewerkgesteld"."""
    return _TOTAL.match(label) is not None
