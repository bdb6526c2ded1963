"""The closed word lists by which a capitalised name is told to be a place."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Prepositions after which a capitalised name is a place unless something speaks against it.
PLACE_PREPOSITIONS = _set("in at off near outside around across throughout inside within")
#: Prepositions after which a small or ambiguous town of the gazetteer is taken for one.
LOOSE_PREPOSITIONS = PLACE_PREPOSITIONS | _set(
    "from to into over between through toward towards for of leaving"
)
#: "eastern Ukraine", "central Kabul": they belong to the place.
DIRECTIONS = _set(
    "north south east west northern southern eastern western central northeastern northwestern "
    "southeastern southwestern northeast northwest southeast southwest downtown mainland upper lower "
    "rural"
)
#: Nouns that make a region or a town of the name before them ("Donetsk region") or after "of" ("city of").
KINDS = _set(
    "region province oblast district county state governorate prefecture municipality department "
    "territory canton commune suburb city town village island islands peninsula valley republic "
    "neighbourhood neighborhood borough metropolitan area raion krai division"
)
TOWN_KINDS = _set("city town village suburb neighbourhood neighborhood borough")
#: Names that are first of all something else; places only where a preposition or a qualifier says so.
ALSO_WORDS = _set(
    "reading nice mobile orange split bath most same police of man along independence union liberal "
    "central march may august young best male both many much such other they them then than this that "
    "these those there their what when where which while who why how his her our your its have has had "
    "will would could should can with from over under after before about into onto more less some all any "
    "each every few several police army court state states house senate congress parliament party church "
    "university college school hospital airport station street road river lake sea ocean bay hill hills "
    "park garden gardens market bank north south east west green white black brown grey gray gold golden "
    "silver blue red general major captain colonel king queen prince princess duke bishop pope saint san "
    "santa los las hope grace faith joy rose violet iris ruby amber daisy lily victory liberty justice "
    "freedom unity progress enterprise commerce industry paradise eden ideal normal sandy rocky stone "
    "wood woods forest field fields bridge ford port harbor harbour beach coast island islands valley "
    "mount mountain point spring springs summit grand fine big little long short high low new old deal "
    "date home hero force focus vision mission battle war peace asia africa europe america world earth "
    "sun moon star media metro sport sports times post news press mail herald globe daily weekly standard "
    "observer guardian express mirror telegraph tribune"
)
#: Given names and surnames that are towns or countries too: "Jordan said" is no place, "in Jordan" is.
ALSO_PEOPLE = _set(
    "jordan chad jackson lincoln victoria charlotte santiago francisco madison houston florence kent mary "
    "aurora orlando dallas austin alexandria wellington nelson hamilton wilson clinton jefferson hudson "
    "lawrence henry anderson arlington marion warren troy carson harrison johnson davis franklin salem "
    "eugene irving garland beaumont tyler abilene allen pearland denton evans brandon lewis howard norman "
    "roy vernon logan taylor douglas stanton burton newton milton preston ashton clifton carlisle "
    "lancaster leon cordoba garcia martinez rosario diaz lopez perez ramos cruz moreno valencia mercedes "
    "dolores carmen isabel luis jose juan pedro miguel rafael antonio angel sofia ana eva lima maria "
    "marina helena elena rosa santa salvador cesar victor oscar hugo felix max leo bill trump kerry "
    "shelby cary laurel brooklyn bronx chester mason murray parker paterson stockton thornton walker "
    "washington wayne webster wheaton whittier worth"
)
#: Words before "of <place>" that make a name of an institution or a title, not a place.
INSTITUTIONS = _set(
    "university bank church duke duchess prince princess earl archbishop bishop college institute museum "
    "cathedral house chamber order hospital treaty battle knights"
)
#: Capitalised words after a preposition that are no places.
NO_PLACES = _set(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday christmas easter ramadan lent english french german "
    "spanish arabic russian chinese latin hindi urdu italian portuguese japanese korean god allah islam "
    "christianity parliament congress senate house cabinet court twitter facebook youtube instagram "
    "tiktok telegram whatsapp google microsoft apple amazon i he she it we they mr mrs ms dr sir lord "
    "lady president prime minister king queen prince pope general article section chapter part phase "
    "stage group league cup division olympics operation act bill agreement treaty nato un eu who unicef "
    "unhcr bbc cnn reuters covid internet the a an his her their our my your its this that these those"
)
#: Words that make a name of a person of the word after them.
TITLES = _set(
    "mr mrs ms miss dr sir lord lady dame president minister premier chancellor senator governor mayor "
    "judge justice general colonel captain major sergeant lieutenant officer detective inspector "
    "professor prof king queen prince princess pope bishop rev reverend coach actor actress singer author "
    "journalist rep sen gov gen col capt sgt lt"
)
#: Capitalised words that make another name with the country after them ("Air France", "Team Canada").
NAMES_WITH_COUNTRY = _set("air team miss royal radio bank new deutsche credit electricite gaz star") | TITLES
#: Capitalised words that may stand before a place without being part of its name.
BEFORE_PLACES = _set(
    "in at near from to of on by for with and or the but as while when where after before since until "
    "across outside inside around throughout within over both between meanwhile although though if "
    "because that than north south east west northern southern eastern western central downtown greater "
    "mainland modern today however only even like unlike against into through via"
)
#: Capitalised words after a place that leave it one: "Kyiv Mayor", "Texas Governor", "Ukraine President".
AFTER_PLACES = TITLES | _set(
    "first police prime foreign defense defence health interior supreme high federal central national state "
    "county province region district oblast city governor mayor airport and or on in at"
)
