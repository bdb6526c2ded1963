"""Which words say what a quantity measures: what happened, what is counted, what ends well."""

import re

from models.domain.vocabulary import Measure

# What happened to people or things. An event beats a noun: "3 soldiers died" is killed, not troops.
EVENTS: dict[Measure, str] = {
    Measure.KILLED: r"kill\w*|dead|deaths?|died|dies|dying|perished|slain|murdered|massacred|executed|"
    r"drown\w*|murders?|homicides?|froze|fallen|buried|burying|swept away|wiped out|starved|suffocated|"
    r"electrocuted|"
    r"beheaded|hanged|gunned down|"
    r"fatalit(?:y|ies)|lost (?:his|her|their) li(?:fe|ves)|claim\w* the li(?:fe|ves)|lives|bodies|corpses|"
    r"death toll|toll|shot dead|fatally|deceased|fatal",
    Measure.INJURED: r"injur\w*|wound\w*|hurt|hospitali[sz]ed|maimed|treated (?:for|in|at)|taken to"
    r" (?:a |the )?(?:\w+ )?hospitals?|in (?:a )?(?:critical|serious) condition|intensive care",
    Measure.CASUALTIES: r"casualt(?:y|ies)|victims?",
    Measure.MISSING: r"missing|unaccounted(?: for)?|trapped|disappeared|feared lost|being sought",
    Measure.DETAINED: r"arrest\w*|detain\w*|detention|imprison\w*|jailed|custody|prisoners?|captured|"
    r"rounded up|captives?|in jail|in prison|behind bars|(?:being|been|is|are|was|were) (?:held|caught)|"
    r"have been caught|"
    r"hostages?|kidnap\w*|abduct\w*|taken prisoner|inmates",
    Measure.EVACUATED: r"evacuat\w*|airlifted|shelter(?:ed|ing)|took shelter|taking shelter|relocat\w*|"
    r"taken out of|flown (?:out|home)|moved to (?:a|an|the) (?:\w+ )?(?:hall|cent(?:er|re)|shelter|camp|"
    r"school|stadium|hotel)|"
    r"(?:was|were|been) moved|"
    r"accommodated|moved (?:out|to (?:safety|safer|higher))|resettled|relief camps?|evacuation cent(?:er|"
    r"re)s?|"
    r"emergency shelters?|temporary shelters?|evacuees|housed in|staying in",
    Measure.RETURNED: r"return(?:ed|ees?|ing|s)?|repatriat\w*|gone (?:back|home)|went (?:back|home)|came "
    r"back",
    Measure.REFUGEES: r"refugees?|asylum[- ]seekers?|crossed (?:the (?:border|river|frontier)|into|over)|"
    r"fled (?:to|into|across|"
    r"abroad)|"
    r"fled (?:the country)|taken in|taking in|migrants?|sought (?:refuge|asylum)|seeking (?:refuge|asylum)|"
    r"claimed asylum|arrivals",
    Measure.DISPLACED: r"on the move|liv(?:e|es|ing) in (?:tents?|camps?|schools|shelters|makeshift)|"
    r"nowhere to (?:go|live)|driven out|slee?ps? in|sleeping in|"
    r"left (?:the )?(?:city|town)|"
    r"displac\w*|IDPs?|homeless|uprooted|fled|flee|fleeing|dislodged|desplazad\w+|"
    r"forced(?: \S+){0,6} (?:from|out of|off|to leave|to flee|to abandon)|left (?:their )?homes|without "
    r"shelter|"
    r"driven from|left without homes|(?:lost|losing|abandon\w*) their (?:homes?|houses?)|lack shelter",
    Measure.AFFECTED: r"hungry|starving|malnourished|affect\w*|strands|no (?:drinking )?water|in need|"
    r"stranded|marooned|requir(?:e|es|"
    r"ed|ing)|cut off|food insecure|"
    r"without (?:power|electricity|water)|hit by|impacted|need(?:s|ed|ing)?|suffer(?:ed|ing)",
    Measure.CASES: r"cases|infect\w*|tested positive|contracted|diagnosed|confirmed case|case|infections|"
    r"sickened",
    Measure.VOTES: r"votes?|voted|ballots?|seats?|delegates|voting|turnout|polled|party's share|abstentions",
}
BUILDING = re.compile(
    r"\b(?:houses?|homes?|buildings?|dwellings?|apartments?|flats?|schools?|hospitals?|huts?|shops?|"
    r"churches|mosques|"
    r"structures?|properties|residences|villages?|classrooms?|clinics?|offices|warehouses|"
    r"blocks?)\b",
    re.IGNORECASE,
)
# What ended well, or counts only a whole: no measure of harm for whom it is said of.
SAFE = (
    r"releas(?:ed|ing)|freed|freeing|escap(?:ed|ing)|rescued|surviv(?:ed|ors?|ing)|discharged|"
    r"alive|broke out of|broken out|unharmed|unhurt|acquitted|pardoned"
)
DESTROYED = (
    r"destr(?:oy\w*|uction)|collaps\w*|demolish\w*|razed|burn(?:t|ed)(?: down)?|washed away|levell?ed|"
    r"flattened|reduced to rubble|set ablaze|ablaze|swallowed|torched|wrecked|ruined|burned to the ground|"
    r"gutted|"
    r"swept away|lost(?! (?:their|its|power|electricity|water))"
)
DAMAGED = (
    r"lost their (?:windows|roofs)|damag\w*|flood\w*|inundat\w*|submerged|hit|affected|shattered|"
    r"unroofed|uninhabitable|under water"
)

# What is counted, where nothing is said to have happened to it.
NOUNS: dict[Measure, str] = {
    Measure.TROOPS: r"troops?|soldiers?|servicem[ae]n|service members|personnel|fighters?|militants?|"
    r"marines|"
    r"peacekeepers?|recruits|conscripts|reservists|combatants|paratroopers|mercenaries|insurgents|gunmen|"
    r"rapid reaction force|strong force|force|garrisons?|contingents?|militia|patrol",
    Measure.UNITS: r"battle ?groups?|battalions?|brigades?|divisions?|regiments?|squadrons?|companies of|"
    r"platoons?",
    Measure.WEAPONS: r"missiles?|rockets?|guns?|rifles?|bombs?|shells?|warheads?|weapons?|howitzers?|"
    r"grenades?|"
    r"mines|launchers?|mortars?|firearms|pistols|drones?|munitions|rounds of ammunition|explosives",
    Measure.VEHICLES: r"tanks?|vehicles?|aircraft|planes?|jets?|helicopters?|ships?|vessels?|boats?|"
    r"trucks?|cars?|"
    r"buses|trains?|warships?|submarines?|frigates?|destroyers?|bombers?|lorries|ambulances?|motorcycles|"
    r"carriers?|F-\d+s?|fighters? jets?|warplanes|bulldozers|tractors|ferr(?:y|ies)|trams?|vans?",
}
