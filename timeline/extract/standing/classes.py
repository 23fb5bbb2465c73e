"""Verb classes and word lists that tell standing apart, each by what it does to a claim."""

from timeline.extract.verbs import forms
from timeline.extract.words import word_set


def all_forms(bases: str) -> frozenset[str]:
    found: set[str] = set()
    for base in bases.split():
        found.update(forms(base))
        if base.endswith("ise"):
            found.update(forms(base[:-3] + "ize"))
    return frozenset(found)


DENY = all_forms("deny refute rebut disavow")
REJECT = all_forms("reject dismiss dispute contest")
CONFIRM = all_forms("confirm acknowledge admit verify concede corroborate")
ALLEGE = all_forms("allege accuse claim purport")
HOLD = all_forms(
    "believe think feel argue opine reckon expect fear hope consider view regard criticise "
    "condemn denounce praise hail blame laud deplore lament defend welcome suggest contend "
    "speculate slam blast doubt predict insist caution describe see"
)
SAY_OPENLY = all_forms("claim")
PLAN = all_forms("plan intend aim prepare")
PROMISE = all_forms("vow pledge promise threaten agree offer consider mull weigh")
# Nouns that are assertions: denying one denies what is said, denying entry does not.
ASSERTIONS = word_set(
    "allegation allegations claim claims accusation accusations charge charges report reports "
    "involvement responsibility wrongdoing suggestion suggestions rumour rumours rumor rumors any "
    "having being that it this knowledge role assertion assertions link links guilt them statement "
    "ever"
)
DENIABLE = ASSERTIONS - word_set("any having being that it this ever them role statement")
HEARSAY = word_set("allegedly reportedly purportedly supposedly apparently unconfirmed unverified")
LIKELY = word_set(
    "likely unlikely probably possibly perhaps surely clearly obviously arguably maybe"
)
JUDGEMENT = word_set(
    "important crucial vital dangerous unacceptable outrageous shameful absurd wrong right great "
    "terrible wonderful best worst tragic remarkable disastrous historic reckless unjust unfair "
    "foolish wise inevitable necessary essential unprecedented hypocrisy disgrace disaster mistake "
    "failure threat victory good bad better worse strong weak brilliant pathetic ridiculous "
    "stunning shocking hopeful unclear doubtful impossible possible naive cynical irresponsible "
    "counterproductive hegemonic catastrophic urgent illegal unlawful baseless symbolic"
)
MUST = word_set("should must ought shouldn't mustn't")
MAYBE = word_set("may might could can't couldn't can cannot")
FUTURE = word_set("will shall won't it'll he'll she'll they'll we'll i'll you'll")
STATIVE = word_set(
    "be have mean remain seem become need require cause lead make cost help prove hurt"
)
SEEM = all_forms("seem appear") | word_set("looks")
EVENT_PLAN = word_set("scheduled due set expected poised slated planned likely bound about ready")
FIXED = word_set("scheduled slated due planned")
FIXED_FOR = word_set("for on in at next to later")
PLANNING_NOUNS = word_set(
    "plan plans intention intentions preparations interest desire readiness willingness"
)
UNDONE_PLANS = word_set(
    "rejected criticised criticized condemned opposed scrapped blocked cancelled"
)
ADVERB_OR_LINK = word_set(
    "also then still even now soon later never not only already likely reportedly"
)
FAR = 6
SEEING = word_set("see sees saw seen")
CASES = word_set("case cases deaths infections")
EXPRESS = all_forms("express show voice signal reiterate hint")
CONDITIONAL = word_set("would wouldn't he'd they'd she'd it'd")
MEETING = word_set("hold meet visit send")
JUDGES = word_set(
    "critics analysts experts observers economists commentators sceptics skeptics pundits"
)
FEELINGS = word_set("fears fear hopes concerns concern doubts worries suspicions speculation")
NAMING = all_forms("call label brand dub term")
WISHES = word_set("hopes hope hoping wants want wanting seeks seek seeking wishes wish expects")
NEEDS = word_set("needs need has have")
NONE_OF = word_set("neither none no nothing nobody")
HELD_AS = word_set("seen viewed regarded considered described perceived")
TOLD = word_set("known noted mentioned remembered recalled said stressed")
DOUBTED = word_set("unconfirmed unverified alleged purported leaked")
