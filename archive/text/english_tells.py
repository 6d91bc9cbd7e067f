"""How English sentences tell what something is, when it began, and what it is for."""

from __future__ import annotations

from typing import Final

from archive.text.tells import Tells, pattern_of

_DEFINES = r"""
    (?:is|are|was|were)\s(?:an?|the|designed|intended|responsible|part\sof|made\sup)\b
    |consists?\sof|compris(?:es?|ing)|(?:has|have)\s(?:the\s)?(?:aim|task|duty|purpose)|aims?\sto|means\b
    |provides?|supports?|enables?|allows?|offers?|requires?|regulates?|oversees?|replaces?|covers?|sets\sout|applies
"""
_BEGINS = r"""
    came\sinto\s(?:force|effect)|in\sforce|into\sforce|(?:was|were|been)\s(?:set\sup|established|introduced
    |launched|created|replaced|opened|founded|published)|began|started|launched|took\sover|replaced
"""
_INTENDS = r"""
    intends?\sto|wants?\sto|aim(?:ed)?\s(?:is|at)|so\sthat|in\sorder\sto|will\s(?:help|ensure|support|provide|deliver)
    |committed\sto
"""
_VAGUE = r"""
    \b(?:I|me|my|we|us|our|you|your)\b|\b(?:this|my|the)\s(?:parliamentary\s)?questions?\b
    |\b(?:hon\.?|right\shon|noble\slord|refers?\sto\sthe\sanswer|answer\sof|answers?\sto|table\sbelow
    |following\stable|attached|annex|see\b|cf\.)
"""

TELLS: Final = Tells(
    defines=pattern_of(_DEFINES),
    begins=pattern_of(_BEGINS),
    intends=pattern_of(_INTENDS),
    opening=frozenset({"the", "a", "an", "this", "new", "current", "both", "every", "scheme", "programme"}),
    pointing=frozenset({"this", "that", "these", "those", "it", "they", "he", "she"}),
    vague=pattern_of(_VAGUE, whole_words=False, ignore_case=True),
)
