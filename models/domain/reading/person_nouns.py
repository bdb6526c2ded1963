"""Which nouns name people, by their singular."""

from models.domain.reading.word_lists import words_of

# Regular plurals are found from the singular (nouns.is_person_noun).
PERSON_SINGULARS = words_of(
    """
    abductee abolitionist accomplice accountant activist actor actress addict adherent adolescent adult
    adviser advisor agent aide airman airwoman ally alumnus amateur ambassador amputee analyst anarchist
    angler announcer applicant apprentice arbiter archaeologist archbishop architect arrival arsonist
    artisan artist artiste aspirant assailant assassin assistant associate astronaut athlete attacker
    attendant attendee attorney auditor aunt author auxiliary baby bachelor baker banker barber barrister
    barista bartender batsman beginner believer beneficiary biker billionaire biologist bishop blogger boatman
    bodyguard bomber bowler boxer boy boyfriend breadwinner brewer bricklayer bride brother builder
    bureaucrat burglar businessman businesswoman butcher bystander cadet cadre camper campaigner candidate
    captain captive cardinal carer caretaker carpenter cashier casualty caterer celebrity centenarian
    chairman champion chancellor chaplain chauffeur chef chemist chief child choirboy chorister christian
    churchgoer citizen civilian claimant cleaner clergyman cleric clerk client climber coach collaborator
    colleague collector colonel colonist columnist combatant comedian comic commander commandant commando
    commissioner communist commuter companion comrade conductor congressman congresswoman conscript
    conservationist constable constituent consultant consumer contender contestant contractor convict cook
    coordinator cop coroner corpse correspondent cosmonaut counsellor councillor councilman councilwoman
    counterpart courier cousin coworker craftsman creditor crewman crewmember cricketer criminal critic
    crusader curator customer cyclist dad dancer daredevil daughter dealer death debtor defector defendant
    defender delegate demonstrator dentist deportee deputy descendant deserter designer detainee detective
    developer devotee dictator diner diplomat director disciple dissident diver docker doctor donor
    doorman driver drinker dropout drover dweller economist editor educator elder elector electrician
    emigrant emigre employee employer enforcer engineer enthusiast entrant entrepreneur envoy escapee
    escaper evacuee evader evangelist examiner executive exile expatriate expert explorer extremist
    eyewitness fan fanatic farmer farmhand farmworker fatality father feminist female fiance fighter
    filmmaker finalist financier firefighter fireman firebomber fisher fisherman fishmonger fitter
    follower footballer forecaster foreigner foreman forester founder freelancer friar friend frontliner
    fugitive fundraiser gambler gamer gangster gardener gendarme general geologist girl girlfriend
    goalkeeper golfer governor graduate grandchild granddaughter grandfather grandmother grandparent
    grandson grower guard guardian guardsman guerrilla guerilla guest guide gunman gunner guru gymnast
    hacker hairdresser handler heir helper herder herdsman hero hiker hijacker historian hitchhiker hitman
    holidaymaker homeowner homemaker hooligan host hostage hostess houseguest householder housewife human
    hunter husband idealist idp imam immigrant impostor inductee individual infant infantryman influencer
    informant informer inhabitant inmate innovator inspector instructor insurgent intern internee
    interpreter intruder invader inventor investigator investor invitee islamist islander jailer janitor
    jihadi jihadist jobseeker jockey jogger journalist judge junior juror justice juvenile keeper kid
    kidnapper killer king labourer laborer lad lady landlord landowner laureate lawmaker lawyer layman
    leader learner lecturer legionnaire legislator librarian lieutenant life lifeguard linguist listener
    lobbyist local looter lord lover loyalist magistrate maid mailman major male man manager marathoner
    marcher marine mariner marksman martyr mason mathematician mayor mechanic mediator medic member mentor
    mep mercenary merchant messenger midwife migrant militant militiaman millionaire miner minister minor
    missionary mobster moderate monarch monk mother motorcyclist motorist mountaineer mourner mp mum
    murderer musician muslim national nationalist native negotiator neighbour neighbor neophyte nephew
    newborn newcomer niece nobody nomad nominee novice nun nurse nutritionist observer occupant occupier
    octogenarian offender officer official onlooker operative operator opponent optician organiser
    organizer orphan outsider owner pacifist painter palestinian paramedic paramilitary paratrooper
    pardoner parent parishioner parliamentarian participant partisan partner passenger passer-by passerby
    pastor patient patriot patron peacekeeper peacemaker peasant pedestrian pedlar peer pensioner
    performer perpetrator person personality pharmacist philanthropist philosopher photographer physician
    physicist picket pilgrim pilot pioneer pirate plaintiff planter player plumber plotter poacher poet
    policeman policewoman politician pollster porter poseur postman preacher predator premier presenter
    president priest prince princess principal prisoner private producer professional professor programmer
    prophet proprietor prosecutor prostitute protagonist protégé protester protestor psychiatrist
    psychologist publican puncher pundit pupil rabbi racer racist radical raider rambler rancher ranger
    rapist reader rebel recipient recruit recruiter referee reformer refugee regular relative reporter
    representative republican rescuer researcher reservist resident respondent responder restaurateur
    retiree returnee reveller reveler revolutionary rider rival rioter robber roofer rower royal royalist
    runaway runner saboteur sailor saint salesman saleswoman schoolboy schoolchild schoolgirl
    schoolteacher scientist scout screenwriter sculptor seafarer seaman secretary seeker senator senior
    separatist sergeant serviceman servicemember servicewoman settler sheikh shepherd sheriff shooter
    shopkeeper shopper sibling signatory singer sister skater skeptic skier skipper slave smoker smuggler
    sniper socialist soldier solicitor someone son soul spammer speaker specialist spectator spokesman
    spokesperson spokeswoman sportsman spouse sprinter spy squatter staffer stakeholder star starter
    statesman statistician steward stewardess stockbroker stowaway stranger striker strikebreaker
    strongman student stuntman suitor supervisor superior supporter surfer surgeon survivor suspect
    swimmer sympathiser sympathizer tailor taxpayer teacher technician technologist teen teenager tenant
    termer terrorist theorist thief thug tourist toddler tracker trader traditionalist trafficker trainee
    trainer traitor traveller traveler treasurer trekker trespasser triathlete tribesman trooper trucker
    trustee tutor twin tycoon uncle undergraduate understudy unionist user usher vaccinee vandal vendor
    veteran veterinarian viceroy victim victor viewer vigilante villager violinist visitor vlogger
    volunteer voter voyager waiter waitress walker wanderer warden warlord warrior watchman weaver
    weightlifter welder whistleblower widow widower wife winger winner witness woman worker workman worshipper
    worshiper wrestler writer yachtsman youngster youth zealot zionist american russian ukrainian briton
    canadian australian german syrian iraqi afghan israeli turk kurd pole greek indian pakistani iranian
    egyptian libyan yemeni saudi mexican brazilian colombian venezuelan cuban haitian african european
    asian arab jew hindu catholic protestant buddhist sikh yazidi druze hutu tutsi uighur uyghur italian
    spaniard swede dane norwegian finn hungarian romanian bulgarian serb croat bosnian albanian armenian
    georgian azerbaijani azeri chechen tatar somali ethiopian eritrean nigerian kenyan rwandan algerian
    moroccan tunisian filipino indonesian korean thai malaysian bangladeshi nepali lankan belarusian
    moldovan estonian latvian lithuanian scot belgian austrian czech slovak slovene kazakh uzbek tajik
    mongolian angolan ghanaian ugandan zimbabwean zambian jordanian kuwaiti emirati qatari bahraini omani
    salvadoran honduran guatemalan nicaraguan argentinian argentine chilean peruvian bolivian ecuadorian
    jamaican dominican icelander irishman englishman frenchman dutchman democrat conservative liberal
    independent midfielder sunni shiite mormon copt alawite roma gypsy maori aborigine inuit
    """
)
# Irregular plurals, mass words and adjectives that stand for people.
PERSON_FORMS = words_of(
    """
    deceased accused co-authors passers people men women children folk folks police troops troop personnel
    staff
    crew crews crowd crowds audience dead wounded injured missing killed casualties deaths fatalities
    injuries bodies corpses lives remains elderly homeless hungry destitute unemployed jobless disabled
    poor wives
    servicemen servicewomen policemen policewomen firemen fishermen gunmen crewmen airmen guardsmen
    congressmen congresswomen businessmen businesswomen herdsmen tribesmen seamen spokesmen craftsmen
    clergymen horsemen swordsmen militiamen infantrymen schoolchildren grandchildren stepchildren thieves
    alumni nuns clergy rohingya chinese japanese french british irish dutch spanish sudanese congolese
    vietnamese senegalese lebanese portuguese taiwanese burmese maltese togolese nepalese english welsh
    swiss others population populace youths passersby passers-by bystanders asylum-seekers seekers
    arrivals newcomers births adults under-fives teenagers inhabitants manpower conscripts marines laity
    nobility generation bridegrooms twentysomethings
    """
)
# Endings that make people of verbs, fields and places.
PERSON_ENDINGS: tuple[str, ...] = (
    *("ers", "ors", "ists", "ees", "men", "women"),
    *("ians", "people", "nauts", "crats", "mates", "children"),
)
# Things, and firms, that end like people.
NOT_PERSONS = words_of(
    """
    sarees levees marquees pedigrees chimpanzees abdomen accelerators acres acumen adapters anchors angers
    answers aperitors arbors ardors armors armours assists banners bargains barriers bars beavers bees
    behaviors behaviours blockers boilers bomber bombers bookmakers boosters borders boulders brains
    breakers broadcasters brokers bulldozers bunkers burgers burners calculators cancers candors
    capacitors captains careers carriers cars casters cellars centers centimeters certains chains chambers
    chapters charters checklists cheers choppers chores clippers clusters coaches coasters coffees
    colanders collars colors colours committees complains compressors computers connectors conservative
    consists constraints containers contains copiers cores corners corridors counters couplers covers
    crackers cruisers curtains cutters cylinders daggers dampers decoders degrees destroyers detectors
    diameters diapers dinars diners dinners disasters dishwashers distributors dollars domains doors
    drains drawers drillers droppers dumpers dusters elevators emitters employers enablers encoders
    encounters endeavors endeavours entertains errors escalators excavators exists explains exporters
    exteriors factors fasteners favors favours feathers feeders fees fertilisers fertilizers fibers fibres
    filters fingers fists flavors flavours fliers floors flowers flyers folders footers fountains
    franchisors freezers freighters fritters frontiers gains garters general generators geysers glaciers
    grains guarantees guitars gutters hammers hamsters hangers harbors harbours headquarters heaters
    hectares helicopters honors hoppers horrors hosts hovers howitzers humours hungers importers
    incubators indicators indoors inhalers insists insurers interceptors interiors inverters jumpers
    junkers kilometers knees labors labours ladders lasers launchers lawnmowers lawsuits layers lenders
    letters levers liberal lighters liners linkers lists liters litres loaders lobsters local lockers
    louvers maintains major maneuvers manoeuvers manufacturers marine markers masters matters mergers
    messengers metaphors meteors meters metres minor mirrors missiles mists mixers mobilers modems
    moderate mortars motors mountains mowers mutters napkins national newspapers numbers obtains odors
    odours offers omen openers operators orbiters orders ores organs otters outdoors oysters pagers pains
    pampers panthers papers parameters parlors parlours peppers perimeters persists pillars plains
    planters platters playlists plovers plungers pointers poppers pores posters powders powers prayers
    primers printers processors producers professional projectors prompters propellers prospers publishers
    pullovers quarters quivers radiators radical rafters razors reactors receivers refrigerators regimen
    registers regular regulators remainders remains reminders repeaters resistors resists respirators
    retailers retains revolvers rigors rivers rockers rockets rollers rotors routers rovers royal rubbers
    rudders rulers rumors rumours sanders savors savours scanners scooters scores scout scouts
    screwdrivers scrubbers sectors semaphores semaphors semesters sensors servers shelters shivers shores
    shoulders showers shredders shutters simulators skewers sliders slippers sneakers snickers sombers
    speakerphones specimen spiders splendors spoilers spores squalors stains star stars stickers stores
    strains stretchers strollers subcommittees suckers summers superior supers suppliers suspenders
    sustains sweaters sweepers tabloids tankers tasters tempers tenders terrains terrors tethers thrillers
    thrusters thunders tickers tigers timers toasters toners toppers towers tracker trackers tractors
    trailers trainer trainers trains transfers transformers transistors transponders trawlers trees
    tremors trimesters trousers tubers tumblers tumors tumours twisters twists tyres ulcers uppers valors
    vapers vapors vapours vectors ventilators vigors vipers wafers waivers warmers washers wavers weathers
    whiskers whispers winters wipers wonders woofers wrappers wrists zingers zippers
    """
)
