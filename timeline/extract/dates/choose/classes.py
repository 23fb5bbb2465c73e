"""Classes of words that decide what a time belongs to."""

from timeline.extract.clause_words import all_forms
from timeline.extract.words import word_set

PUBLISHING = word_set("published released issued unveiled posted broadcast aired printed dated")
SCHEDULED = word_set(
    "due set slated scheduled likely bound about ready poised going supposed expected planned"
)
# With "to" and a verb: what follows is what the claim tells, not why something was done.
TAKES_CONTENT = (
    all_forms(
        "agree plan vow pledge promise threaten decide order urge ask want hope expect intend "
        "aim offer propose refuse schedule prepare allow authorise require oblige force instruct "
        "forbid choose resolve commit"
    )
    | SCHEDULED
)
# These take it only right before "to": "began to leave", not "began a rally to urge".
BEGINS = all_forms("begin start continue try attempt manage fail help vote need") | word_set(
    "able unable plan plans intention decision promise pledge offer proposal bid order demand "
    "request deal agreement ought"
)
# "The war began with the attack of 7 May": one day for both.
BEGINS_WITH = all_forms("begin start open end")
ACCUSING = all_forms("accuse suspect charge convict acquit blame") | word_set("guilty")
CONTENT_NOUNS = word_set(
    "claim claims report reports allegation allegations accusation accusations statement news "
    "fact evidence rumour rumours assertion belief suggestion warning announcement confirmation"
)
PREPOSITIONS_OF_TIME = word_set(
    "on in at during from since by until till through over within of before after around about "
    "early late mid for throughout between"
)
AT_THAT_TIME = word_set("in at during throughout")
ON_OCCASION = word_set(
    "visit trip tour anniversary mission flight call occasion eve night morning journey"
)
TAKING_PART = word_set(
    "role part involvement complicity interest suspected involved implicated participation "
    "participated complicit stake hand"
)
DETERMINERS_OF_NOUNS = word_set(
    "the a an his her its their our my your this that these those each every any some no another"
)
# What happens on a day and may stand for its verb: "Friday's blast killed four".
HAPPENINGS = word_set(
    "attack attacks bombing bombings blast explosion quake earthquake tsunami flood floods storm "
    "hurricane cyclone typhoon crash fire blaze shooting massacre raid raids strike strikes "
    "airstrike assault ambush clash clashes riot riots protest protests rally march demonstration "
    "coup vote election elections referendum poll polls ballot summit meeting talks session "
    "hearing debate match race ceremony visit speech launch test eruption landslide outbreak "
    "offensive invasion siege battle killing killings murder assassination kidnapping hijacking "
    "verdict ruling decision announcement walkout incident accident disaster derailment collision "
    "spill shelling landing drill drills breach leak sale auction swap exchange"
)
# Verbs of speech about what happened: its day is the day of what is spoken of.
REACTS = all_forms(
    "condemn denounce blame deplore criticise praise hail mourn regret deny confirm admit "
    "acknowledge describe recall decry applaud welcome lament"
)
HOSTS = all_forms("host attend stage chair")
# "Lost Monday's vote": the verb and its object happen together.
HAPPENS_WITH = all_forms(
    "win lose hold host attend survive contest lead stage skip watch open chair monitor carry "
    "conduct boycott"
)
EXTREMES = word_set(
    "highest lowest biggest largest worst best deadliest first most least longest strongest "
    "sharpest steepest fastest heaviest second third fourth fifth only"
)
WITHIN_HOURS = word_set("hours minutes moments shortly immediately just soon hour minute")
PARTS_OF_TIME = word_set(
    "day night evening morning afternoon end beginning start early middle spring summer autumn "
    "fall winter week weekend month weeks months days hours half quarter course"
)
STATES = word_set(
    "is are am isn't aren't remains remain seems seem appears means has have do does knows "
    "belongs contains includes holds owns 's it's he's she's that's there's they're we're i'm"
)
