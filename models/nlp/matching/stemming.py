"""Which words count as one: endings cut lightly, and the short forms of posts written out."""

import functools

SHORT_FORMS = {
    "ppl": "people", "govt": "government", "gov": "government", "gvt": "government", "prez": "president",
    "pres": "president", "potus": "president", "scotus": "court", "flotus": "lady", "sec": "secretary",
    "dem": "democrat", "dems": "democrat", "repub": "republican", "repubs": "republican",
    "gop": "republican", "rep": "representative", "sen": "senator", "pm": "minister",
    "vax": "vaccine", "vaxx": "vaccine", "vaxxed": "vaccinated", "vaxed": "vaccinated", "jab": "vaccine",
    "jabs": "vaccine", "jabbed": "vaccinated", "vaccination": "vaccine", "vaccinations": "vaccine",
    "corona": "coronavirus", "covid": "coronavirus", "covid19": "coronavirus", "ncov": "coronavirus",
    "pic": "photo", "pics": "photo", "picture": "photo", "pictures": "photo", "photograph": "photo",
    "photographs": "photo", "image": "photo", "images": "photo", "vid": "video", "vids": "video",
    "footage": "video", "clip": "video", "dr": "doctor", "dr.": "doctor", "docs": "doctor", "doc": "doctor",
    "yr": "year", "yrs": "year", "hrs": "hour", "hr": "hour", "mins": "minute", "wk": "week",
    "uk": "britain", "british": "britain", "usa": "us", "america": "us", "american": "us",
    "americans": "us", "eu": "europe", "european": "europe", "illegals": "immigrant", "mil": "million",
    "bn": "billion", "bln": "billion", "mln": "million", "k": "thousand", "kids": "child", "kid": "child",
    "children": "child", "men": "man", "women": "woman", "cops": "police", "cop": "police",
    "info": "information", "ad": "advertisement", "ads": "advertisement", "advert": "advertisement",
    "uni": "university", "temp": "temperature", "temps": "temperature", "max": "maximum",
    "tv": "television", "telly": "television", "biz": "business", "dept": "department", "dod": "pentagon",
    "hosp": "hospital", "dead": "die", "death": "die", "deaths": "die", "died": "die", "dies": "die",
    "dying": "die", "killed": "kill", "killing": "kill", "said": "say", "says": "say", "saying": "say",
    "told": "tell", "won": "win", "lost": "lose", "paid": "pay", "gave": "give", "given": "give",
    "took": "take", "taken": "take", "made": "make", "sold": "sell", "bought": "buy", "sent": "send",
    "went": "go", "gone": "go", "shot": "shoot", "stole": "steal", "stolen": "steal", "wrote": "write",
    "written": "write", "spoke": "speak", "caught": "catch", "found": "find", "left": "leave",
    "drank": "drink", "ate": "eat", "eaten": "eat", "fell": "fall", "fallen": "fall", "built": "build",
    "flew": "fly", "flown": "fly", "wore": "wear", "worn": "wear", "held": "hold", "met": "meet",
    "ran": "run", "saw": "see", "seen": "see", "known": "know", "knew": "know", "grew": "grow",
    "grown": "grow", "rose": "rise", "risen": "rise", "broke": "break", "broken": "break",
}  # fmt: skip
"""Short forms, irregular verbs and a few pairs that posts and fact-checkers write differently."""

STOP_WORDS = frozenset((
    "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "because",
    "been", "before", "being", "but", "by", "can", "could", "did", "do", "does", "doing", "done", "down",
    "for", "from", "further", "get", "gets", "getting", "got", "had", "has", "have", "having", "he",
    "her", "here", "hers", "herself", "him", "himself", "his", "how", "i", "if", "im", "in", "into", "is",
    "it", "its", "itself", "just", "like", "me", "more", "most", "my", "myself", "no", "nor", "not",
    "now", "of", "off", "on", "once", "only", "or", "other", "our", "ours", "out", "over", "own",
    "really", "same", "she", "should", "so", "some", "such", "than", "that", "the", "their", "theirs",
    "them", "themselves", "then", "there", "these", "they", "this", "those", "through", "to", "too",
    "under", "until", "up", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who",
    "whom", "why", "will", "with", "would", "you", "your", "yours", "u", "ur", "r", "rt", "via", "amp",
    "lol", "omg", "wtf", "smh", "tbh", "imo", "idk", "pls", "plz", "ive", "dont", "doesnt", "didnt",
    "isnt", "arent", "wasnt", "werent", "cant", "couldnt", "wont", "wouldnt", "youre", "theyre", "thats",
    "theres", "lets", "gonna", "wanna", "yes", "yeah", "oh", "let", "please",
))  # fmt: skip
"""Words that say nothing about the matter. "us" stays: in lower case it is mostly the country."""


@functools.lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return what a lower-case word counts as; short forms are written out first."""
    word = SHORT_FORMS.get(word, word)
    if len(word) <= 3 or not word.isalpha():
        return word
    return _bare(_singular(word))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _bare(word: str) -> str:
    """Cut -ing, -ed, -ly, -ation and a last e where a stem with a vowel is left."""
    for ending in ("ations", "ation", "ingly", "edly", "ing", "ed", "ly", "er", "or"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 4 and any(letter in "aeiouy" for letter in rest):
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    if word.endswith("i") and len(word) > 4:
        word = word[:-1] + "y"
    return word[:-1] if word.endswith("e") and len(word) > 4 else word
