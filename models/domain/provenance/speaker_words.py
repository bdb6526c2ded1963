"""The closed word lists by which the office or organisation behind a speaker is told."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Organisations by the names that newspapers give them; looked for as whole words, the longest first.
ORGANISATIONS = {
    "UNHCR": (
        "unhcr",
        "un refugee agency",
        "united nations refugee agency",
        "un high commissioner for refugees",
        "united nations high commissioner for refugees",
    ),
    "OCHA": ("ocha", "un humanitarian office", "un office for the coordination of humanitarian affairs"),
    "OHCHR": ("ohchr", "un human rights office", "un high commissioner for human rights"),
    "UNICEF": ("unicef", "un childrens agency", "un childrens fund"),
    "UNRWA": ("unrwa", "un agency for palestinian refugees"),
    "WHO": ("world health organization", "world health organisation", "un health agency"),
    "WFP": ("wfp", "world food programme", "world food program", "un food agency"),
    "IOM": ("iom", "international organization for migration", "un migration agency"),
    "UN": ("un", "united nations"),
    "ICRC": ("icrc", "international committee of the red cross"),
    "Red Cross": ("red cross", "red crescent"),
    "MSF": ("msf", "doctors without borders", "medecins sans frontieres"),
    "SOHR": ("sohr", "syrian observatory for human rights", "syrian observatory"),
    "USGS": ("usgs", "us geological survey", "united states geological survey"),
    "NATO": ("nato",),
    "World Bank": ("world bank",),
    "IMF": ("imf", "international monetary fund"),
    "EU": ("european union", "european commission", "eu"),
}
#: Buildings that stand for who sits in them, with their country.
HOUSES = {
    "kremlin": ("government", "RU"),
    "white house": ("government", "US"),
    "pentagon": ("military", "US"),
    "downing street": ("government", "GB"),
    "state department": ("foreign ministry", "US"),
    "idf": ("military", "IL"),
}
#: What a ministry looks after, by the word that names it; its minister, spokesmen and officials speak for it.
PORTFOLIOS = {
    "health": "health ministry",
    "interior": "interior ministry",
    "home": "interior ministry",
    "internal": "interior ministry",
    "defence": "military",
    "defense": "military",
    "foreign": "foreign ministry",
    "external": "foreign ministry",
    "finance": "finance ministry",
    "education": "education ministry",
    "agriculture": "agriculture ministry",
    "transport": "transport ministry",
    "transportation": "transport ministry",
    "justice": "justice ministry",
    "labour": "labour ministry",
    "labor": "labour ministry",
    "energy": "energy ministry",
    "environment": "environment ministry",
    "information": "information ministry",
    "emergency": "emergency ministry",
    "emergencies": "emergency ministry",
    "relief": "relief ministry",
    "migration": "migration ministry",
}
MINISTERIAL = _set(
    "ministry minister ministers ministries secretary department officials official authorities"
)
#: Offices by the words that name them, the first that stands in a speaker's words decides.
OFFICES: tuple[tuple[str, frozenset[str]], ...] = (
    ("police", _set("police policeman policemen policewoman constable sheriff constabulary superintendent")),
    ("fire service", _set("fire firefighter firefighters firefighting")),
    ("civil protection", _set("civil")),
    ("rescue services", _set("rescuers rescuer rescue paramedics ambulance ambulances")),
    ("disaster agency", _set("disaster disasters")),
    ("hospital", _set("hospital hospitals doctor doctors medics medic surgeon clinic")),
    ("prosecutors", _set("prosecutor prosecutors prosecution")),
    ("coroner", _set("coroner coroners")),
    ("coastguard", _set("coastguard coastguards")),
    ("military", _set("army military forces troops navy pentagon commander general militaries")),
    ("governor", _set("governor governors gubernatorial")),
    ("mayor", _set("mayor mayors")),
    ("government", _set("government president premier chancellor cabinet presidency kremlin")),
    ("authorities", _set("authorities authority officials official council")),
)
#: Words that must stand beside an office's word for it to be one: "fire" alone is no fire service.
NEEDS_BESIDE = {
    "fire": _set("chief service services brigade department officer officers officials marshal"),
    "civil": _set("protection defence defense"),
    "general": _set("staff"),
    "forces": _set("armed defence defense security air"),
    "authority": _set("local regional provincial state city"),
    "rescue": _set("workers service services team teams officials chief"),
    "council": _set("city town local"),
}
#: Who speaks for a source rather than is one.
MOUTHPIECES = _set(
    "spokesman spokeswoman spokesperson spokespeople head chief director deputy manager president chair "
    "chairman chairwoman founder representative coordinator member leader boss officer commissioner "
    "administrator secretary general aide adviser advisor statement report figures data bulletin survey "
    "tally count update press office release"
)
#: Speakers without a name: nothing says whether two of them are one.
NAMELESS = _set(
    "he she they it we i who one man woman witness witnesses resident residents survivor survivors source "
    "sources people villager villagers analyst analysts expert experts observers some many others local "
    "locals neighbour neighbours neighbor neighbors reports media outlets diplomat diplomats activist "
    "activists relatives family journalist journalists correspondent reporter both two three several"
)
#: Nouns that make an organisation of the name before them, and stand for it afterwards ("the agency").
BODIES = _set(
    "agency group charity company firm union association organisation organization institute office bureau "
    "authority commission committee council centre center service foundation federation observatory network "
    "monitor party bank university fund ministry army operator airline department"
)
SMALL_WORDS = _set(
    "the a an of for in on at by from with and to its their his her s mr mrs ms dr who which runs said says "
    "is was has according aid prime refugee local state national regional provincial top senior deputy former"
)
#: Forces a sentence can show a country to have, as regular expressions.
FORCES = (
    "general staff",
    "(?:air )?forces?",
    "air ?strikes?",
    "defen[cs]e ministry",
    "ministry of defen[cs]e",
    "(?:army|military|navy|troops|soldiers?|servicemen|paratroopers|marines|fighters|militia|commander)",
    "(?:strikes?|attacks?|shelling|shells?|missiles?|drones?|bombardment|offensive|invasion)",
    "(?:tanks?|warplanes?|warships?)",
)
#: Armed organisations that are a side wherever they are named in the telling of a fight.
ARMED = {
    "Hamas": ("hamas",),
    "Hezbollah": ("hezbollah", "hizbollah", "hizbullah"),
    "Houthis": ("houthi", "houthis"),
    "Taliban": ("taliban",),
    "Islamic State": ("islamic state", "isis", "isil", "daesh"),
    "al-Shabaab": ("al shabaab", "al shabab"),
    "Boko Haram": ("boko haram",),
    "M23": ("m23",),
    "RSF": ("rapid support forces", "rsf"),
    "PKK": ("pkk",),
    "Wagner": ("wagner",),
    "al-Qaeda": ("al qaeda", "al qaida"),
    "rebels": ("rebels", "rebel"),
    "militants": ("militants",),
    "separatists": ("separatists",),
}
