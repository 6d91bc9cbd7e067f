"""English forms whose family no rule tells: irregular plurals and pasts, and forms that only look inflected."""

from __future__ import annotations

# Each entry: the bare form, then the forms that join it.
_NOUNS = """
    child children, person people persons peoples, man men, woman women, foot feet, tooth teeth, mouse
    mice, goose geese, ox oxen, life lives, knife knives, wife wives, midwife midwives, housewife
    housewives, half halves, shelf shelves, wolf wolves, calf calves, thief thieves, loaf loaves, scarf
    scarves, hoof hooves, wharf wharves, sheaf sheaves, self selves, criterion criteria, phenomenon
    phenomena, bacterium bacteria, curriculum curricula, memorandum memoranda, referendum referenda,
    consortium consortia, stadium stadia, stratum strata, symposium symposia, spectrum spectra, formula
    formulae, larva larvae, alga algae, index indices, appendix appendices, matrix matrices, stimulus
    stimuli, fungus fungi, nucleus nuclei, alumnus alumni, crisis crises, thesis theses, hypothesis
    hypotheses, oasis oases, bus buses bussed bussing, gas gases, lens lenses, bias biases biased, iris
    irises, quiz quizzes, axis axes, emphasis emphases, diagnosis diagnoses, prognosis prognoses,
    synthesis syntheses, parenthesis parentheses, synopsis synopses, psychosis psychoses, forum fora,
    maximum maxima, minimum minima, money monies, penny pence, taxi taxis, alibi alibis, emoji emojis,
    safari safaris, israeli israelis, pakistani pakistanis, bangladeshi bangladeshis, iraqi iraqis, saudi
    saudis, yazidi yazidis, somali somalis, hindu hindus, menu menus, guru gurus, plus pluses, mp mps, ev
    evs, ad ads, id ids, tv tvs, pc pcs, dr drs, gp gps,
    bureau bureaux, plateau plateaux
"""
_VERBS = """
    make made, take took taken, undertake undertook undertaken, mistake mistook mistaken, give gave given,
    forgive forgave forgiven, say said, tell told, hold held, withhold withheld, uphold upheld, pay paid,
    repay repaid, lay laid, spend spent, send sent, lend lent, build built, rebuild rebuilt, keep kept,
    sleep slept, bring brought, buy bought, teach taught, seek sought, catch caught, fight fought, begin
    began begun, become became, overcome overcame, choose chose chosen, freeze froze frozen, drive drove
    driven, write wrote written, rewrite rewrote rewritten, ride rode ridden, arise arose arisen, break
    broke broken, speak spoke spoken, steal stole stolen, wake woke woken, forget forgot forgotten, grow
    grew grown, know knew known, throw threw thrown, draw drew drawn, withdraw withdrew withdrawn, show
    shown, swim swam swum, come came, see seen, oversee oversaw overseen, foresee foresaw foreseen, run
    ran, get got gotten, rise risen, swear swore sworn, wear wore worn, tear tore torn, shake shook
    shaken, strike struck stricken, sweep swept, stick stuck, swing swung, hang hung, beat beaten, bite
    bitten, prove proven, sink sank sunk, sing sang sung, drink drank drunk, sit sat, undergo undergoes
    underwent undergone undergoing, overtake overtook overtaken, overpay overpaid, underpay underpaid,
    overspend overspent, underspend underspent, misunderstand misunderstood, redraw redrew redrawn, undo
    undid undone undoes, remake remade, slide slid, spin spun, fly flew flown, underwrite underwrote
    underwritten, forgo forgone, forbid forbade forbidden, shrink shrank shrunk shrunken, awake awoke
    awoken, bend bent, bleed bled, blow blew blown, cling clung, creep crept, dig dug, dwell dwelt, kneel
    knelt, leap leapt, lean leant, dream dreamt, light lit, spill spilt, spoil spoilt, smell smelt, spell
    spelt, spring sprang sprung, sting stung, weave wove woven, weep wept, tread trod trodden, ring rang
    rung, sew sewn, sow sown, mow mown, swell swollen, foretell foretold, outgrow outgrew outgrown,
    override overrode overridden, overthrow overthrew overthrown, overhear overheard, unwind unwound, sell
    sold, resell resold, understand understood, stand stood, withstand withstood, lose lost, hear heard,
    mean meant, feel felt, deal dealt, learn learnt, burn burnt, lead led, mislead misled, feed fed, breed
    bred, speed sped, flee fled, meet met, eat ate eaten, hide hid hidden, fall fell fallen, win won, find
    found, shoot shot, do does did doing, go goes went going, have has had having, die died dying dies,
    lie lied lying lies, tie tied tying ties, create creates created creating, guide guided guiding, use
    used using, age aging ageing aged, owe owed owing, queue queuing queueing queued, breathe breathed
    breathing, taste tasted tasting, waste wasted wasting, change changed changing, range ranged ranging,
    add added adding adds, focus focuses focused focusing focussed focussing focusses, agree agreed,
    disagree disagreed, free freed, unite unites uniting, reunite reunites reunited reuniting, route
    routes routed routing, reroute reroutes rerouted rerouting, gauge gauges gauged gauging, triage
    triaged triaging, fuel fuelled fuelling fueled fueling, trial trialled trialling, dial dialled
    dialling,
    guarantee guaranteed, veto vetoed vetoing vetoes, panic panicked panicking, mimic mimicked mimicking,
    picnic picnicked picnicking, traffic trafficked trafficking, dye dyed dyeing, ski skis skied skiing,
    referee refereed
"""
_ADJECTIVES = """
    large larger largest, small smaller smallest, big bigger biggest, cheap cheaper cheapest, fast faster
    fastest, poor poorer poorest, safe safer safest, strong stronger strongest, short shorter shortest,
    young younger youngest, quick quicker quickest, healthy healthier healthiest, easy easier easiest,
    simple simpler simplest, clear clearer clearest, early earlier earliest, rich richer richest, weak
    weaker weakest, wide wider widest, broad broader broadest, fair fairer fairest, long longer longest,
    green greener greenest, deep deeper deepest, busy busier busiest, hard harder hardest, tough tougher
    toughest, smart smarter smartest, tight tighter tightest, full fuller fullest, warm warmer warmest,
    cold colder coldest, hot hotter hottest, slow slower slowest, heavy heavier heaviest, happy happier
    happiest, new newer newest, old older oldest, rare rarer rarest, dark darker darkest, wealthy
    wealthier wealthiest, harsh harsher harshest, low lowest, high highest, great greatest, near nearest
"""

_UNTOUCHED_LINES = """
news always perhaps whereas besides sometimes overseas series species means thanks
alias atlas bias canvas lens christmas texas kansas pancreas wales hastings james thames
chaos ethos cosmos kudos asbestos
politics economics physics ethics mathematics genetics genomics electronics logistics analytics athletics gymnastics
linguistics robotics aerobics obstetrics pediatrics orthopedics acoustics aeronautics ballistics dynamics informatics
hydraulics photonics optics semantics therapeutics tropics forensics aesthetics geriatrics proteomics olympics
basics graphics classics corps
need seed feed speed bleed breed weed indeed exceed proceed succeed hundred sacred naked kindred infrared
embed moped shred shed sled watershed united
evening morning during according nothing something anything everything building housing meeting hearing
training parking accounting clothing wedding outing earring herring pudding shilling being wellbeing wing
bedding cladding footing manning marketing customs goods
incoming willing concerted
king ring thing ceiling sterling sibling darling
its this thus yes us as is was
"""


def _by_form() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in f"{_NOUNS},{_VERBS},{_ADJECTIVES}".split(","):
        bare, *others = entry.split()
        found |= dict.fromkeys(others, bare)
    return found


IRREGULAR = _by_form()
UNTOUCHED = frozenset(_UNTOUCHED_LINES.split())

# Words of several syllables of which the last e is all that tells them from another word.
OWN_E = frozenset(
    """
    humane inhumane morale rationale nationale locale finale unite reunite urbane envelope attache fiance
    premise collette annette
    """.split()  # noqa: SIM905
)
