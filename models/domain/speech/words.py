"""The closed word lists by which a speaker and the verb of saying are told."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Verbs that make their subject a source by themselves.
SAYING = _set(
    "ruled blamed blames blame described dismissed advised lamented assesses assessed called asked asks "
    "exclaimed said says say saying think thinks accused accuses urged urges told tells tell reported "
    "reports report announced announces announce stated states added adds add admitted admits admit "
    "acknowledged acknowledges acknowledge claimed claims claim confirmed confirms confirm denied denies "
    "deny declared declares declare disclosed discloses disclose estimated estimates estimate insisted "
    "insists insist warned warns warn wrote writes write tweeted posted argued argues argue alleged "
    "alleges allege asserted asserts assert conceded concedes concede reckoned reckons reckon believed "
    "believes believe predicted predicts predict projected projects project explained explains explain "
    "noted notes note recalled recalls revealed reveals reveal testified testifies replied replies "
    "remarked remarks repeated repeats reiterated reiterates stressed stresses suggested suggests suggest "
    "thought thinks think feared fears fear expected expects expect forecast forecasts concluded "
    "concludes conclude complained complains boasted boasts vowed vows promised promises pledged pledges "
    "rejected rejects disputed disputes commented comments quoted counted counts count recorded records "
    "record registered registers tallied tallies calculated calculates documented"
)
#: Verbs that also mean something else: they need a word after them, or a subject that states things.
WITH_AT = _set("put puts putting placed places set sets")
OF_PAPERS = _set(
    "found finds find showed shows show indicated indicates indicate gave gives give listed lists saw"
)
#: Verbs that are as often nouns: their subject must be one that speaks, or "that" must follow.
ALSO_NOUNS = _set(
    "called asked asks report reports estimate estimates claim claims count counts record records project "
    "projects forecast forecasts note notes state states fear fears comments promises pledges fears "
    "posted projects"
)
#: Past forms that these words after make a participle ("cases reported in", "deaths recorded since").
PARTICIPLES = _set("reported recorded registered confirmed documented counted")
AFTER_PARTICIPLE = _set(
    "in by on since so as to worldwide there last this rose were was is are has have nationwide during "
    "from dead injured missing killed wounded"
)
#: Verbs whose passive ("is expected", "was reported") names no speaker.
PASSIVE_BEFORE = _set("is are was were be been being")
#: Begin what a verb states.
OBJECT_STARTS = _set(
    "that there we he she they a an the at more some about no it its there up only around between nearly "
    "almost over fewer at least two three four five six seven eight nine ten dozens hundreds thousands"
)
#: May follow a speaker named after the verb of saying.
AFTER_INVERSION = _set(
    "in on at as after during who while by to from when before whose with amid yesterday today"
)
#: May stand after a verb of saying that comes before its subject (", said the mayor").
INVERTING = _set(
    "said says added adds wrote writes warned warns explained explains noted notes reported reports "
    "claimed claims announced announces declared tweeted insisted replied recalled stated"
)

ROLES = _set(
    "spokesman spokeswoman spokesperson spokespeople official officials officer officers authority "
    "critics supporters protesters organizers organisers authorities minister ministers ministry "
    "president premier chancellor governor mayor secretary director head chief chairman chairwoman chair "
    "leader leaders commander commanders general colonel captain sheriff police prosecutor prosecutors "
    "judge lawyer lawyers attorney doctor doctors medic medics hospital hospitals rescuers firefighters "
    "agency agencies organisation organization organisations organizations group groups committee "
    "commission council government governments department office bureau service services institute "
    "university company firm bank union federation association foundation monitor monitors observatory "
    "army military navy force forces troops rebels militants militia witness witnesses resident residents "
    "survivor survivors analyst analysts economist economists expert experts researcher researchers "
    "scientist scientists professor historian activist activists campaigner campaigners journalist "
    "journalists reporter newspaper channel broadcaster media outlet outlets source sources diplomat "
    "diplomats ambassador envoy lawmaker lawmakers senator senators congressman congresswoman mp mps "
    "party parties court tribunal coroner investigators ombudsman man woman correspondent inspector "
    "inspectors manager owner founder boss coach captain family relatives neighbour neighbours team "
    "delegation embassy mission charity charities watchdog regulator data figures report study survey "
    "poll statement statistics census records survey surveys reports studies polls document documents un "
    "who nato eu unicef unhcr ngo ngos aide aides adviser advisers advisor advisors deputy representative "
    "representatives coordinator administrator superintendent prosecution defence defense pentagon "
    "kremlin people"
)
PAPERS = _set(
    "data figures report reports study studies survey surveys poll polls statement statistics census "
    "records document documents footage images video count tally analysis review inquiry investigation "
    "investigators researchers scientists assessment team audit bulletin exit results numbers estimates "
    "database court jury agency ministry bureau office commission"
)
DETERMINERS = _set(
    "one the a an its his her their our my your this that these those another both two three four some "
    "several many"
)
#: Nouns that end like an adverb.
NO_ADVERBS = _set("family assembly ally reply italy july supply monopoly anomaly butterfly")
PRONOUNS = _set("he she they it we i who")
ADVERBS = _set(
    "also later earlier then now already still again previously repeatedly publicly recently initially "
    "separately meanwhile however once first further even only just never officially reportedly"
)
AUXILIARIES = _set("has have had did does do would will could may might can must should not n't")
#: Words that no noun phrase of a speaker goes across.
STOPS = _set(
    "and but that while because as when after before if than which where whose since until though "
    "although so or is are was were be been being has have had will would could should may might can must "
    "did does do not to by with without about into onto over under during between through against upon "
    "per via amid despite said says told then there here what why how whether including killed died left "
    "made took came went"
)
#: Prepositions inside a speaker's noun phrase ("a spokesman for the ministry in Kyiv").
INSIDE = _set("by of for in at from with on near and &")
SURE_INSIDE = _set("of for &")
#: What a source says it in, or when: no part of its name.
VEHICLES = _set(
    "statement interview tweet post letter speech video briefing report message conference release email "
    "address broadcast article blog note testimony news press written televised court"
)
