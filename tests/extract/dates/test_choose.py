import pytest

from timeline.edtf import parse
from timeline.extract.attribution import attribution_for, find_attributions
from timeline.extract.dates import Reference, choose_date, find_times
from timeline.extract.statement import stand_alone
from timeline.records import ClaimDate, Span


def chosen(
    text: str, statement: str | None = None, published: str | None = "2022-09-06"
) -> ClaimDate | None:
    """The date of a claim that is the whole text; `statement`: the part that is said."""
    reference = Reference(parse(published) if published else None)
    claim = Span(0, len(text))
    times = find_times(text, [claim], reference)
    at = text.index(statement) if statement else 0
    part = Span(at, at + len(statement)) if statement else claim
    return choose_date(text, claim, part, times)


@pytest.mark.parametrize(
    ("text", "statement", "edtf"),
    [
        (
            "A minister said on Monday that the army had bought drones in August.",
            "the army had bought drones in August",
            "2022-08",
        ),
        (
            "A minister said on Monday that the army had bought drones in August.",
            None,
            "2022-08",
        ),
        (
            "A US official said on Monday that the move reflects a shortage.",
            "the move reflects a shortage",
            "2022-09-05",
        ),
        ("In May, two states vetoed the draft over missile tests this year.", None, "2022-05"),
        ("Inflation hit 9 percent in July, the highest since 1981.", None, "2022-07"),
        ("On his 2015 visit in mind, he flew to Minsk on Sunday.", None, "2022-09-04"),
        ("After the war began in February, the envoy left in June.", None, "2022-06"),
        ("The envoy left in June after the war began in February.", None, "2022-06"),
        ("The talks ran from 3 to 7 March 2021.", None, "2021-03-03/2021-03-07"),
        ("Exports fell between May and July.", None, "2022-05/2022-07"),
        ("He ruled in 2014-2018.", None, "2014/2018"),
        ("They signed the pact that lets ships leave the port on 3 May 2022.", None, "2022-05-03"),
        ("The states must send workers home by 2019.", None, "2019"),
        ("The council has approved 11 rounds since 2006.", None, "2006/.."),
        ("Exports rose 3 percent in July from a year earlier.", None, "2022-07"),
        ("Russia bought drones from Iran in August.", None, "2022-08"),
        ("They met for the first time in May.", None, "2022-05"),
        ("The worst storm ever seen in Malta struck its coast on Friday.", None, "2022-09-02"),
        (
            "Envoys adopted the pact that asks all states to save fuel on Saturday.",
            None,
            "2022-09-03",
        ),
        ("He flew to Oman early on Sunday, hours before he was to quit.", None, "2022-09-04"),
        ("The war began with the raid of 7 March 2021 on a port.", None, "2021-03-07"),
        ("Blasts were heard in Asmara, the capital, on Sunday.", None, "2022-09-04"),
        ("He accused the army of having shelled the town on Sunday.", None, "2022-09-04"),
        (
            "The curbs because of its mines were lifted on 17 June 2016, after a visit.",
            None,
            "2016-06-17",
        ),
        ("Output hit a record in July.", None, "2022-07"),
        ("A truce was struck after talks on Sunday.", None, "2022-09-04"),
        ("Shelling killed more than 20 in July.", None, "2022-07"),
        ("Police shot a man dead at noon on Sunday.", None, "2022-09-04"),
        ("The deal of 2015 collapsed in 2018.", None, "2018"),
        ("The firm, founded in 1998, cut 300 jobs in 2020.", None, "2020"),
        ("The president, who took office in 2019, met envoys on Monday.", None, "2022-09-05"),
        ("Police held 12 people on Friday after an attack last week.", None, "2022-09-02"),
        ("In March 2020 he was jailed for the 2018 bombing.", None, "2020-03"),
        ("Output fell to 3 percent in July, down from 5 percent in June.", None, "2022-07"),
        ("The army took the port on Sunday, officials said Monday.", None, "2022-09-04"),
        ("The army will take part in drills from 3 to 7 October.", None, "2022-10-03/2022-10-07"),
    ],
)
def test_the_date_of_the_event_is_chosen(text: str, statement: str | None, edtf: str) -> None:
    found = chosen(text, statement)
    assert found is not None
    assert found.edtf == edtf
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador recently met envoys.",
        "The war has lasted more than six months.",
        "They pray every Monday.",
        "Inflation is the highest since 1981.",
        "Exports are larger than in 2019.",
        "Exports grew compared with 5 percent in June.",
        "Prices have doubled after Russia invaded Ukraine in February.",
        "Nothing is known.",
    ],
)
def test_lengths_vague_times_and_other_events_date_nothing(text: str) -> None:
    assert chosen(text) is None


def test_an_unresolved_weekday_dates_nothing() -> None:
    assert chosen("The envoys met on Monday.", published=None) is None


def test_a_month_without_a_year_stays_so() -> None:
    found = chosen("The envoys met in July.", published=None)
    assert found is not None
    assert found.edtf == "XXXX-07"


def test_the_reason_tells_what_it_was_chosen_over() -> None:
    found = chosen("A minister said on Monday that the army had bought drones in August.")
    assert found is not None
    assert '"in August"' in found.reason
    assert 'chosen over "Monday" (when it was said)' in found.reason


def test_a_range_is_explained_as_a_whole() -> None:
    found = chosen("The army took part in drills from 3 to 7 March.")
    assert found is not None
    assert found.reason == (
        '"3 to 7 March" + published Tue 6 Sep 2022 = 3 March 2022 to 7 March 2022'
    )


def test_a_deadline_is_called_one() -> None:
    found = chosen("The states must send workers home by 2019.")
    assert found is not None
    assert found.reason.endswith("(deadline)")


# The sentence with the date of what it tells, "" for none; published on Tuesday 6 September 2022.
TRAPS = [
    ("2022-03", "The defence ministry said on Monday that the last troops left the base in March."),
    ("2022-09-05", "The defence ministry said on Monday that the base was empty."),
    ("2022-03", "The last troops left the base in March, the defence ministry said on Monday."),
    ("", "The new government has kept to the July agreement."),
    ("2022-07", "Under pressure from creditors, the finance minister quit in July."),
    ("", "Analysts compared the storm to the 2005 hurricane."),
    ("2022-09-02", "Friday's explosion killed four miners."),
    ("1988", "The 1988 bombing killed 270 people."),
    ("", "The 1995 accord remains the basis of the border regime."),
    ("", "The court convicted two men of the 2014 attack."),
    ("2020-06", "The court convicted two men in June 2020 of the 2014 attack."),
    ("2022-09-04", "A bus driver who had been jailed in 2011 was shot dead on Sunday."),
    ("2022-09-04", "The mayor, elected in May, resigned on Sunday."),
    ("", "The mayor, elected in May, has fired his deputy."),
    (
        "2022-08",
        "The plant reopened in August after repairs to the turbine damaged in the 2019 fire.",
    ),
    ("", "The plant reopened after engineers had repaired the turbine in August."),
    ("2022-10-01", "The company will shut the mine by 1 October."),
    ("2022-09-09", "Rebels must lay down their arms by Friday, the general said."),
    ("2022-02-24/..", "More than seven million people have fled since 24 February."),
    ("2022-02/..", "Since February, the two armies have traded fire almost daily."),
    ("", "Exports were the highest since 2011."),
    ("2022-07", "Exports in July were the highest since 2011."),
    (
        "2022-09-05",
        "The president vetoed the bill on Monday, a week before the deadline of 12 September.",
    ),
    ("2022-11", "The party agreed on Sunday to hold a congress in November."),
    ("2022-10", "The prime minister promised last week to call an election in October."),
    ("2022-09-04", "The envoy flew to Doha on Sunday to prepare talks planned for October."),
    ("2022-09-04", "The envoy flew to Doha on Sunday to revive the 2020 accord."),
    (
        "2021-08",
        "The Taliban took Kabul in August 2021, twenty years after they were driven out in 2001.",
    ),
    (
        "2022-05-21",
        "Voters went to the polls on 21 May and the new cabinet was sworn in on 1 June.",
    ),
    ("2022-06", "He was arrested in June and sentenced to nine years in August."),
    (
        "2022-09-03",
        "Two years after the blast of August 2020, families marched on parliament on Saturday.",
    ),
    ("2015", "In 2015, the island voted for a president who would be toppled in 2019."),
    ("", "He would later regret the decision."),
    ("2022-09-01", "Having lost the vote in July, the leader stepped down on Thursday."),
    ("2022-09-05", 'The minister told reporters on Monday that talks would resume "soon".'),
    (
        "2022-09-12",
        "The minister told reporters on Monday that talks would resume on 12 September.",
    ),
    ("2022-09-05", "A report published on Monday accuses the police of torture."),
    ("2021", "A report published on Monday says police killed 40 people in 2021."),
    ("2022-04", "At a summit in April, the two leaders signed the pact."),
    ("2015", "At the 2015 summit, the two leaders signed the pact."),
    ("2018-06", "The two leaders signed the pact at the summit in Singapore in June 2018."),
    ("", "The pact signed at the 2018 summit in Singapore has not been kept."),
    (
        "2022-08-31",
        "Police on Wednesday raided the house of a man accused of stealing files in 2020.",
    ),
    ("", "Police raided the house of a man accused of stealing files in 2020."),
    ("2022-09-06", "Lawmakers vote today on the 2023 budget."),
    ("2022-09-06", "Today lawmakers voted for the budget of 2023."),
    ("", "The budget of 2023 foresees a deficit of 4 percent."),
    ("2022-08", "Inflation rose to 9.1 percent in August from 8.9 percent in July."),
    ("2022-08", "Inflation slowed in August, compared with 10 percent in August 2021."),
    ("", "Inflation is lower than in July."),
    ("2022-06-30", "Net profit in the quarter to 30 June fell by a third."),
    ("2022-06", '"We met in June and nothing happened," the union leader said on Monday.'),
    ("2022-06", '"We met in June and nothing happened," the union leader said.'),
    (
        "2022-09-08",
        "The trial of the former general, who was extradited in 2021, is to open on Thursday.",
    ),
    ("2022-09-08", "The trial of the former general opens on Thursday."),
    (
        "2022-09-05",
        "The president's visit, his first since taking office in 2019, began on Monday.",
    ),
    ("2022-12", "The contract runs until December."),
    ("2022-12-31", "The council extended the mandate until 31 December."),
    ("2022-08-30", "The council extended the mandate on 30 August until the end of the year."),
    ("", "The war that began in 2014 has divided families."),
    ("2014", "The war began in 2014."),
    (
        "2022-09-03",
        "Gunmen killed a priest on Saturday near the church where he had worked since 1998.",
    ),
    ("2022-09-05", "On Monday the army said it had killed nine fighters."),
    ("2022-09-04", "On Monday the army said it had killed nine fighters a day earlier."),
    (
        "2022-09-01",
        "The bank, which was rescued by the state in 2009, on Thursday announced record profits.",
    ),
    ("2021", "Last year the bank, which was rescued by the state in 2009, paid back the loan."),
    (
        "2022-08-24",
        "A rocket struck the station on 24 August, as the country marked its birth in 1991.",
    ),
    ("2022-08-24", "At least 25 people were killed when a rocket struck the station on 24 August."),
    ("2022-09-02", "The strike took place hours after the envoys arrived on Friday."),
    ("2022-06", "The envoy said the deal was struck in June and would take effect in January."),
    ("2023-01", "The envoy said the deal would take effect in January."),
    ("2022-09-05", "The election commission announced on Monday that the candidate had won."),
    ("2022-09-30", "The ship is due in Mombasa on 30 September with grain loaded in August."),
    ("2023", "The ministry plans to build 12 hospitals in 2023."),
    ("2030", "The law bans the sale of petrol cars from 2030."),
    ("1979/..", "The United States has had no embassy in Tehran since the 1979 revolution."),
    (
        "2022-09-05",
        "The opposition leader, 58, was detained on Monday for calling the 2018 vote a fraud.",
    ),
    ("1994", "The general was a captain during the 1994 genocide."),
    ("2022-07-07", "Johnson announced his resignation on 7 July."),
    (
        "2022-09-05",
        "Truss was named leader of the party on Monday and will meet the queen on Tuesday.",
    ),
    ("2022-06/2022-08", "Between June and August, floods destroyed a million homes."),
    (
        "2022-08-29",
        "The inspectors left Vienna on 29 August and are expected to reach the plant this week.",
    ),
    (
        "2022-08-20",
        "She died in a car bombing on 20 August that investigators blame on a foreign agency.",
    ),
    ("2022-08-20", "Investigators blame a foreign agency for the car bombing of 20 August."),
    ("2022-09-05", "The minister on Monday condemned Friday's attack on the mosque."),
    ("2022-09-02", "The minister condemned Friday's attack on the mosque."),
    ("", "The minister condemned the 2015 accord."),
    ("2022-04", "In an April interview, the chancellor ruled out sending tanks."),
    ("2022-04", "In a letter dated April 2022, the chancellor ruled out sending tanks."),
    ("2011-03-11", "The tsunami of 11 March 2011 flooded the reactors."),
    ("2016-06-23", "Britain voted to leave the bloc on 23 June 2016."),
    ("2020-01-31", "Britain, which voted to leave in 2016, left the bloc on 31 January 2020."),
    ("2022-09-02", "Turnout in Friday's vote was below 40 percent."),
    ("2022-09-11", "Turnout in Sunday's election is expected to be high."),
    ("", "The turnout was well below that of the 2017 election."),
    ("2022-09-05", "The premier, speaking on Monday, called the plan a mistake."),
    ("2021", "The premier, speaking on Monday, said the plan failed in 2021."),
    ("", "Born in 1962, he joined the navy as a boy."),
    ("1980", "Born in 1962, he joined the navy in 1980."),
    ("", "Critics of the 2016 law say it silences journalists."),
    (
        "2022-08-08",
        "Agents searched the villa on 8 August for files he took when he left in January 2021.",
    ),
    ("2022-03", "Talks that started in Istanbul in March collapsed within weeks."),
    ("2022-06", "The contract, worth 400 million dollars, was signed in June."),
    ("2022-09-06", "Strikes halted trains on Tuesday, the third walkout since June."),
    ("", "The strikes are the third since June."),
    ("2019", "The firm stopped paying its staff in 2019."),
    ("", "The bank sold bonds due 15 March 2030."),
    ("2022-10-03", "The rent is due on 3 October."),
    ("", "More people like him than they did two months ago."),
    (
        "",
        "Profit fell to 3 million dollars, from 5 million, or 7 cents a share, a year earlier.",
    ),
    ("2022-09-02", "Iowa, the first state to vote on 1 February, chose its delegates on Friday."),
    ("2022-02-06", "The campaign began on the holiday - 6 February - this year."),
    ("2022-05", "The bank first raised rates in May."),
    ("2022-07-22", "The deal, brokered by Turkey, was signed on 22 July and unblocked the ports."),
]


def chosen_in_full(text: str) -> ClaimDate | None:
    """As `chosen`, with who says it found by the attribution rules."""
    claim = Span(0, len(text))
    times = find_times(text, [claim], Reference(parse("2022-09-06")))
    _, content = attribution_for(claim, find_attributions(text, [claim], ()))
    return choose_date(text, claim, stand_alone(text, claim, content), times)


@pytest.mark.parametrize(("edtf", "text"), TRAPS, ids=[text[:50] for _, text in TRAPS])
def test_a_time_belongs_to_its_own_clause(edtf: str, text: str) -> None:
    found = chosen_in_full(text)
    assert (found.edtf if found else "") == edtf, found
