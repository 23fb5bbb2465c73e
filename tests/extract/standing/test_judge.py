"""Standing on sentences of the news: each class, and the words that only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract.attribution import attribution_for, find_attributions
from timeline.extract.standing import judge_standing
from timeline.records import Span
from timeline.vocabulary import Standing


def judged(sentence: str, whole: bool = False) -> tuple[Standing, str]:
    claim = Span(0, len(sentence))
    found = find_attributions(sentence, [claim], ())
    attribution, statement = attribution_for(claim, found)
    return judge_standing(sentence, claim, claim if whole else statement, attribution)


REPORTED = [
    "Rebels seized the airport in the northern city on Sunday.",
    "The two ministers signed the fisheries treaty in Oslo in June.",
    "The president said the bridge had reopened to traffic.",
    "Police arrested the alleged gunman near the border on Friday.",
    "Greece denied entry to four ships carrying migrants.",
    "A court denied bail to the former mayor.",
    "The country recorded 312 confirmed cases of cholera in April.",
    "Parliament confirmed Adama Sow as finance minister.",
    "The planned economy of the 1960s left few private farms.",
    "The flood claimed the lives of 41 people in Sindh.",
    "A little-known group claimed responsibility for the bombing.",
    "The council rejected the peace plan by nine votes to four.",
    "In May, Kenya and Uganda opened a shared border post.",
    "Workers loaded 20 trucks with wheat bound for Aden.",
    "The army withdrew its troops from the valley last week.",
    "The minister, who will retire next year, opened the dam on Monday.",
    "Inspectors visited the plant twice in March.",
    "It is to be noted that Malta joined the bloc in 2004.",
    "He did not say whether the aid to the island will be cut.",
    "The agreement was signed by both leaders in Geneva.",
    "Angola has exported 40,000 barrels a day since January.",
    "The group, which is suspected of several kidnappings, released a video on Friday.",
    "Police fired tear gas at demonstrators who planned to march on parliament.",
    "He rejected the offer of safe passage.",
    "Israel neither confirms nor denies having nuclear weapons.",
    "Tonga, which claims the reef, sent two patrol boats on Monday.",
    "The regional bloc called for talks on the border dispute.",
    "The talks collapsed after the delegation left the room.",
    "The will of the late king was read in public.",
    "The central bank raised interest rates to 8 percent.",
    "According to the coast guard, the ferry sank within an hour.",
    "The suspect was charged with murder on Thursday.",
    "Fighters set up a camp outside the village of Karo.",
    "The company fired its chief executive after a board meeting.",
    "The foreign ministers of the six states gathered in Samarkand on Thursday.",
    "The plan was approved by 14 of the 15 members of the Security Council.",
    "Thousands of people have fled the fighting in Khartoum since mid-April.",
    "He was sworn in as prime minister two days later.",
    "More than 5 million refugees have crossed into Poland since the invasion began.",
    "Under the deal, Iran limited its enrichment in return for relief from sanctions.",
    "The strait carries a fifth of the world’s oil.",
    "Moscow recalled its ambassador from Sofia for consultations.",
    "Erdogan told his party that the operation had ended.",
    "The council has met four times since the crisis began.",
    "Sudan became the fourth Arab state to recognise Israel.",
    "The treaty, which should have entered into force in 2010, was never ratified.",
    "The two countries share a 900-kilometre border.",
    "Three suspected militants were shot dead in Kashmir on Tuesday.",
    "The vaccine was approved for use in children over five.",
    "Its economy, once expected to double in a decade, has shrunk.",
]
PLANNED = [
    "Norway will send two frigates to the Baltic next month.",
    "The ministry is preparing to buy 60 helicopters from France.",
    "The two leaders are due to meet in Vienna on Tuesday.",
    "Japan plans to reopen its embassy in Kabul.",
    "The envoy is expected to arrive in Tripoli on Friday.",
    "The government said it would lift the curfew on Monday.",
    "The union has vowed to strike unless pay rises.",
    "Brazil intends to withdraw from the pact by December.",
    "Elections are scheduled for 14 October.",
    "Officials are considering a ban on imported steel.",
    "Pope to visit Mongolia in September.",
    "The firm is in talks and is set to acquire its rival.",
    "Chile is going to host the climate summit.",
    "North Korea threatened to fire a missile over the island.",
    "Turkey has expressed interest in buying the aircraft.",
    "The council is to vote on the resolution on Thursday.",
    "The president announced that schools will reopen in May.",
    "Kyiv has agreed to send a delegation to the talks.",
    "The navy is in the process of acquiring three submarines.",
    "The airline aims to resume flights to Sanaa in spring.",
    "Manila hopes to complete the purchase of the helicopters before the end of the year.",
    "The European Commission will propose new sanctions this month, two diplomats said.",
    "A delegation from the IMF is scheduled to visit Colombo in August.",
    "Finland is weighing whether to close its last border crossing.",
    "The base would be built on Djibouti’s northern coast, according to a draft accord.",
    "Seoul and Washington will begin joint drills on Monday despite warnings from the North.",
    "India’s navy wants to add three aircraft carriers by 2035.",
    "The president has promised to hold elections within two years.",
    "Lithuania is to send another batch of drones.",
    "The United States is expected to announce new export controls as soon as Friday.",
    "Serbia and Kosovo are set to resume EU-brokered talks in Brussels next week.",
    "Tehran has threatened to quit the nuclear treaty if sanctions return.",
    "The company said it would cut 4,000 jobs by the end of next year.",
    "Parliament is due to vote on the bill later this month.",
]
ALLEGED = [
    "Sudan accused its neighbour of arming the rebels.",
    "The vessel allegedly carried rifles for the militia.",
    "The opposition claims victory in the vote.",
    "The general reportedly fled the capital by helicopter.",
    "The group is believed to hold nine aid workers.",
    "The ministry said the reports could not be independently verified.",
    "Prosecutors allege that the banker moved 4 million dollars abroad.",
    "The rebels claimed that they had shot down a drone.",
    "Rebels claimed to have captured the town of Bunagana.",
    "The mayor has been accused of taking bribes from builders.",
    "Soldiers are suspected of burning the village.",
    "The strike may have killed as many as 30 people.",
    "The captain is said to have left the ship first.",
    "Israel has accused Hezbollah of storing rockets in a school.",
    "The junta is accused of killing more than 2,000 civilians.",
    "Kyiv alleges that thousands of children were taken to Russia.",
    "Ukrainian intelligence claims that Russian losses exceed 100,000.",
    "The drones were reportedly launched from inside the country.",
    "The hackers are thought to work for Chinese intelligence.",
    "Neither report could be independently verified.",
    "According to unconfirmed reports, the general has been replaced.",
    "The ship was suspected of carrying weapons to Yemen.",
]
DENIED = [
    "Iran denied that it had supplied the drones.",
    "The minister denies any involvement in the plot.",
    "Moscow dismissed the allegations as fantasy.",
    "The company rejected claims that it had hidden the leak.",
    "The army denied shelling the hospital.",
    "“There were no strikes on the camp,” the spokesman said, denying reports of an attack.",
    "The palace said there was no truth in the rumours of a split.",
    "Beijing refuted reports of a naval base on the coast.",
    "The senator has repeatedly denied the accusations.",
    "Pyongyang has denied selling arms to Moscow.",
    "The Kremlin has rejected accusations that it is using food as a weapon.",
    "Rwanda denies backing the M23 rebels.",
    "Maduro’s government has always denied that torture takes place in its prisons.",
    "The allegation was denied by the embassy.",
    "Both men have pleaded not guilty and deny wrongdoing.",
]
CONFIRMED = [
    "The ministry confirmed that two pilots had died.",
    "The governor acknowledged that the dam had failed.",
    "The death of the rebel leader was confirmed by his family.",
    "The bank admitted that it had misled its clients.",
    "NATO confirmed the loss of a surveillance drone.",
    "Doctors have confirmed the first case of the disease in Lagos.",
    "“Our forces left the city,” the commander acknowledged.",
    "Officials later acknowledged that the strike had hit a wedding.",
    "The death toll was confirmed by the Red Cross.",
    "Lloyd Austin has confirmed that US troops are training the brigade.",
    "The army has admitted to losing two helicopters.",
    "DNA tests have confirmed that the remains are those of the missing journalist.",
]
OPINION = [
    "Analysts believe that the currency may fall further.",
    "The minister condemned the attack as an act of cowardice.",
    "Europe should open its ports to the ships, the bishop said.",
    "The export would be in violation of the treaty.",
    "The deal is a disaster for farmers, the union leader argued.",
    "The embargo seems likely to hurt the poorest most.",
    "The ambassador praised the ceasefire as a brave step.",
    "The government must act now, the editorial said.",
    "The chancellor criticised the decision.",
    "This will be the worst harvest in living memory.",
    "Critics say the law will silence journalists.",
    "There are fears that the dam could collapse.",
    "The bloc's top diplomat called the vote a farce.",
    "Any strike on the port would bring a harsh response, the admiral warned.",
    "Economists think that prices could double by winter.",
    "The general described the offensive as a failure.",
    "The move is seen as a blow to Russian influence in the Caucasus.",
    "Western officials fear the shipment could prolong the war.",
    "Analysts say the visit signals a thaw between the rivals.",
    "Such a step would violate international law.",
    "“Europe must do more,” Macron said.",
    "The sanctions appear to be working, according to the think tank.",
    "The bloc needs to speak with one voice, she added.",
    "This could push food prices even higher.",
    "The regime is more isolated than ever.",
    "The UN chief called the situation catastrophic.",
    "Experts doubt that the army has enough shells.",
]
TABLE = [
    (sentence, standing)
    for standing, sentences in (
        (Standing.REPORTED, REPORTED),
        (Standing.PLANNED, PLANNED),
        (Standing.ALLEGED, ALLEGED),
        (Standing.DENIED, DENIED),
        (Standing.CONFIRMED, CONFIRMED),
        (Standing.OPINION, OPINION),
    )
    for sentence in sentences
]


@pytest.mark.parametrize(("sentence", "standing"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_standing_follows_verb_class_mood_and_doubt(sentence: str, standing: Standing) -> None:
    decided, reason = judged(sentence)
    assert decided is standing, reason


@pytest.mark.parametrize("sentence", DENIED + REPORTED[4:6], ids=lambda text: text[:40])
def test_denial_is_the_same_when_the_statement_keeps_its_frame(sentence: str) -> None:
    assert judged(sentence, whole=True)[0] is judged(sentence)[0]


def test_reason_names_the_deciding_words() -> None:
    decided, reason = judged("The ministry is preparing to buy 60 helicopters from France.")
    assert decided is Standing.PLANNED
    assert reason == "planned: “is preparing to buy”"


@given(st.text(max_size=200))
def test_any_text_gets_a_standing_and_a_reason(text: str) -> None:
    claim = Span(0, len(text))
    standing, reason = judge_standing(text, claim, claim, None)
    assert standing in Standing
    assert reason
