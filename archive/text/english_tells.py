"""How English sentences tell what something is, when it began, and what it is for."""

from __future__ import annotations

from typing import Final

from archive.text.tells import Tells, marks_of

_MARKS = """
    defines is are 1 a an the designed intended responsible part
    defines consists consist 2 of
    defines comprises comprise provides provide supports support enables enable allows allow offers offer requires
    defines regulates oversees replaces replace covers cover means aims
    defines has have 5 aim task duty purpose role
    begins came come comes 3 force effect
    begins was were been 2 established introduced launched created founded opened replaced renamed transformed set
    begins began
    intends intend intends want wants aimed committed
    intends so 1 that
    intends in 2 order
    intends will 2 help ensure support provide deliver
    """
_OPENING = "the a an this new current both every scheme programme under government's"
_POINTING = "this that these those it they he she its their"
_BECOMING = "transformed replaced renamed converted turned merged changed"
_INTO = "into by as to"
_NEGATION = "not no never hardly neither"
_VAGUE = """
    i me my we us our you your question questions answer answers answered hon noble lord table attached annex below
    following this these such thereof see cf also however moreover furthermore additionally
    """

TELLS: Final = Tells(
    marks=marks_of(_MARKS),
    opening=frozenset(_OPENING.split()),
    pointing=frozenset(_POINTING.split()),
    becoming=frozenset(_BECOMING.split()),
    into=frozenset(_INTO.split()),
    negation=frozenset(_NEGATION.split()),
    vague=frozenset(_VAGUE.split()),
)
