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
Half of the district's 80,000 residents have no clean water. | affected affected
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
"""


def _cases() -> list[tuple[str, str]]:
    rows = (line.rsplit(" | ", 1) for line in SENTENCES.strip().splitlines())
    return [(sentence, measures) for sentence, measures in rows]


@pytest.mark.parametrize(("sentence", "measures"), _cases())
def test_each_word_speaks_of_the_figure_in_its_place(sentence: str, measures: str):
    found = tuple(read_quantities(sentence))
    read = [measure.value for measure, _ in measures_of(sentence, found)]
    assert " ".join(read) == measures
