"""Names of countries and regions as newspapers write them, beside what the libraries' tables hold."""

from collections.abc import Iterator

# Code: names, parted by ";", for what pycountry spells otherwise.
_COUNTRIES = """
AE: UAE; U.A.E.; Emirates; United Arab Emirates; the Emirates
BA: Bosnia; Bosnia-Herzegovina; Bosnia & Herzegovina
BN: Brunei
BO: Bolivia
BS: The Bahamas
BY: Belorussia
CD: DR Congo; DRC; D.R. Congo; Democratic Republic of Congo; Democratic Republic of the Congo;
    Congo-Kinshasa; Zaire; Congo
CF: CAR; Central African Republic
CG: Congo; Republic of Congo; Republic of the Congo; Congo-Brazzaville
CI: Ivory Coast; Cote d'Ivoire
CV: Cape Verde
CZ: Czech Republic; Czechia
FM: Micronesia
GB: UK; U.K.; Britain; Great Britain; United Kingdom
GM: The Gambia
HK: Hong Kong
IR: Iran; Islamic Republic of Iran
KP: North Korea; DPRK; N. Korea
KR: South Korea; S. Korea; Republic of Korea; Korea
LA: Laos
MD: Moldova
MK: Macedonia; North Macedonia
MM: Burma; Myanmar
MO: Macau; Macao
NL: Holland; The Netherlands
PS: Palestine; Palestinian territories; occupied Palestinian territory; Occupied Palestinian Territories
RU: Russia; Russian Federation
SY: Syria; Syrian Arab Republic
SZ: Swaziland; Eswatini
TL: East Timor; Timor-Leste
TR: Turkey; Turkiye
TW: Taiwan
TZ: Tanzania
US: US; U.S.; USA; U.S.A.; United States; United States of America; America
VA: Vatican; Vatican City; Holy See
VE: Venezuela
VN: Vietnam; Viet Nam
XK: Kosovo
CN: China; Mainland China; People's Republic of China; PRC
IE: Republic of Ireland; Ireland
VC: Saint Vincent; St Vincent
KN: St Kitts; Saint Kitts and Nevis
LC: St Lucia; Saint Lucia
ST: Sao Tome
TT: Trinidad; Trinidad and Tobago
AG: Antigua; Antigua and Barbuda
PG: Papua New Guinea; PNG
NZ: Aotearoa
FK: Falklands; Falkland Islands
"""

# Regions that make news, found wherever they stand; "=08" is the GeoNames code of a unit by which its towns
# are told. Where two countries have one, the first is the default.
_REGIONS = """
GB: England=ENG; Scotland=SCT; Wales=WLS; Northern Ireland=NIR; Yorkshire; Cornwall; Kent; Essex;
    Lancashire; Cumbria; Devon; Norfolk; Suffolk; Merseyside; Greater Manchester; West Midlands; Midlands
UA: Crimea; Donbas; Donbass; Donetsk Oblast; Luhansk Oblast; Zaporizhzhia Oblast; Kherson Oblast;
    Zakarpattia; Transcarpathia; Donetsk People's Republic; Luhansk People's Republic
RU: Chechnya; Dagestan; Ingushetia; Tatarstan; Siberia; Kamchatka; Sakhalin; Bashkortostan; Yakutia;
    Buryatia; Karelia; North Ossetia; Urals; Primorye
GE: Abkhazia; South Ossetia; Adjara
AZ: Nagorno-Karabakh; Nakhchivan; Karabakh
MD: Transnistria; Gagauzia
PS: Gaza Strip; Gaza; West Bank; East Jerusalem
IL: Golan Heights; Galilee; Negev
SY: Idlib; Rojava; Eastern Ghouta; Ghouta; Deir Ezzor; Deir al-Zour; Deir Ez Zor; Deir al-Zor; Hasakah;
    Hasaka; Hassakeh; Daraa; Dara'a; Suwayda; Sweida; Quneitra; Latakia Governorate
IQ: Iraqi Kurdistan; Kurdistan Region; Kurdistan; Anbar; Nineveh; Diyala; Salahuddin; Salah al-Din; Dhi
    Qar; Babil; Ninawa; Sinjar; Al Anbar
IR: Khuzestan; Sistan; Sistan and Baluchestan; Khorasan; Hormozgan; Gilan; Mazandaran
AF: Helmand; Nangarhar; Kunduz Province; Badakhshan; Paktika; Paktia; Khost; Panjshir; Uruzgan; Faryab;
    Badghis; Baghlan
PK: Balochistan; Baluchistan; Sindh; Khyber Pakhtunkhwa; Azad Kashmir; Gilgit-Baltistan; Waziristan; North
    Waziristan; South Waziristan
IN: Kashmir; Jammu and Kashmir; Orissa; Uttaranchal; Pondicherry; Kerala; Tamil Nadu; Ladakh
CN: Tibet; Xinjiang; Inner Mongolia; Guangxi; Ningxia; Hubei; Hunan; Henan; Hebei; Sichuan; Yunnan;
    Guangdong; Zhejiang; Jiangsu; Jiangxi; Shaanxi; Shanxi; Shandong; Liaoning; Heilongjiang; Qinghai;
    Gansu; Guizhou; Anhui; Fujian; Hainan
MM: Rakhine; Kachin; Kayah; Chin State; Sagaing; Magway; Arakan; Kayin; Shan State
BD: Cox's Bazar
TH: Pattani
PH: Bohol; Samar; Mindanao; Luzon; Visayas; Leyte; Cebu; Palawan; Sulu
ID: Java; West Java; East Java; Central Java; Sumatra; Aceh; Papua; West Papua; Sulawesi; Central
    Sulawesi; Bali; Lombok; Borneo; Kalimantan
MY: Sabah; Sarawak
JP: Hokkaido; Honshu; Kyushu; Shikoku; Okinawa
AU: New South Wales=02; NSW=02; Queensland=04; Tasmania=06; South Australia=05; Western Australia=08;
    Northern Territory=03; Victoria=07; Australian Capital Territory=01
CA: Ontario=08; Quebec=10; British Columbia=02; Alberta=01; Manitoba=03; Saskatchewan=11; Nova Scotia=07;
    New Brunswick=04; Newfoundland=05; Newfoundland and Labrador=05; Prince Edward Island=09; Yukon=12;
    Nunavut=14; Northwest Territories=13
MX: Chiapas; Oaxaca; Sinaloa; Guerrero; Michoacan; Jalisco; Veracruz; Sonora; Tamaulipas; Baja California;
    Yucatan; Quintana Roo; Tabasco; Nuevo Leon
BR: Amazonas; Bahia; Minas Gerais; Mato Grosso; Rio Grande do Sul; Parana; Para; Rondonia; Roraima; Acre;
    Ceara; Pernambuco; Santa Catarina
DE: Bavaria; Saxony; Lower Saxony; North Rhine-Westphalia; Rhineland-Palatinate; Hesse; Thuringia;
    Brandenburg; Saxony-Anhalt; Baden-Wurttemberg; Schleswig-Holstein; Saarland
FR: Brittany; Normandy; Provence; Corsica; Alsace; Ile-de-France; Occitanie; Nouvelle-Aquitaine
ES: Catalonia; Andalusia; Galicia; Canary Islands; Basque Country; Balearic Islands; Asturias; Castile and
    Leon; Tenerife; Mallorca; Ibiza; La Palma; Gran Canaria
IT: Sicily; Sardinia; Lombardy; Tuscany; Veneto; Piedmont; Calabria; Apulia; Puglia; Campania; Liguria;
    Emilia-Romagna; Lampedusa; Umbria; Marche
GR: Crete; Lesbos; Attica; Peloponnese; Evia; Euboea; Rhodes; Thessaly
PT: Madeira; Azores; Algarve
NO: Svalbard
BE: Flanders; Wallonia
NL: North Holland; South Holland
CH: Ticino
FI: Lapland; Aland
RS: Vojvodina
BA: Republika Srpska
TR: Anatolia; Hatay; Kahramanmaras Province; Van Province
EG: Sinai; North Sinai; Sinai Peninsula; Upper Egypt
LY: Cyrenaica; Tripolitania; Fezzan
SD: Darfur; North Darfur; South Darfur; West Darfur; Central Darfur; East Darfur; Kordofan; North
    Kordofan; South Kordofan; West Kordofan; Blue Nile; Gezira; Al Jazirah; Gedaref
SS: Equatoria; Jonglei; Upper Nile; Western Bahr el Ghazal; Warrap
ET: Tigray; Amhara; Oromia; Afar; Benishangul-Gumuz; Gambella; Ogaden
SO: Puntland; Somaliland; Jubaland; Lower Shabelle; Middle Shabelle; Galmudug; Hirshabelle
KE: Turkana; Garissa; Mandera; Rift Valley
NG: Borno; Yobe; Adamawa; Zamfara; Kaduna; Katsina; Benue; Plateau State; Niger State; Niger Delta; Ondo;
    Ogun; Taraba; Bayelsa; Biafra
CM: Far North Region
CD: Kivu; North Kivu; South Kivu; Ituri; Kasai; Katanga; Tanganyika Province; Kongo Central
MZ: Cabo Delgado; Sofala; Nampula; Zambezia
ZA: Gauteng; KwaZulu-Natal; Eastern Cape; Western Cape; Limpopo; Mpumalanga; Northern Cape; Free State
TZ: Zanzibar
EH: Western Sahara
YE: Marib; Hodeida; Hudaydah; Hadramawt; Abyan; Shabwa; Saada; Sa'dah; Al Jawf; Socotra
SA: Eastern Province; Hejaz
US: Maui; Oahu; Kauai; Washington state; Washington State; New England; Long Island; Silicon Valley
RE: Reunion Island; La Reunion
LK: Tamil Eelam
"""

# City names in English that the gazetteer spells otherwise: its name: ours; ours.
_CITIES = """
Ar Raqqah SY: Raqqa; Raqqah
Al Hasakah SY: Al-Hasakah
Tadmur SY: Palmyra
'Ayn al 'Arab SY: Kobani; Kobane
Al Basrah IQ: Basra; Basrah
Basrah IQ: Basra
Al Fallujah IQ: Fallujah; Falluja
Erbil IQ: Arbil; Irbil
Najaf IQ: An Najaf
Karbala IQ: Kerbala
Khan Yunis PS: Khan Younis; Khan Younes
Kyiv UA: Kiev
Odesa UA: Odessa
Kharkiv UA: Kharkov
Lviv UA: Lvov
Mykolayiv UA: Mykolaiv; Nikolaev
Siverskodonetsk UA: Severodonetsk; Sievierodonetsk
Zaporizhzhya UA: Zaporizhzhia; Zaporozhye
Chernihiv UA: Chernigov
Makkah SA: Mecca
Medina SA: Madinah
Mumbai IN: Bombay
Kolkata IN: Calcutta
Chennai IN: Madras
Bengaluru IN: Bangalore
Yangon MM: Rangoon
Ho Chi Minh City VN: Saigon
Sanaa YE: Sana'a; Sana
Al Hudaydah YE: Hodeidah; Al-Hudaydah
Koln DE: Cologne
Munchen DE: Munich
Zurich CH: Zuerich
New York City US: New York; NYC
Washington US: Washington DC; Washington D.C.; D.C.
Los Angeles US: LA; L.A.
Sao Paulo BR: St Paul
Qandahar AF: Kandahar
Kandahar AF: Qandahar
Herat AF: Hirat
Mazar-e Sharif AF: Mazar-i-Sharif; Mazar-e-Sharif
Marrakesh MA: Marrakech
Saint Petersburg RU: St Petersburg; St. Petersburg
Darnah LY: Derna
Benghazi LY: Bengazi
Misratah LY: Misrata
Al Fashir SD: El Fasher; Al Fasher; El-Fasher; Al-Fashir
Al Junaynah SD: El Geneina; Geneina
Nyala SD: Nyala
Guangzhou CN: Canton
Beijing CN: Peking
Antananarivo MG: Tananarive
Istanbul TR: Constantinople
Kathmandu NP: Katmandu
Astana KZ: Nur-Sultan; Nursultan
Mogadishu SO: Muqdisho
Rafah PS: Rafah
Port-au-Prince HT: Port au Prince
Stepanakert AZ: Khankendi; Xankandi
Seville ES: Sevilla
Copenhagen DK: Kobenhavn
Gothenburg SE: Goteborg
The Hague NL: Den Haag
Hanover DE: Hannover
Nuremberg DE: Nurnberg
"""

# Country: demonyms; hints about an article, never places.
_DEMONYMS = """
AF: Afghan; AL: Albanian; DZ: Algerian; AO: Angolan; AR: Argentine, Argentinian; AM: Armenian; AU:
Australian; AT: Austrian; AZ: Azerbaijani, Azeri; BH: Bahraini; BD: Bangladeshi; BY: Belarusian; BE:
Belgian; BJ: Beninese; BO: Bolivian; BA: Bosnian; BR: Brazilian; GB: British, English, Scottish, Welsh,
Briton; BG: Bulgarian; BF: Burkinabe; MM: Burmese; KH: Cambodian; CM: Cameroonian; CA: Canadian; TD:
Chadian; CL: Chilean; CN: Chinese; CO: Colombian; CD: Congolese; CR: Costa Rican; HR: Croatian; CU: Cuban;
CY: Cypriot; CZ: Czech; DK: Danish; NL: Dutch; EC: Ecuadorian; EG: Egyptian; SV: Salvadoran; ER: Eritrean;
EE: Estonian; ET: Ethiopian; FI: Finnish; FR: French; GE: Georgian; DE: German; GH: Ghanaian; GR: Greek;
GT: Guatemalan; HT: Haitian; HN: Honduran; HU: Hungarian; IS: Icelandic; IN: Indian; ID: Indonesian; IR:
Iranian; IQ: Iraqi; IE: Irish; IL: Israeli; IT: Italian; JM: Jamaican; JP: Japanese; JO: Jordanian; KZ:
Kazakh; KE: Kenyan; XK: Kosovan, Kosovar; KW: Kuwaiti; KG: Kyrgyz; LA: Laotian; LV: Latvian; LB: Lebanese;
LR: Liberian; LY: Libyan; LT: Lithuanian; MY: Malaysian; ML: Malian; MT: Maltese; MR: Mauritanian; MX:
Mexican; MD: Moldovan; MN: Mongolian; ME: Montenegrin; MA: Moroccan; MZ: Mozambican; NP: Nepali, Nepalese;
NZ: New Zealander; NI: Nicaraguan; NE: Nigerien; NG: Nigerian; KP: North Korean; NO: Norwegian; OM: Omani;
PK: Pakistani; PS: Palestinian, Gazan; PA: Panamanian; PY: Paraguayan; PE: Peruvian; PH: Filipino,
Philippine; PL: Polish; PT: Portuguese; QA: Qatari; RO: Romanian; RU: Russian, Chechen; RW: Rwandan; SA:
Saudi; SN: Senegalese; RS: Serbian, Serb; SL: Sierra Leonean; SG: Singaporean; SK: Slovak; SI: Slovenian;
SO: Somali; ZA: South African; KR: South Korean; SS: South Sudanese; ES: Spanish, Catalan; LK: Sri Lankan;
SD: Sudanese; SE: Swedish; CH: Swiss; SY: Syrian; TW: Taiwanese; TJ: Tajik; TZ: Tanzanian; TH: Thai; TG:
Togolese; TN: Tunisian; TR: Turkish; TM: Turkmen; UG: Ugandan; UA: Ukrainian; AE: Emirati; US: American,
Californian, Texan; UY: Uruguayan; UZ: Uzbek; VE: Venezuelan; VN: Vietnamese; YE: Yemeni; ZM: Zambian; ZW:
Zimbabwean
"""


def country_names() -> Iterator[tuple[str, str]]:
    """Yield (name, ISO alpha-2) for the names that pycountry lacks."""
    yield from _rows(_COUNTRIES)


def region_names() -> Iterator[tuple[str, str, str]]:
    """Yield (region, ISO alpha-2 of its country, GeoNames code of the unit or "")."""
    for name, code in _rows(_REGIONS):
        region, _, unit = name.partition("=")
        yield region, code, unit


def city_aliases() -> Iterator[tuple[str, str, str]]:
    """Yield (gazetteer's name, country, our name)."""
    for left, name in _rows(_CITIES):
        yield name[:-3], name[-2:], left


def demonyms() -> Iterator[tuple[str, str]]:
    """Yield (demonym, ISO alpha-2)."""
    for part in _DEMONYMS.split(";"):
        code, _, names = part.partition(":")
        for name in names.split(","):
            if name.strip():
                yield " ".join(name.split()), code.strip()


def _rows(table: str) -> Iterator[tuple[str, str]]:
    for row in table.strip().replace("\n    ", " ").splitlines():
        head, _, names = row.partition(":")
        for name in names.split(";"):
            yield name.strip(), head.strip()
