"""English forms whose family no rule tells: irregular plurals and pasts, and forms that only look inflected."""

from __future__ import annotations

# Each line: the bare form, then the forms that join it.
_IRREGULAR_LINES = """
child children
person people persons peoples
man men
woman women
foot feet
tooth teeth
mouse mice
goose geese
ox oxen
life lives
knife knives
wife wives
midwife midwives
housewife housewives
half halves
shelf shelves
wolf wolves
calf calves
thief thieves
loaf loaves
leaf leaves
scarf scarves
hoof hooves
wharf wharves
sheaf sheaves
self selves
criterion criteria
phenomenon phenomena
bacterium bacteria
curriculum curricula
memorandum memoranda
referendum referenda
consortium consortia
stadium stadia
stratum strata
symposium symposia
spectrum spectra
formula formulae
larva larvae
alga algae
index indices
appendix appendices
matrix matrices
stimulus stimuli
fungus fungi
nucleus nuclei
alumnus alumni
crisis crises
thesis theses
hypothesis hypotheses
oasis oases
basis bases
bus buses bussed bussing
gas gases
lens lenses
bias biases biased
iris irises
quiz quizzes
plus pluses
mp mps
gp gps
make made
take took taken
undertake undertook undertaken
mistake mistook mistaken
give gave given
forgive forgave forgiven
say said
tell told
hold held
withhold withheld
uphold upheld
pay paid
repay repaid
lay laid
spend spent
send sent
lend lent
build built
rebuild rebuilt
keep kept
sleep slept
bring brought
buy bought
teach taught
seek sought
catch caught
fight fought
begin began begun
become became
overcome overcame
choose chose chosen
freeze froze frozen
drive drove driven
write wrote written
rewrite rewrote rewritten
ride rode ridden
arise arose arisen
break broke broken
speak spoke spoken
steal stole stolen
wake woke woken
forget forgot forgotten
grow grew grown
know knew known
throw threw thrown
draw drew drawn
withdraw withdrew withdrawn
show shown
swim swam swum
sell sold
resell resold
understand understood
stand stood
withstand withstood
lose lost
hear heard
mean meant
feel felt
deal dealt
learn learnt
burn burnt
lead led
mislead misled
feed fed
breed bred
speed sped
flee fled
meet met
eat ate eaten
hide hid hidden
fall fell fallen
win won
shoot shot
do does did doing
go goes went going
have has had having
die died dying dies
lie lied lying lies
tie tied tying ties
create creates created creating
guide guided guiding
use used using
age aging ageing aged
owe owed owing
queue queuing queueing queued
breathe breathed breathing
taste tasted tasting
waste wasted wasting
change changed changing
range ranged ranging
add added adding adds
focus focuses focused focusing focussed focussing focusses
agree agreed
disagree disagreed
free freed
guarantee guaranteed
veto vetoed vetoing vetoes
panic panicked panicking
mimic mimicked mimicking
traffic trafficked trafficking
"""

_UNTOUCHED_LINES = """
news always perhaps whereas besides towards afterwards sometimes overseas series species means thanks
alias atlas canvas christmas texas kansas pancreas wales hastings james thames
chaos ethos cosmos kudos asbestos
need seed feed speed bleed breed weed indeed exceed proceed succeed hundred sacred naked kindred infrared
embed moped shred shed sled watershed united
evening morning during according nothing something anything everything building housing meeting hearing
training parking accounting clothing wedding outing earring herring pudding shilling being wellbeing wing
king ring thing ceiling sterling sibling darling
its this thus yes us as is was
"""


def _by_form() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _IRREGULAR_LINES.split("\n"):
        bare, *others = line.split() or [""]
        found |= dict.fromkeys(others, bare)
    return found


IRREGULAR = _by_form()
UNTOUCHED = frozenset(_UNTOUCHED_LINES.split())
