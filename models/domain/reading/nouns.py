"""Which nouns name people, households and buildings, and which words end a noun phrase."""

from models.domain.reading.word_lists import words_of

PERSON_NOUNS = words_of(
    """
    people person persons man men woman women child children boy boys girl girls baby babies infant
    infants toddler toddlers adult adults teenager teenagers teen teens youth youths youngsters kid kids
    minor minors civilian civilians soldier soldiers troop troops serviceman servicemen servicewomen
    personnel police policeman policemen policewoman officer officers fighter fighters militant
    militants rebel rebels insurgent insurgents gunman gunmen terrorist terrorists jihadist jihadists
    conscript conscripts reservist reservists recruit recruits veteran veterans mercenary mercenaries
    marines marine sailor sailors airman airmen paratrooper paratroopers commando commandos sniper
    snipers guard guards guardsmen bodyguards peacekeeper peacekeepers combatant combatants dead wounded
    injured missing killed casualty casualties death deaths fatality fatalities victim victims injuries
    survivor survivors body bodies corpse corpses lives life remains migrant migrants refugee refugees
    evacuee evacuees returnee returnees deportee deportees exile exiles idp idps immigrant immigrants
    emigrants asylum-seekers seekers asylum-seeker seeker newcomers arrivals resident residents
    inhabitant inhabitants citizen citizens villager villagers local locals national nationals foreigner
    foreigners native natives tourist tourists visitor visitors passenger passengers pilgrim pilgrims
    commuters travellers travelers pedestrian pedestrians motorist motorists driver drivers pilot pilots
    crew crewmen crewmember crewmembers astronaut astronauts cosmonaut cosmonauts climbers hikers skiers
    swimmers divers worker workers employee employees staff staffer staffers labourer labourers laborers
    miner miners farmer farmers fisherman fishermen nurse nurses doctor doctors medic medics medical
    paramedic paramedics patient patients teacher teachers student students pupil pupils schoolchildren
    schoolgirl schoolgirls schoolboys graduate graduates professor professors scientist scientists
    researcher researchers expert experts engineer engineers technicians journalist journalists reporter
    reporters correspondents activist activists protester protesters protestor protestors demonstrator
    demonstrators marchers rioters striker strikers supporter supporters fan fans spectator spectators
    crowd audience viewers listeners readers user users customer customers shopper shoppers consumer
    consumers client clients subscriber subscribers followers player players athlete athletes footballer
    footballers runner runners cyclist cyclists competitor competitors participant participants delegate
    delegates attendee attendees guest guests worshipper worshippers believer believers voter voters
    elector electors respondent respondents candidate candidates politician politicians lawmaker
    lawmakers legislator legislators mp mps mep meps senator senators councillor councillors congressman
    congressmen congresswoman member members minister ministers official officials diplomat diplomats
    ambassador ambassadors president presidents leader leaders judge judges juror jurors lawyer lawyers
    prosecutor prosecutors suspect suspects defendant defendants prisoner prisoners inmate inmates
    detainee detainees captive captives hostage hostages convict convicts offender offenders criminal
    criminals gangster smuggler smugglers trafficker traffickers attacker attackers assailant assailants
    bomber bombers shooter shooters hacker hackers robber robbers thieves murderer accomplices pirates
    father mother fathers mothers parent parents son sons daughter daughters brother brothers sister
    sisters wife wives husband husbands grandchildren grandparents sibling siblings cousin cousins
    relative relatives friend friends widow widows orphan orphans twins spouses partners pensioner
    pensioners retirees retiree elderly taxpayer taxpayers homeless unemployed jobless disabled poor
    volunteer volunteers donor donors rescuer rescuers responder responders firefighter firefighters
    firemen lifeguards aid-workers contractor contractors trader traders investor investors shareholder
    shareholders billionaires millionaires businessmen businessman executives directors manager managers
    colleagues neighbours neighbors owners owner tenant tenants priest priests monk monks nun nuns
    bishop bishops imam imams clerics cleric rabbi rabbis cardinals missionaries americans russians
    ukrainians britons canadians australians germans syrians iraqis afghans palestinians israelis turks
    kurds poles greeks indians pakistanis iranians egyptians libyans yemenis saudis mexicans brazilians
    colombians venezuelans cubans haitians africans europeans asians arabs jews muslims christians
    hindus catholics buddhists sikhs yazidis rohingya hutus tutsis uighurs uyghurs chinese japanese
    french british italians spaniards swedes danes norwegians finns hungarians romanians bulgarians
    serbs croats bosnians albanians armenians georgians azerbaijanis chechens somalis ethiopians
    eritreans sudanese nigerians kenyans rwandans congolese algerians moroccans tunisians filipinos
    indonesians koreans vietnamese thais malaysians bangladeshis nepalis lankans belarusians moldovans
    estonians latvians lithuanians scots others other bystander bystanders passer-by passersby
    passers-by onlookers witnesses witness republicans democrats conservatives liberals socialists
    independents population folks souls individual individuals beneficiary beneficiaries recipients
    applicant applicants claimants starters actor actors actress actresses singers musicians artists
    artist author authors writers poets dancers performers champion champions winners winner laureates
    """
)
# Endings that make people of verbs and fields; the words after them are things all the same.
_PERSON_ENDINGS = ("ers", "ors", "ists", "ees", "men", "women", "ians", "people", "nauts", "crats")
_THINGS = words_of(
    """
    others papers numbers orders borders powers matters letters quarters centers meters metres liters
    litres carriers bombers launchers cruisers destroyers tankers trawlers freighters liners trailers
    boulders towers flowers rivers offers layers transformers servers computers printers scooters
    helicopters choppers bunkers shelters containers boosters banners posters markers hectares corners
    dinners hammers dollars transfers chambers headquarters drawers sensors factors sectors reactors
    motors tractors vectors corridors errors doors floors colors colours favors favours honors harbors
    harbours indoors mirrors conductors monitors projectors detectors generators elevators escalators
    sponsors lists twists fists mists wrists checklists playlists trees degrees fees coffees committees
    guarantees knees bees specimen omen regimen acumen abdomen interceptors howitzers mortars missiles
    rockets ventilators coaches lawsuits careers barriers messengers newspapers suspenders folders
    stickers cylinders adapters clusters disasters encounters registers chapters filters rollers cutters
    trackers timers screwdrivers speakers burners propellers rotors thrusters rovers landers orbiters
    dumpers bulldozers loaders cancers ulcers tumors tumours tremors meteors majors levers fingers
    shoulders feathers daggers revolvers weathers winters summers manoeuvers maneuvers parameters
    perimeters diameters kilometers centimeters showers wonders sliders charters cellars pillars stars
    bars cars guitars dinars transistors capacitors resistors processors compressors calculators
    regulators indicators refrigerators radiators accelerators incubators respirators excavators
    simulators connectors answers covers ladders stores shores scores pores cores spores chores ores
    semaphores colanders hangers lasers razors scanners routers modems counters planters hungers angers
    tigers panthers lobsters oysters hamsters otters spiders beavers plovers vipers frontiers
    dishwashers
    """
)
_ENDED_PERSON_EXCEPTIONS = words_of(
    """
    suppliers employers manufacturers publishers retailers lenders insurers broadcasters carriers
    fighters
    """
)  # fmt: skip
HOUSEHOLD_NOUNS = frozenset(["family", "families", "household", "households"])
BUILDING_NOUNS = words_of(
    """
    house houses home homes building buildings apartment apartments dwelling dwellings residence
    residences flat flats villa villas bungalow bungalows cottage cottages skyscraper skyscrapers hut
    huts townhouses condos condominium condominiums
    """
)
_PLURALS = words_of(
    """
    people men women children police troops personnel staff aircraft cattle sheep fish feet teeth geese
    mice dead wounded injured missing elderly homeless unemployed poor crew media data criteria
    phenomena bacteria servicemen policemen gunmen firemen fishermen servicewomen crewmen airmen
    businessmen congressmen guardsmen schoolchildren grandchildren rohingya chinese japanese sudanese
    congolese vietnamese lives wives youth military infantry cavalry livestock poultry deer salmon swine
    sorties offspring spacecraft hovercraft
    """
)
_NOT_PLURALS = words_of(
    """
    was is has as this his its us yes thus plus across previous various serious famous religious
    dangerous numerous indigenous less unless always perhaps sometimes towards afterwards besides does
    says goes texas paris james virus bus gas crisis basis class glass cross process press congress
    business access success progress loss mass pass boss dress address illness witness fitness campus
    census status focus bonus minus terminus chaos series species news politics physics athletics
    economics mathematics
    """
)


def is_plural_noun(word: str) -> bool:
    """Say whether *word* (lower case) looks like a plural noun; adjectives in -ous and the like are not."""
    if word in _PLURALS:
        return True
    return (
        len(word) > 3 and word[-1] == "s" and word[-2:] not in ("ss", "us", "is") and word not in _NOT_PLURALS
    )


def is_person_noun(word: str) -> bool:
    """Say whether *word* (lower case) names people: listed, or ending like migrants' and workers' names."""
    if word in PERSON_NOUNS:
        return True
    if len(word) < 6 or word in _THINGS or word in _ENDED_PERSON_EXCEPTIONS:
        return False
    return word.endswith(_PERSON_ENDINGS)


def unit_of_noun(word: str) -> str:
    """Return the counting unit of the head noun *word* (lower case): person, household, building or item."""
    if is_person_noun(word):
        return "person"
    if word in HOUSEHOLD_NOUNS:
        return "household"
    return "building" if word in BUILDING_NOUNS else "item"
