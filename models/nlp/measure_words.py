"""Which words say what a quantity measures, and where each stands to the figure it speaks of."""

import re
from dataclasses import dataclass

from models.domain.vocabulary import Measure


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one measure by the place they give the figure; alternatives of a pattern each.

    A blank stands for any white space, line breaks too.
    """

    verbs: str = ""
    """Done to the figure: "killed | 12", "12 were | killed"; whoever does it is another."""
    subject: str = ""
    """What the figure does or is, so it stands ahead: "12 | perished", "40 | in hospital"."""
    object: str = ""
    """What has the figure behind it and nowhere else: "lost | 12 men", "searching for | 8 skiers"."""
    nouns: str = ""
    """On either side: "12 | deaths", "the death toll | is 12", "the bodies | of six"."""


_HOME = r"(?:homes?|houses?|dwellings|villages?|lands?|towns?|neighbou?rhoods?)"
_CAMP = (
    r"(?:camps?|tents?|schools?|shelters?|relatives|(?:host )?famil(?:y|ies)|friends|church(?:es|yards?)?|"
    r"(?:church )?compounds|mosques?|gyms?|gymnasiums|halls?|stadiums?|barracks|cent(?:er|re)s?|hotels?|"
    r"sites|cars|the open|tarpaulins?|containers|hostels|dormitories|basements|cellars|"
    r"(?:metro |subway |train |railway |bus )?stations)"
)
_LEAVE = r"(?:leave|evacuate|get out|clear out|move (?:out|south|north|east|west|inland|to)|abandon)"
_GO = r"go(?! (?:home|back|to|without|ahead|on|hungry|hand|beyond|into|through|up|down|for|further))"
_HARM_DONE = (
    r"(?:injur(?:y|ies)|burns?|wounds|fractures?|cuts|bruises|concussions?|broken \w+|smoke inhalation|"
    r"shrapnel wounds)"
)
_WARD = r"(?:\w+ ){0,3}(?:hospitals?|infirmary|trauma cent(?:er|re)s?|clinics?)"
_TO_DEATH = r"(?:burne?[dt]|beaten|stabbed|trampled|crushed|hacked|starved|froze|frozen|bled|shot) to death"
_RUBBLE = r"(?:the )?(?:rubble|mud|debris|ruins|wreckage|snow|earth)"

# What happened to people or things. An event beats a noun: "3 soldiers died" is killed, not troops.
EVENTS: dict[Measure, Words] = {
    Measure.KILLED: Words(
        verbs=r"kill(?:ed|ing|s)?|slain|slaying|murder(?:ed|ing)|massacr(?:ed|ing)|execut(?:ed|ing|es)|"
        r"behead(?:ed|ing|s)?|hang(?:ed|ing)|lynch(?:ed|ing)|gun(?:ned|ning) down|sho(?:t|oting) dead|"
        r"shot and killed|"
        r"suffocat(?:ed|ing)|electrocuted|asphyxiated|drown(?:ing|s)|wip(?:ed|ing) out|swe(?:pt|eping) away|"
        r"assassinat(?:ed|ing)|slaughter(?:ed|ing)|put to death|trampl(?:ed|ing)|slew|"
        r"strangl(?:ed|ing)|smother(?:ed|ing)|bludgeon(?:ed|ing)|"
        r"bur(?:ied|ying|ies)|" + _TO_DEATH,
        subject=r"died|die|dies|dying|washed (?:ashore|up)(?! (?:with|and|in) )|perish(?:ed|es|ing)?|"
        r"drowned|succumb(?:ed|ing|s)?|passed away|fatally|"
        r"froze|starved|fell in (?:the |this |that |the same )?(?:battle|fighting|action|combat|assault)|"
        r"fell(?= (?:at|near|before) (?-i:[A-Z]))|"
        r"left this world|"
        r"(?:was|were) lost(?! (?:at sea|to|in the post))|"
        r"fallen(?! (?:into|to|by|from|below|ill|sick|behind|short|on|over|off|in))|"
        r"(?:lost|losing|lose|gave|given|laid down) (?:his|her|their) (?:own )?li(?:fe|ves)|"
        r"dead|found dead|confirmed dead|(?:feared|presumed|believed) (?:dead|drowned|killed|to have "
        r"(?:died|drowned|perished))|did(?: not|n['’]t) (?:survive|make it)|(?:pulled|brought|carried|dug|"
        r"hauled) (?:out )?dead|laid to rest|lie in morgues",
        object=r"los(?:t|es|ing|e)|loss of|(?:took|cost|costs|costing) the li(?:fe|ves) of|"
        r"claim(?:ed|s|ing)(?=[^.;]{1,30}\bvictims\b)|"
        r"(?<=and.)the lives of|mourn(?:s|ed|ing)?|drowned",
        nouns=r"sets? of (?:human )?remains|human remains|(?:the|"
        r"their|its|our|of|more|\w+(?:ian|an|ish|ese|i)) dead|deaths?|fatalit(?:y|ies)|"
        r"death toll|toll|bodies|body(?= (?:was|has|of|is|had))|corpses?|"
        r"li(?:fe|ves)(?= (?:was|were|has|have|had)? ?(?:been )?lost)|"
        r"lives|murders?|homicides?|killings?|deceased|fatal|"
        r"mortality|coffins|suicides|drownings|executions|beheadings|claim\w* the li(?:fe|ves)|remains of",
    ),
    Measure.INJURED: Words(
        verbs=r"injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt(?:ing|s)?|maim(?:ed|ing|s)?|lam(?:ed|ing)|"
        r"scald(?:ed|ing)|"
        r"hospitali[sz](?:ed|ing|es)|concussed|treat(?:ed|ing)(?: (?:for|in|at|on))?(?! with)|poison(?:ed|"
        r"ing)",
        subject=r"wounded|injured|in (?:an? )?(?:critical|serious|stable|grave) (?:condition|state)|"
        r"intensive care|"
        r"(?<!died.)in hospitals?|(?:taken|rushed|flown|sent|brought|carried|driven|admitted|went|go|gone|"
        r"ferried|"
        r"transported|airlifted|treatment) (?:in|to|at) " + _WARD + r"|"
        r"(?:hospital|medical) (?:treatment|attention|care|help)|"
        r"(?:suffer(?:ed|ing|s)|sustain(?:ed|ing)|with|had|have) (?:[\w-]+ ){0,3}" + _HARM_DONE + r"|"
        r"(?:lie|lying|lay) in (?:\w+ )?hospitals?|in the wards|got splinters|fighting for (?:their|his|"
        r"her) li(?:fe|ves)|lost (?:an eye|a leg|an arm|limbs)|"
        r"need(?:ed|ing)? (?:stitches|surgery|(?:hospital|medical|emergency) )|"
        r"survived with (?:\w+ )?(?:injuries|wounds|burns)|"
        r"(?:remain(?:s|ed)?|is|are|was|were) (?:still )?(?:in )?critical(?! (?:of|to|for|in))|"
        r"hit (?:by (?:bullets|shrapnel|gunfire|splinters)|in the)|overcome by (?:smoke|fumes)",
        object=r"(?:wards?|hospitals?|clinics?)(?: \w+){0,3} (?:t(?:ook|aken|aking|akes?) in|admitted)",
        nouns=r"injur(?:y|ies)|(?:the|their|its|of) (?:wounded|injured)|(?:wounded|injured) (?:people|men|"
        r"\w{3,}s)",
    ),
    Measure.CASUALTIES: Words(
        verbs=r"shot(?! (?:dead|down|up|and|at|to|put))|stabb(?:ed|ing)(?! to)|neutrali[sz](?:ed|ing)|knifed",
        nouns=r"casualt(?:y|ies)|victims?|(?:killed|dead|died)(?:,| or| and|/) ?(?:wounded|injured|hurt|"
        r"maimed)"
        r"(?: (?:or|and) (?:lost|missing|captured))?|(?:killed|dead) or (?:wounded|injured|missing)|losses",
    ),
    Measure.MISSING: Words(
        subject=r"missing(?! (?:forecasts?|targets?|estimates|expectations|deadlines?|out|the|an?|its|"
        r"their)\b)|unaccounted(?: for)?|disappeared|vanished|feared lost|lost at sea|untraced|"
        r"(?:not|never)(?: yet)?(?: be(?:en)?)? (?:found|traced|located|recovered|seen|heard from|reached)|"
        r"appears? on no list|"
        r"not answered|"
        r"being (?:sought|looked for|searched for)|(?:buried )?(?:under|beneath|below) " + _RUBBLE + r"|"
        r"(?:still|remain(?:s|ed)?|believed|feared|thought) (?:to be )?buried|never returned|"
        r"(?:did not|didn['’]t|failed to) (?:return|come (?:back|home))|"
        r"of whom (?:nothing|no trace)|(?:yet|still) to be (?:found|traced|located|accounted for)",
        object=r"(?:search(?:ing|ed|es)?|look(?:ing|ed)?|digging|hunt(?:ing)?|comb\w*)(?: \w+){0,3} for|"
        r"(?:given up|lost|fading|little|no) hope (?:for|of finding)|search for|no trace of|"
        r"lost contact with",
        nouns=r"(?:the|of) missing|missing (?:people|\w{3,}s)|disappearances",
    ),
    Measure.DETAINED: Words(
        verbs=r"arrest(?:ed|ing|s)?(?! warrants?)|detain(?:ed|ing|s)?|jail(?:ed|ing|s)|imprison(?:ed|ing)|"
        r"captur(?:ed|ing|es)|kidnap(?:ped|ping|s)|abduct(?:ed|ing|s)?|round(?:ed|ing|s)? up|"
        r"apprehend(?:ed|ing)|nabbed|collared|hauled in|swept up|seiz(?:ed|ing)|t(?:aken|ook|aking) away|"
        r"led away|netted|"
        r"carr(?:ied|ying) off|remand(?:ed|"
        r"ing)|incarcerated|interned|lock(?:ed|ing) up|"
        r"pick(?:ed|ing) up|(?:taken|took|taking) into custody|(?:being|been|is|are|was|"
        r"were) (?:still )?held",
        subject=r"(?:is|are|was|were|been|being|remain(?:s|ed)?|still) (?:\w+ ){0,2}(?:held|caught)|"
        r"(?:being|been) questioned|taken to (?:\w+ )?(?:police )?stations?|under arrest|led away|"
        r"in (?:the )?cells|"
        r"under lock and key|in (?:captivity|(?:\w+ )?hands)|(?:in|into|to) (?:\w+ )?(?:jails?|prisons?|"
        r"custody|detention)|behind bars|"
        r"hostage|captive|prisoner|"
        r"(?:taken|snatched|dragged|seized) from (?:his|her|their|a|the|its) (?:\w+ )?(?:dormitor(?:y|ies)|"
        r"beds?|"
        r"schools?|classrooms?|homes?|houses?|cars?|bus(?:es)?|villages?|churche?s?|mosques?)|"
        r"(?:was|were) taken (?:hostage|prisoner|captive)|held (?:hostage|captive|without|in|by|since|over|"
        r"on)",
        object=r"(?:police|officers|they|fighters|forces|militia|Hamas|army|group|agents|"
        r"authorities|kidnappers|captors|gunmen|militants|rebels|"
        r"still|also) "
        r"(?:are |were |is |was )?h(?:eld|olds?|olding)|(?:is|are|was|were|be|been) holding|and held",
        nouns=r"arrests?(?! warrants?)|detainees?|detentions?|(?:political )?prisoners?|captives?|"
        r"hostages?|inmates?|"
        r"abductions?|kidnappings?",
    ),
    Measure.EVACUATED: Words(
        verbs=r"evacuat(?:ed|ing|es?)|airlift(?:ed|ing)?|relocat(?:ed|ing|es?)|resettl(?:ed|ing)|"
        r"rehous(?:ed|ing)|order(?:ed|ing) (?:out|off|"
        r"away)|"
        r"(?:flown|flew|flying|brought|bringing|taken|took|taking|bussed|ferried|moved|moving) (?:out|inland|"
        r"off|home|away)(?! of (?:poverty|work|power|office))|"
        r"carried (?:out|down)|winched|mov(?:ed|ing) on (?=to|by)|"
        r"(?:brought|carried|led|taken) (?:ashore|to (?:the )?(?:mainland|shore))|"
        r"(?:led|guided|escorted) out|plucked (?:from|off)|lift(?:ed|ing) (?:off|out|from)|shifted|emptied|"
        r"(?:been|was|were|being) (?:moved|shipped|bussed|bused|ferried)",
        subject=r"to safety|to (?:(?:emergency|evacuation|public|storm|temporary) )?shelters|to (?:higher|"
        r"safer) (?:ground|areas?|places?)|"
        r"(?:told|ordered|urged|asked|advised|instructed|warned|had|have|has)(?: \w+){0,2} to "
        + _LEAVE
        + r"|(?:told|ordered|(?:may|might|will) have) to "
        + _GO
        + r"|to "
        + _LEAVE
        + r"|(?:moved|taken|brought|bussed|ferried|flown|relocated) (?:\w+ ){0,2}(?:to|into) (?:\w+ ){0,4}"
        + _CAMP
        + r"|under (?:evacuation )?orders|(?:out of|off) (?:the |a )?(?:\w+ )?(?:city|town|enclave|"
        r"island|coast|valley|plant|steelworks|area)|got out|removed from|accommodated",
        object=r"(?:evacuations?|relocations?|airlifts?|resettlement) of|fl(?:ew|own|ying|ies) out|"
        r"(?:fl(?:ew|own|ies|ying)|brought|took|taken|got|carried)(?=[^.;]*\bout\b)|(?:moved|moving|"
        r"shifted|shifting|lifted|removed|winched|plucked)|bus(?:s)?ed|ferried",
        nouns=r"evacuees?|evacuations?(?! (?:cent|plan|zone|route|flight|camp|shelter))|evacuation orders?|"
        r"(?:the|of) evacuated",
    ),
    Measure.RETURNED: Words(
        verbs=r"repatriat(?:ed|ing|es)|(?:sent|sending|bring|brought|let|allow(?:ed|ing)) (?:back|home)",
        subject=r"return(?:ed|ing|s)?(?! (?:fire|to (?:work|power|office|service|normal)))|"
        r"(?:gone|went|go|going|come|came|coming|sent|flown|made it|heading|headed|walked|moved|"
        r"trickled|streamed|flocked|"
        r"crossed) (?:back|home)|"
        r"allowed (?:back|home|to return)|back (?:in|to) (?:their|its) (?:homes?|villages?|houses?|fields)|"
        r"resumed (?:their )?li(?:fe|ves)",
        object=r"the return of",
        nouns=r"returnees?|returns|repatriations?",
    ),
    Measure.REFUGEES: Words(
        subject=r"cross(?:ed|ing)? (?:the (?:(?-i:[A-Z])\w+ )?(?:border|river|frontier|channel|sea|"
        r"mediterranean)|into|over)|"
        r"(?:fled|escaped|fleeing|gone|moved) (?:the country|abroad|across|(?:in)?to (?:neighbou?ring|"
        r"(?-i:[A-Z])))|"
        r"(?:across|over) (?:the|a|an) (?:\w+ )?(?:border|frontier)|(?:have|has|had) crossed|"
        r"crossed the (?:foot)?bridge|(?:wad|stream|pour)(?:ed|ing) (?:over|across|into (?-i:[A-Z]))|"
        r"slipped into (?-i:[A-Z])|(?:was|were|been) let in|"
        r"(?:sought|seek|seeking|found|taken|took|applied for|apply for|claim(?:ed|ing)?|granted|requested) "
        r"(?:political )?(?:(?:refuge|safety|sanctuary)(?= in (?-i:[A-Z]))|asylum)|"
        r"taken in(?! by)|arriv(?:ed|ing|e)(?: \w+){0,3} (?:by "
        r"(?:boat|sea)|in (?:small |rubber )?(?:boats|dinghies))",
        object=r"t(?:aken|aking|akes?|ook) in|let in|gave papers to|given papers to|welcom(?:ed|ing|es?)|"
        r"granted asylum to",
        nouns=r"refugees?(?! (?:agency|camps?|chief|council|convention|commissioner|status))|"
        r"asylum[- ]seekers?|"
        r"migrants?|arrivals",
    ),
    Measure.DISPLACED: Words(
        verbs=r"displac(?:ed|ing|es)|uproot(?:ed|ing|s)?|dislodg(?:ed|ing)|evict(?:ed|ing)|"
        r"(?:driven|drove|driving|forced|forcing|pushed) (?:out|off|from)",
        subject=r"displaced|homeless|ha(?:ve|s|d) had to (?:move|flee)(?! (?:out|inland))|fled|flee|flees|"
        r"fleeing|on the move|nowhere to (?:go|live)|"
        r"desplazad\w+|(?:thrown|put|turned|kicked) out|"
        r"(?:have|has|had|no|lost) (?:no |the |their )?(?:home to|dwelling|homesteads?|roof over|"
        r"roofs? over)\b|"
        r"(?:have|has|had) left (?-i:[A-Z])\w+|(?:packed|crammed|squeezed|crowded|forced) into|lodg(?:e|ed|"
        r"ing) with|"
        r"(?:lie|lying|lay) (?:under|in classrooms|in the open)|camp(?:ed|ing)? (?:around|outside|beside|"
        r"near|in)|"
        r"(?:left|leave|leaving|abandon\w*|los(?:t|ing)|quit) (?:\w+ )?(?:homes?|(?:their|its) "
        + _HOME
        + r")|"
        r"(?:left|leave|leaving) the (?:city|town|village|camps?|area)|"
        r"arriv(?:e|es|ed|ing) (?:at|in) (?:the |a )?(?:\w+ )?(?:camps?|shelters?)|"
        r"without (?:shelter|homes|a home|a roof|roofs? over)|(?:from|out of|off) (?:their|its|his) "
        + _HOME
        + r"|"
        r"forced(?! the \w+ion of)(?: \S+){0,6} (?:from|out of|out|off|to leave|to flee|to abandon)|"
        r"(?:drove|driv(?:es|ing)|push(?:ed|es|ing))(?: (?!to\b)\S+){1,6} "
        r"(?:from|out of|off) (?:their|its|the)\b|lack(?:ing)? shelter|"
        r"(?:slee?p(?:s|ing)?|slept|stay(?:s|ing|ed)) (?:rough|outdoors|outside)|(?:slee?p(?:s|ing)?|"
        r"slept) (?:in|on|under)|"
        r"(?:liv(?:e|es|ing)|stay(?:s|ing|ed)?|housed|placed|put up|hosted|remain(?:s|ed)?|"
        r"sheltered|spent (?:the|a|an|last|another|their)(?: \w+)? nights?) "
        r"(?:in|with|at) (?:\w+ ){0,4}" + _CAMP + r"|"
        r"(?:taken|took) in by (?:\w+ )?(?:famil(?:y|ies)|relatives|friends|neighbou?rs|villagers|locals)|"
        r"shelter(?:ing|ed)(?: \w+)? (?:in|at|with|under|from)|"
        r"(?:took|taken|taking|take|found|sought|seek(?:ing)?|given) (?:shelter|refuge)|"
        r"(?:is|are|were|was|still|remain|people) in (?:[\w,.]+ ){0,4}(?:camps?|shelters?|tents|schools?|"
        r"monaster(?:y|ies)|monastery grounds|church(?:es)?|classrooms|sports halls)",
        object=r"shelter(?:ing|ed)|shelters(?= (?:(?:some|about|around|over|nearly|more than) )?\d)|"
        r"(?:drove|driv(?:en|ing|es)|push(?:ed|ing|es)|forc(?:ed|ing|es))"
        r"(?=[^.;]*\b(?:out of|from|off|into|to flee)\b)|"
        r"(?:camps?|sites?|schools|churches|mosques)(?:, [^.;]{1,40},)?(?: \w+){0,4} "
        r"(?:(?:hold|host|hous|shelter|accommodat)\w*|t(?:ook|aken|aking|akes?) in)|"
        r"put(?:s|ting)? up(?= (?:[a-z]+ ){0,2}\d)|open(?:ed|ing|s) (?:its|their|the) (?:[\w-]+ ){1,3}to",
        nouns=r"homelessness|(?:the|of|internally) displaced(?: persons| people)?|displaced (?:people|"
        r"children|\w{3,}s)|"
        r"IDPs?|displacements?|"
        r"(?:the|of) homeless|homeless (?:people|children|\w{3,}s)",
    ),
    Measure.AFFECTED: Words(
        verbs=r"affect(?:ed|ing|s)?|strand(?:ed|ing|s)|maroon(?:ed|ing)|cut(?:s|ting)? off|impact(?:ed|ing)|"
        r"isolat(?:ed|ing)|threaten(?:ed|ing|s)?|hit by|snowed in",
        subject=r"hungry|starving|malnourished|in need|at risk|food[- ]insecure|in the dark|reeling|stuck|"
        r"short of (?:food|water)|(?:not have|without|lack(?:s|ed|ing)?) enough (?:to eat|food|water)|"
        r"no (?:lights|gas|fuel|heat)|unusable|"
        r"require(?:s|d)?|requiring|need(?:s|ed|ing)?|suffer(?:s|ed|ing)?(?! from the)|exposed to|"
        r"fac(?:e|es|ed|ing) (?:\w+ ){0,3}(?:hunger|famine|starvation|shortages?|drought|eviction)|"
        r"without (?:\w+ )?(?:power|electricity|water|gas|heating|heat|internet|food|access|phones?)|"
        r"(?:no|lack(?:s|ed|ing)?|lost) (?:access to )?(?:clean |drinking |running |safe |tap )*(?:water|"
        r"power|electricity|heating|"
        r"mobile service)|(?:lost|losing) (?:their|its) (?:harvests?|crops|incomes?|livelihoods?|jobs)|"
        r"(?:rely|relies|relying|depend(?:s|ing|ent)?) on (?:\w+ ){0,2}(?:aid|relief|rations|assistance)|"
        r"under water|out of (?:class|school)",
        object=r"assist(?:ed|ing|s)?|feed(?:ing|s)?|fed|swallow(?:ed|ing)|engulf(?:ed|ing)|"
        r"hitting(?= [^.;]{0,25}\b(?:passengers|travell?ers|customers|commuters|people|households|families|"
        r"residents)\b)|"
        r"(?:power|electricity|water|gas|internet)(?: suppl(?:y|ies))? (?:was|is|were|went|remained|remains)"
        r"(?: still)? (?:out|off|down|cut)(?: \w+)? (?:for|to)|"
        r"(?:cut|cutting|"
        r"knock\w*|depriv\w*)(?: \w+){0,3} "
        r"(?:power|electricity|water) (?:supply )?(?:to|of|for)|strands|need (?:of )?",
    ),
    Measure.CASES: Words(
        verbs=r"infect(?:ed|ing|s)?|sicken(?:ed|ing|s)?|diagnos(?:ed|ing)",
        subject=r"test(?:ed|ing|s)? positive|liv(?:es?|ed|ing) with (?:(?-i:HIV|AIDS|TB|[A-Z]\w+)|diabetes|"
        r"dementia|"
        r"cancer|hepatitis|asthma|epilepsy)|"
        r"contract(?:ed|ing)|positive for|(?:fell|fallen|taken|"
        r"fall) (?:ill|sick)|"
        r"(?:caught|catching|catch|had|got|with) (?:the |a )?(?:\w+ )?(?:virus|disease|infection|flu|fever|"
        r"illness|bug)|"
        r"(?:came|come|went) down with|carry(?:ing)? the virus|(?:have|had|has|"
        r"with) (?:long )?(?:covid(?:-19)?|"
        r"measles|cholera|"
        r"ebola|mpox|dengue|malaria|polio|typhoid|flu|lassa)|(?:sick|ill) (?:with|from|after)",
        nouns=r"cases?|infections?|diagnoses|(?:confirmed|suspected|probable) patients",
    ),
    Measure.VOTES: Words(
        nouns=r"votes?|voted|ballots?|seats?|delegates|voting|turnout|polled|party's share|abstentions?|"
        r"turned out|swing",
    ),
}
# What ended well, or counts only a whole: no measure of harm for whom it is said of.
SAFE = Words(
    verbs=r"releas(?:ed|ing|es)|free(?:d|ing|s)|turn(?:ed|ing) (?:away|back)|"
    r"rescu(?:ed|ing|es)|sav(?:ed|ing)|discharg(?:ed|ing)|"
    r"pick(?:ed|ing) up|accounted for(?=[^.;]*\bmissing\b)|"
    r"sentenc(?:ed|ing)(?: \S+){1,5} to death|sentenced to (?:death|hang)|exchang(?:ed|ing)|acquit(?:ted|"
    r"ting)|pardon(?:ed|ing)|let (?:\w+ )?go|pull(?:ed|"
    r"ing) (?:out )?(?:alive|from|out)(?![^.;,]*\bwith (?:\w+ )?(?:burns|injuries|wounds|fractures)\b)|"
    r"(?:hauled|dug|brought|found) (?:out |up )?alive|trapped|trapping",
    subject=r"to the gallows|to death row|escap(?:ed|ing)(?! (?:to|into|across))|(?:slipped|got|"
    r"walked) away|surviv(?:ed|ing)|alive|"
    r"bro(?:ke|ken) out(?: of)?|"
    r"walked free|(?:was|were|been|being) set free|unharmed|unhurt|unscathed|swam (?:ashore|to (?:safety|"
    r"shore))|"
    r"safe and (?:sound|well)|(?:free|go)(?=\W*$)",
    object=r"(?:rescue|release|freeing|survival) of|in (?:return|exchange) for",
    nouns=r"survivors?",
)
BUILDING = re.compile(
    r"\b(?:houses?|homes?|buildings?|dwellings?|apartments?|flats?|schools?|hospitals?|huts?|shops?|"
    r"church(?:es)?|mosques?|temples?|synagogues?|chapels?|structures?|properties|residences?|villages?|"
    r"hamlets?|"
    r"classrooms?|clinics?|offices|warehouses?|blocks?|cottages?|cabins?|villas?|bungalows?|barns?|"
    r"farmhouses?|stalls?|tents?|gers?|yurts?|homesteads?|cellars?|dispensar(?:y|ies)|"
    r"greenhouses?|roofs?|sheds?|factor(?:y|ies)|stores?|shelters?|health (?:posts|cent(?:er|re)s)|"
    r"installations|facilities|premises|businesses|kindergartens?|museums?|towers?|hotels?|garages?)\b",
    re.IGNORECASE,
)
DESTROYED = (
    r"destr(?:oy\w*|uction)|collaps\w*|demolish\w*|raz(?:ed|ing)|burn(?:t|ed|s|ing)?(?: down)?|washed away|"
    r"level(?:led|ed|s|ling)|flatten(?:ed|ing|s)|reduced to (?:rubble|ruins|ash(?:es)?|dust)|set ablaze|"
    r"ablaze|"
    r"swallow(?:ed|ing)|torch(?:ed|ing)|wreck(?:ed|ing)|ruined|burned to the ground|gutt(?:ed|ing)|"
    r"swe(?:pt|eping) away|crumbl(?:ed|ing)|consum(?:ed|ing)|gone|no longer (?:exist|stand)\w*|"
    r"bulldoz(?:ed|ing)|buried|burying|obliterat(?:ed|ing)|beyond repair|in ruins|(?:totally|completely|"
    r"fully)(?: damaged)?|damaged beyond repair|"
    r"(?:could|can) ?not be rebuilt|ripped from|pulled down|torn down|knocked down|wiped out|toppled|"
    r"brought down|"
    r"went down|crushed|written off|swe(?:pt|eping) off|carr(?:ied|ying) away|t(?:ore|orn|earing) away|"
    r"set alight|blown (?:flat|down|away)|(?:is|are|were) ash(?:es)?|fallen in|"
    r"fallen down|set(?:ting)? fire to|set on fire|"
    r"lost(?! (?:their|its|power|electricity|water))"
)
DAMAGED = (
    r"lost their (?:windows|roofs)|(?:broken|smashed|shattered|blown[- ]out) windows|roofless|"
    r"damag\w*|flood\w*|inundat\w*|submerg\w*|hit|affected|shattered|unroofed|"
    r"uninhabitable|under water|under mud|unfit to live in|unusable|harmed|full of mud|cracks|"
    r"water stands in|(?:took in|taken in|full of) water|cracked|"
    r"tore (?:the )?(?:roofs?|tiles) (?:off|from)|(?:partially|partly)(?: (?:destroyed|collapsed|damaged))?|"
    r"(?:water|mud) (?:got|came|entered|poured|ran|seeped|rushed)(?: into)?|waterlogged|scorched"
)

# What is counted, where nothing is said to have happened to it.
NOUNS: dict[Measure, str] = {
    Measure.TROOPS: r"troops?|soldiers?|servicem[ae]n|servicewom[ae]n|service members|"
    r"(?:military|army|naval) personnel|personnel|fighters?|militants?|marines|peacekeepers?|recruits|"
    r"conscripts|"
    r"reservists|combatants|paratroopers|commandos|mercenaries|insurgents|guerrillas?|rebels|jihadists|"
    r"Wagner men|"
    r"militiamen|infantry(?:men)?|sailors|airmen|guardsmen|national guard|special forces|blue helmets|"
    r"rapid reaction force|strong force|force|garrisons?|contingents?|militia|patrol|legionnaires|draftees|"
    r"cadets|gunners|sappers|ship['’]s company",
    Measure.UNITS: r"battle ?groups?|battalions?|brigades?|divisions?|regiments?|squadrons?|companies of|"
    r"platoons?|(?:mountain|engineer|infantry|tank|rifle|mechani[sz]ed|airborne) compan(?:y|ies)|patrols|"
    r"batteries of|tactical groups?|(?:army|armou?red|military|tank) columns?",
    Measure.WEAPONS: r"missiles?|rockets?|guns?|rifles?|bombs?|shells?(?! casings?)|warheads?|weapons?|"
    r"howitzers?|"
    r"grenades?|mines|landmines|launchers?|mortars?|firearms|pistols|handguns?|revolvers?|shotguns?|drones?|"
    r"munitions|ammunition|explosives|torpedoes|projectiles|cannons?|artillery(?: pieces)?|machine[- ]guns?|"
    r"kalashnikovs?|interceptors|air[- ]defen[cs]e systems?|bullets|cartridges|detonators|UAVs?|ICBMs?|"
    r"MANPADS|Kinzhals?|Shaheds?|Iskanders?|Kalibrs?|Storm Shadows?|HIMARS|ATACMS|Javelins?|Stingers?|"
    r"Katyushas?|"
    r"(?:artillery|mortar|tank|ammunition) rounds|rounds of ammunition|rounds(?= a (?:day|week|month|"
    r"year))|(?:patriot|missile|"
    r"rocket|artillery|gun|air[- ]defen[cs]e|anti-aircraft|S-[34]00) batteries",
    Measure.VEHICLES: r"tanks?(?! of)|vehicles?|aircraft|(?:air)?planes?|jets?|helicopters?|choppers|ships?|"
    r"vessels?|boats?|trucks?|truckloads|cars?|buses|minibuses|trains?|warships?|submarines?|frigates?|"
    r"corvettes?|"
    r"cruisers|destroyers?|bombers?|lorries|ambulances?|motorcycles|motorbikes|"
    r"(?:aircraft|troop|personnel|armou?red|bulk|car) carriers?|F-\d+s?|"
    r"fighters? jets?|"
    r"warplanes|airliners|bulldozers|excavators|tractors|ferr(?:y|ies)|trams?|vans?|taxis|coaches|pick-?ups?|"
    r"IFVs?|APCs?|humvees|tankers|barges|trawlers|landing craft|carriages|wagons|dinghies|yachts|canoes|"
    r"scooters|bicycles|locomotives|"
    r"fire engines|convoys?|SUVs?|Bradleys|Leopards?(?: 2s?)?|Abrams|MiG(?:-\d+)?s?|Su-\d+s?",
}
