"""Whether the lexicon of measures holds on sentences of its own, each word in the place that it takes."""

import pytest

from models.domain.quantities import read_quantities
from models.nlp.measures import measures_of

# A sentence, and what each of its figures measures.
SENTENCES = """
The battalion lost 12 men on the first day. | killed
The two platoons lost 12 and 17 men in the ambush. | units killed killed
The loss of nine sailors shook the port. | killed
Divers brought up the bodies of six more miners. | killed
The heatwave claimed 31 lives in Seville. | killed
The earthquake's death toll has climbed to 2,140. | killed
Four climbers perished on the north face. | killed
Eleven fishermen drowned off Agadir. | killed
A further three soldiers succumbed to their wounds. | killed
Two officers were shot dead outside the bank. | killed
Five hostages were beheaded in the desert. | killed
The court had 38 prisoners executed in a single day. | killed
Seven worshippers were gunned down at prayer. | killed
Some 40 passengers burned to death in the coach. | killed
Searchers have recovered 19 bodies from the river. | killed
The cholera outbreak took the lives of 84 villagers. | killed
The crash left 14 dead and 30 hurt. | killed injured
The bombing killed 12 and wounded 30. | killed injured
Of the 60 men in the pit, 12 died and 8 were hauled out alive. | other killed other
Police shot 12 protesters, of whom four died. | casualties killed
Nine people were stabbed, two fatally. | casualties killed
Eighteen were hurt, three of them critically. | injured injured
Thirty-one passengers needed hospital treatment. | injured
Doctors treated 55 demonstrators for gas burns. | injured
Twenty-two people were rushed to hospital with burns. | injured
The blast maimed at least six children. | injured
The army admits casualties of 240 in the week's fighting. | casualties
There were no casualties. | casualties
Total losses on both sides exceed 4,000 men. | casualties
More than 90 people are still unaccounted for. | missing
Seventeen crew members remain missing after the ferry sank. | missing
Rescuers are searching for eight skiers. | missing
About 300 villagers are feared dead under the mud. | killed
Fears are growing for four missing hikers. | missing
Police rounded up 140 students before dawn. | detained
Twenty-five opposition figures are being held without charge. | detained
Some 1,900 political prisoners are still behind bars. | detained
A judge remanded three men in custody. | detained
Authorities made 62 arrests during the march. | detained
Gunmen abducted 27 schoolgirls from the dormitory. | detained
The guerrillas took 16 engineers hostage. | detained
Nine journalists were jailed last year. | detained
The militia freed 30 captives. | other
Police let 45 of the marchers go. | other
Jordan hosts 660,000 Syrians. | refugees
The country shelters 1.2 million Afghans. | refugees
Lebanon is home to some 800,000 refugees from Syria. | refugees
Germany has taken in over a million Ukrainians. | refugees
More than 6,000 migrants arrived on Lampedusa within a day. | refugees
Last week 20,000 people crossed the border into Chad. | refugees
Some 3,400 Venezuelans sought asylum in Chile. | refugees
About 70,000 have escaped to neighbouring Uganda. | refugees
Some 15,000 Rohingya live in the camp at Kutupalong. | refugees
Close to 8,000 villagers have gone back to their fields. | returned
Over 120,000 Afghans were sent home from Iran in June. | returned
Pakistan repatriated 4,300 families. | returned
Around 900 residents were allowed back into the town. | returned
The navy airlifted 260 tourists off the island. | evacuated
Two thousand guests were ordered out of their hotels. | evacuated
Crews moved 480 patients to safety. | evacuated
Officials told 35,000 residents to leave ahead of the hurricane. | evacuated
Buses carried 1,100 civilians out of the besieged city. | evacuated
The fire left 260 families homeless. | displaced
The fighting has driven 48,000 people from their homes. | displaced
Some 9,000 villagers were uprooted by the dam. | displaced
About 2,500 people are sheltering in schools. | displaced
Nearly 400 families sleep in the open since the quake. | displaced
The war has made 1.4 million people homeless. | displaced
Some 30,000 people took shelter in churches after the shelling. | displaced
Heavy rain has affected 75,000 farmers. | affected
About 5 million people need aid. | affected
The storm left 210,000 households without power. | affected
A snowdrift stranded 800 motorists. | affected
Landslides cut off 34 villages. | affected
Drought threatens 3 million herders with hunger. | affected
Half of the district's 80,000 residents have no clean water. | affected other
Washington will station 4,500 troops in Poland. | troops
The garrison numbers 800. | troops
The mission has 12,000 peacekeepers. | troops
The carrier has a crew of 5,000 sailors. | troops
The president called up 300,000 reservists. | troops
Up to 2,000 fighters are holed up in the steelworks. | troops
Moscow has massed 100,000 men along the frontier. | troops
The army sent three brigades and a tank regiment. | units
NATO will set up four new battle groups. | units
Fifteen battalions hold the line. | units
Russia fired 84 cruise missiles at the capital. | weapons
Customs seized 1,200 rifles and 40 pistols. | weapons weapons
Air defences shot down 23 drones. | weapons
The rebels handed in 900 guns. | weapons
Deminers cleared 340 mines. | weapons
Ukraine received 31 Abrams tanks. | vehicles
The pile-up involved 27 cars. | vehicles
The fleet lost two frigates. | vehicles
The airline ordered 120 aircraft. | vehicles
A convoy of 60 trucks entered the enclave. | vehicles
The tornado flattened 85 homes. | buildings_destroyed
Arsonists burned down 14 churches. | buildings_destroyed
Bulldozers razed 22 dwellings. | buildings_destroyed
More than 3,000 houses were reduced to ruins. | buildings_destroyed
Hail damaged 640 roofs and 70 greenhouses. | buildings_damaged buildings_damaged
Water got into 150 homes. | buildings_damaged
Some 2,000 buildings were flooded. | buildings_damaged
The hospital confirmed 46 new infections. | cases
Forty pupils tested positive. | cases
The ministry logged 1,830 cases of measles. | cases
Dengue has sickened 12,000 people this year. | cases
A total of 310 people caught the virus. | cases
The bill passed by 212 votes to 199. | votes votes
Her party won 61 seats. | votes
He got 38% of the vote. | votes
Some 4.2 million ballots were cast. | votes
Turnout was 57%. | votes
The motion had 45 in favour and 12 against. | votes votes
Around 40,000 people packed the square. | other
The stadium was built for 5,000. | other
The plant employs 1,300 workers. | other
The town has 23,000 inhabitants. | other
The ferry carried 240 passengers. | other
The school teaches 600 pupils. | other
The firm will cut 3,000 jobs. | other
She scored 17 goals in 30 matches. | other other
Two bridges were washed away. | other
Some 200 firefighters battled the blaze. | other
Rescuers saved 33 sailors. | other
The cull killed 14,000 chickens. | other
The company sold 2,000 tanks of gas. | other
He was sentenced to 12 years in prison. | duration
Unemployment stood at 7%. | share
Women hold 34% of the jobs. | share
About 12% of the population has been displaced. | displaced
One in six houses was destroyed. | buildings_destroyed
The bank lent $40 million. | money
The fire burned 3,000 hectares. | area
Nobody was hurt. | injured
No one died in the blaze. | killed
No arrests were made. | detained
None of the 40 passengers was injured. | injured other
The toll rose to 21 from 17. | killed killed
The number of wounded has gone from 60 to 94. | injured injured
Injuries fell by 12 to 340. | injured injured
Arrivals tripled to 9,000. | refugees
Deaths from malaria fell 20% last year. | killed
At least 23 worshippers died when the roof of the mosque fell in. | killed
The hospital admitted 64 people with smoke inhalation. | injured
The coastguard recovered eleven bodies and is looking for 15 more. | killed missing
A landslide in the north has left up to 40 workers missing. | missing
Security forces arrested upwards of 300 demonstrators on Friday. | detained
Some two dozen activists remain in custody. | detained
The rebels released 14 of the 90 soldiers they had captured. | other detained
Rwanda took in 2,500 Burundians in a week. | refugees
More than half a million Sudanese have crossed into Egypt. | refugees
Between 3,000 and 4,000 families have abandoned their villages. | displaced
The storm drove 18,000 people into shelters. | displaced
Nearly 1,200 guests and staff were evacuated from the resort. | evacuated
An estimated 9 million people are going hungry. | affected
The blackout hit 1.3 million customers. | affected
Flooding has cut off at least a dozen hamlets. | affected
The alliance will raise its force in the Baltics to 10,000. | troops
Some 1,500 French soldiers left the base. | troops
The general asked for two more divisions. | units
They fired no fewer than 40 rockets overnight. | weapons
Poland is giving Kyiv 14 fighter jets. | vehicles
Eight lorries and a bus were set on fire. | vehicles
The blaze gutted 45 flats. | buildings_destroyed
Around 700 dwellings have been damaged beyond repair. | buildings_destroyed
Gales tore tiles from 90 houses. | buildings_damaged
Health officials reported 210 new cases and nine deaths. | cases killed
One in ten villagers has been infected. | cases
The senator won by 1,204 votes. | votes
The Greens took 17.5% and the Liberals 9%. | votes votes
Turnout fell to 41%. | votes
Nobody was arrested. | detained
No deaths were reported, but 16 people were injured. | killed injured
Not a single house was spared. | other
None of the 12 miners survived. | other other
The dead include five children. | killed
Among the victims were three nurses. | casualties
Casualties rose to 89, among them 31 dead. | casualties killed
The explosion killed or wounded 70 soldiers. | casualties
The epidemic has killed 340 and infected 11,000. | killed cases
Of the 1,100 homes in the valley, 300 burned. | other buildings_destroyed
A crowd of 25,000 watched the final. | other
The new line will carry 80,000 passengers a day. | other
The hotel has 340 rooms. | other
The union has lost 3,000 members. | other
The mine employs 450 men. | other
Some 16,000 runners started the marathon. | other
Police questioned 18 witnesses. | other
The court heard 40 witnesses. | other
The council will plant 2,000 trees. | other
More than 600 sheep drowned. | other
The operator cancelled 220 flights. | other
Inspectors visited 95 factories. | other
The company recalled 14,000 cars. | vehicles
Hackers stole data of 2 million users. | other
The party has 150,000 members. | other
Her speech lasted 40 minutes. | duration
The pipeline runs for 1,200 km. | distance
The reserve covers 30,000 hectares. | area
A boy of nine was hurt. | age
The suspects are aged 17 and 22. | age age
Damage is put at $300m. | money
The state will pay two-thirds of the bill. | money
Inflation slowed to 3.1%. | share
Some 40% of the displaced are children. | displaced
Three quarters of the refugees are women. | refugees
The number of homeless rose by 12% to 5,400. | displaced displaced
Since March 1,900 families have come home. | returned
Turkey deported 6,000 Afghans. | other
Three of the injured are in a critical condition. | injured
Gunmen stormed a village and shot 12 farmers dead. | killed
A suicide bomber killed himself and nine others. | killed
The crash claimed the lives of 17 schoolchildren. | killed
The ferry went down with the loss of 92 lives. | killed
Kyiv lost 400 soldiers in a single week, Moscow 900. | killed killed
The death toll stands at 61, with 14 still missing. | killed missing
Authorities fear as many as 200 may be buried under the rubble. | missing
Four people were treated for shock. | injured
Eleven were hospitalised, two in intensive care. | injured injured
A mob beat three men to death. | killed
Some 120 families were made homeless by the fire. | displaced
About 4,000 tourists are stranded on the islands. | affected
The drought has left 2 million cattle dead. | other
Militants hold 76 hostages in the theatre. | detained
A judge jailed eight activists for up to five years. | detained duration
The ship's crew of 22 was rescued. | other
Lightning killed two and hurt five. | killed injured
Paramedics treated 13 at the scene. | injured
The quake forced the relocation of 2,300 residents from the lower valley. | evacuated
More than 400 people had to be placed in shelters after the dam gave way. | displaced
Of the 31 dead, twelve were police officers. | killed killed
Shelling levelled nine homes in Orsk and left 22 families without a roof. | buildings_destroyed displaced
Rebels ambushed a convoy near Tarsa, leaving 14 soldiers dead and three trucks in flames. | killed vehicles
Between 40 and 50 fighters laid down their arms on Friday. | troops
Up to 6,000 mercenaries are being recruited, Kyiv believes. | troops
Two of the five missiles were shot down. | weapons weapons
The garrison, once 1,200 strong, has shrunk to about 300. | troops troops
Artillery fire claimed the lives of seven villagers and maimed a dozen. | killed injured
The two sides swapped 95 captives each. | other detained
Nearly a quarter of the brigade's 3,400 troops have deserted. | troops troops
At least 30 tanks and as many as 80 armoured vehicles rolled across the bridge. | vehicles vehicles
No fewer than 17 drones were intercepted over the capital, two more than on Sunday. | weapons weapons
The bombardment drove an estimated 85,000 people out of the city. | displaced
Some 1.3 million have sought safety in Moldova and Poland since March. | refugees
Fewer than 200 of the town's 9,000 inhabitants stayed behind. | other other
Dozens of tankers were set alight and 5 sailors are unaccounted for. | vehicles missing
A mudslide buried a bus with 26 passengers on board; only nine have been pulled out alive. | other other
The cyclone tore the roofs off 700 houses and flattened 140 more. | buildings_damaged buildings_destroyed
Floodwater entered over 2,500 homes, and 16 bridges were swept away. | buildings_damaged other
The number of confirmed deaths climbed from 48 to 53 overnight, with 20 still missing. | killed killed missing
About 70,000 customers lost power, half of them in Kerrin county. | affected affected
Authorities ordered 11,000 people to leave and opened 23 shelters. | evacuated other
The fire consumed 4,200 hectares and gutted a dozen farmhouses. | area buildings_destroyed
A magnitude 6.3 tremor killed at least two people and hurt more than 90. | other killed injured
Searchers recovered the bodies of eight climbers; a ninth is presumed dead. | killed
Roughly one in three residents has no running water. | affected
Rescuers plucked 64 people from rooftops by helicopter. | evacuated
The landslide cut off five hamlets, home to some 1,900 people. | affected other
Snow stranded hundreds of motorists, 40 of them for more than 12 hours. | affected affected duration
Not one of the 212 passengers was injured when the jet overran the runway. | injured other
The ferry, licensed to carry 90, had at least 160 aboard; 33 drowned. | other other killed
Drought has left 4.6 million people short of food, up from 3.1 million a year ago. | affected affected
Lava swallowed 13 houses in under two days. | buildings_destroyed duration
The toll stands at 19 dead, 7 missing and well over 100 hurt. | killed missing injured
Police held 46 demonstrators, 39 of whom were later released without charge. | detained other
Detectives are hunting four men who robbed a jeweller of £2.4m in watches. | other money
The gang smuggled at least 1,100 migrants across the Channel in five years. | refugees duration
Officers seized 3.2 tonnes of cocaine and 17 firearms. | other weapons
Murders fell by 8% to 512, the lowest in a decade. | killed killed
The kidnappers freed 21 pupils but still hold 53. | other detained
Knife crime claimed 27 lives last year, nine fewer than the year before. | killed killed
Three officers and a bystander were stabbed; two are in critical condition. | casualties injured
Almost 90 per cent of the 1,450 people arrested were under 25. | detained detained age
The raids led to 61 arrests and the rescue of 14 women. | detained other
Two sisters, aged 6 and 9, were found dead in the flat. | killed age age
Thieves made off with 300 to 400 sheep. | other
Health officials confirmed 218 new measles cases, bringing the total to 1,904. | cases cases
Cholera has killed 77 of the 2,150 people infected. | killed cases
The clinic vaccinated 600 children a day, twice as many as planned. | other other
Infections dropped from 45 to 12 per 100,000 people. | cases cases
Nobody died, but 38 guests fell ill after the banquet. | killed cases
Malaria deaths halved to 310,000 between 2010 and 2022. | killed
Hospitals admitted 120 people with burns, 15 of them children. | injured injured
The outbreak sickened up to 500 people in 14 states. | cases other
Eleven babies succumbed to the infection; 40 more are under observation. | killed cases
Life expectancy fell by 1.4 years to 76.1. | age age
Nearly 9,000 cancer operations were called off in January alone. | other
Profit more than doubled to $1.1bn from $480m. | money money
Inflation eased to 3.4 per cent from 3.9 per cent in May. | share share
The government pledged €300m, a third of it in loans. | money money
Unemployment edged up 0.2 percentage points to 5.1%. | share share
Exports plunged by a fifth, to 41 billion yuan. | money money
Wheat hit $9.40 a bushel, its highest in 14 years. | money duration
The firm recalled 1.2 million cars and vans over faulty brakes. | vehicles
Workers will get a 4.5% raise and a one-off payment of 600 euros. | money money
The economy shrank 0.3 percent, its third quarterly fall in a row. | share
Output stood at 2.1 million barrels a day, just short of the 2.2 million target. | other other
A loaf now costs 12 pesos, three times what it did in 2021. | money other
The fund raised $75-80 million from 11 investors. | money other
Rents rose by between 6 and 8 per cent. | money
Shares lost 7 percent, wiping £900m off its value. | money money
Some 60 of the 85 stores will close by June. | other other
Debt is forecast to reach 112% of GDP. | share
The strike grounded 480 flights and affected 62,000 travellers. | other affected
The pension rises by 30 dollars a month. | money
More than a million households are behind on their bills. | other
The motion passed by 312 votes to 208, with 17 abstentions. | votes votes votes
Her party won 41.2% of the vote and 97 of the 200 seats. | votes votes votes
Turnout was 58 per cent, down 6 points on the last election. | votes votes
Seven ministers resigned and three were sacked. | other other
Some 20,000 marched through the capital; police put the number at 8,000. | other other
Lawmakers voted 61 to 39 to impeach. | votes votes
Kenya won the race in 2 hours and 5 minutes. | duration duration
He scored twice in front of 54,000 fans. | other
The striker has 31 goals in 28 games. | other other
She cleared 2.01 metres, a centimetre short of the record. | distance
The club paid €64m for the 19-year-old. | money age
Fans threw flares, and 13 stewards needed hospital treatment. | injured
India were bowled out for 187 in 46 overs. | other other
The stadium can hold 41,000 but only 12,500 turned up. | other other
Two climbers who set out on Sunday have not been heard from. | missing
Soldiers escorted 350 villagers back to their homes. | returned
Of 900 who fled, barely 60 have returned. | displaced returned
Camps along the river now shelter 42,000, a third more than in April. | displaced displaced
Germany granted asylum to 14,200 Afghans and turned away 3,900. | refugees other
The camp, built for 5,000, houses four times that number. | other other
Authorities resettled 1,750 households on higher ground. | evacuated
Eviction notices went to 86 families living in the park. | other
Tens of thousands remain without electricity, and 200 schools are shut. | affected other
The boat went down with 70 on board; 12 swam ashore and the rest are feared drowned. | other other
A roadside bomb went off under a minibus, and ten people, most of them women, lost their lives. | killed
The avalanche swept 15 hikers into a gorge; five survived. | other other
Militants torched around 50 huts and abducted three teachers. | buildings_destroyed detained
Eighteen of the dead were under ten. | killed age
Rains affected 1.2 million people and forced 17,000 to leave their homes. | affected displaced
Some 800 people were forced into temporary shelters. | displaced
It damaged around 80 houses, destroyed 20 others, hurt nine. | buildings_damaged buildings_destroyed injured
According to Angola's agency, floods forced 800 families from their homes. | displaced
More than 60% of voters backed the change. | votes
The number of people living with HIV rose to 39.9 million. | cases
The number of people living in tents fell to 300. | displaced
The lower house adopted the budget 212 to 97. | votes votes
The amendment fell, defeated 61-38 after a long night. | votes votes
The bill failed in the Senate, 44 to 56, with six independents opposing it. | votes votes votes
The pavilion, licensed for 900, had let in twice that. | other other
Their hall can sleep 60; the church seats 340. | other other
A mother of six was killed in her kitchen. | other
Seven of the 25 prisoners were let go. | other detained
Most were from the 11 killed in the second raid. | killed
Nine of the 48 listed as missing have turned up alive. | other missing
A third of the city's 62,000 residents have fled. | displaced other
The toll has climbed to 33, up from the 27 first announced. | killed killed
The lifeboat picked up 17 people from the sea. | other
Detectives picked up 17 people at the market. | detained
A third of the crop was lost, and 12 crewmen were lost with the ship. | share killed
The number of Eritreans in Kassala rose to 84,000. | refugees
The judge sentenced 14 rebels to death and 30 to prison. | other detained
Three officers were suspended over the deaths of nine inmates. | other killed
Infections rose to 5,120, while 62 patients died. | cases killed
Four in ten of those who fled have since returned. | returned
The raid freed 31 boys held in a barn. | other
The blast shattered the windows of 140 flats. | buildings_damaged
Flames swallowed 40 cottages and damaged a further 15. | buildings_destroyed buildings_damaged
The ambush cost the lives of six gendarmes. | killed
Some 58 percent voted no. | votes
Twelve Patriot batteries guard the capital. | weapons
Two of his cousins fell in the same battle. | killed
Six men, aged 20, 24 and 31, are in custody. | detained age age age
Rescuers say 14 people are still buried. | missing
The medics evacuated 60 wounded by air. | evacuated
The storm damaged 30 houses and killed no one. | buildings_damaged killed
They are said to hold about 40 hostages. | detained
Some 90 of their fighters fell near Kobane. | killed
The corps has lost a fifth of its soldiers. | killed
A flood wiped out two-thirds of its profit. | money
The 600-strong battalion sailed on Sunday. | troops
Three in ten herders do not have enough to eat. | affected
In Lviv six were wounded, in Rivne three. | injured injured
Troop numbers will be halved to 2,500. | troops
Homelessness rose to 88,000. | displaced
The guards turned back nine lorries. | vehicles
Eight sailors and two divers were killed, and 19 injured. | killed killed injured
Deaths were down a fifth on last year, at 318. | killed killed
One death in five is blamed on the heat. | killed
Some 7,000 marched, and 90 were arrested. | other detained
The ship lost its mast, and all 12 on board swam ashore. | other
There were no injuries and 15 arrests. | injured detained
Displacement in the delta has risen fivefold, to 410,000. | other displaced
"""


def _cases() -> list[tuple[str, str]]:
    rows = (line.rsplit(" | ", 1) for line in SENTENCES.strip().splitlines())
    return [(sentence, measures) for sentence, measures in rows]


@pytest.mark.parametrize(("sentence", "measures"), _cases())
def test_each_word_speaks_of_the_figure_in_its_place(sentence: str, measures: str):
    found = tuple(read_quantities(sentence))
    read = [measure.value for measure, _ in measures_of(sentence, found)]
    assert " ".join(read) == measures
