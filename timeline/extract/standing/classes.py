"""Verb classes and word lists that tell standing apart, each by what it does to a claim."""

from timeline.extract.clause_words import all_forms
from timeline.extract.words import word_set

# --- what is said to be so ---------------------------------------------------------

CONFIRM = all_forms("confirm acknowledge admit verify concede corroborate confess authenticate")
CLAIM = all_forms("claim")
# Nouns that are assertions: denying one denies what is said, denying entry does not.
ASSERTED = word_set(
    "allegation allegations claim claims accusation accusations charge charges report reports "
    "involvement responsibility wrongdoing suggestion suggestions rumour rumours rumor rumors "
    "assertion assertions link links guilt complicity story stories speculation insinuations "
    "insinuation characterisation narrative notion conspiracy smears suspicions talk theory "
    "finding findings conclusion conclusions "
    "theories account accounts version"
)
HEARSAY = word_set("allegedly reportedly purportedly supposedly apparently unconfirmed unverified")
CASES = word_set("case cases deaths infections death toll number figure kills dead")
NONE_OF = word_set("neither none no nothing nobody")

# --- what is judged -----------------------------------------------------------------

HOLD = all_forms(
    "believe think feel argue opine reckon expect fear hope consider view regard criticise "
    "condemn denounce praise hail blame laud deplore lament defend welcome suggest contend "
    "speculate slam blast doubt predict insist caution describe see complain applaud decry "
    "bemoan rebuke chide warn forecast guess urge worry fret"
)
# As a sentence's own verb these are no more than what somebody did.
NOT_ITS_OWN = all_forms("see consider warn urge defend expect hope guess assume forecast fear")
# With what is to come after them: "expects growth to slow", "predicts it will fall".
FORESEE = all_forms(
    "believe think feel reckon expect fear argue speculate doubt predict forecast guess "
    "estimate suspect project foresee worry"
)
LIKELY = word_set(
    "likely unlikely probably possibly perhaps surely clearly obviously arguably maybe "
    "undoubtedly certainly evidently frankly unfortunately sadly hopefully"
)
JUDGEMENT = word_set(
    "important crucial vital dangerous unacceptable outrageous shameful absurd wrong right "
    "great terrible wonderful best worst tragic remarkable disastrous historic reckless unjust "
    "unfair foolish wise inevitable necessary essential unprecedented hypocrisy disgrace "
    "disaster mistake failure threat victory good bad better worse strong weak brilliant "
    "pathetic ridiculous stunning shocking hopeful unclear doubtful impossible possible naive "
    "cynical irresponsible counterproductive hegemonic catastrophic urgent illegal unlawful "
    "symbolic sad proud disappointing disappointed encouraging worrying worried alarming "
    "troubling disturbing appalling horrific horrible awful disgraceful despicable heinous "
    "barbaric brutal cruel inhumane immoral unethical dishonest incompetent bleak grim gloomy "
    "bright promising risky costly pointless useless meaningless worthless hopeless useful "
    "helpful harmful damaging reasonable unreasonable sensible ludicrous laughable preposterous "
    "bizarre odd strange weird ironic hypocritical cowardly brave courageous heroic admirable "
    "impressive amazing fantastic incredible unbelievable excellent superb perfect flawed "
    "beautiful ugly overlong boring clever stupid smart misguided mistaken premature overdue "
    "excessive disproportionate unjustified justified unwarranted unnecessary one-sided biased "
    "partisan divisive unworthy acceptable difficult hard easy simple clear obvious evident "
    "certain confident optimistic pessimistic significant insufficient inadequate exhausted "
    "isolated vulnerable responsible irrelevant fair foolhardy ideal inexcusable excusable "
    "intolerable unsustainable untenable tough critical betrayal blunder scandal outrage shame "
    "travesty sham farce tragedy triumph success sign signal symptom reminder gift blow setback "
    "breakthrough turning-point risk danger opportunity priority necessity illusion fantasy "
    "joke insult crime atrocity provocation escalation nightmare miracle hero heroes coward "
    "cowards liar fool bully tyrant monster thug invasion warning lesson consistent "
    "inconsistent capable incapable unhappy happy angry lucky key fearful wary serious unkind "
    "doomed numbered helpless rotten legitimate illegitimate undemocratic unconstitutional "
    "toxic desperate dire deplorable unfortunate regrettable welcome delusional insane crazy "
    "dreadful wasteful generous precedent duty obligation myth affront honour honor pleasure "
    "privilege pity relief curse blessing dream genius idiot traitor mockery abomination "
    "cynicism unfit qualified unqualified lazy tired dumb arrogant amateur mess fraud con"
)
FEELINGS = word_set(
    "fears fear hopes concerns concern doubts worries suspicions speculation risk danger chance "
    "reason need way point doubt hope"
)
FALL_SHORT = word_set(
    "too so far very deeply profoundly utterly absolutely extremely incredibly totally"
)
# Verbs that weigh what is so: "deserves", "amounts to", "shows that".
WEIGH = all_forms(
    "deserve matter amount risk smack "
    "reek reflect prove suggest underscore underline highlight undermine "
    "jeopardise embody symbolise demonstrate exemplify betray trivialise belittle"
)
SEEM = all_forms("seem appear") | word_set("looks sounds feels seemingly")
NAMING = all_forms("call label brand dub term")
HELD_AS = word_set("seen viewed regarded considered described perceived hailed")
JUDGES = word_set(
    "critics analysts experts observers economists commentators sceptics skeptics pundits "
    "forecasters editorial columnist columnists"
)
MUST = word_set("should must ought shouldn't mustn't oughtn't")
MAYBE = word_set("may might could can't couldn't can cannot")
CONDITIONAL = word_set("would wouldn't he'd they'd she'd it'd i'd we'd you'd")
IMPERSONAL = word_set("that this such it any doing")
NEEDS = word_set("needs need has have")

# --- what is to come ------------------------------------------------------------------

FUTURE = word_set("will shall won't it'll he'll she'll they'll we'll i'll you'll")
PLAN = all_forms("plan intend aim prepare mean") - word_set("mean means meaning meant")
PROMISE = all_forms(
    "vow pledge promise threaten agree offer consider mull weigh decide undertake commit resolve "
    "opt elect choose swear propose"
)
ORDER = all_forms("order instruct command direct tell ask authorise")
WISHES = word_set("hopes hope hoping wants want wanting seeks seek seeking wishes wish expects")
# "Has orders to", "made a pledge to": what somebody is bound to do.
BINDING_NOUNS = word_set(
    "decision pledge promise commitment offer proposal orders contract mandate ambition aim intent "
    "talks"
)
BINDS = all_forms("have announce unveil make give renew repeat reaffirm be") | word_set("'s")
COMING_TO = word_set(
    "considering mulling weighing planning bracing gearing looking seeking hoping aiming preparing "
    "racing moving threatening"
)
GIVES_WORD = all_forms("pledge promise vow swear undertake agree decide")
PLANNING_NOUNS = word_set(
    "plan plans intention intentions preparations interest desire readiness willingness"
)
UNDONE_PLANS = word_set(
    "rejected criticised criticized condemned opposed scrapped blocked cancelled discussed "
    "abandoned dropped shelved leaked withdrew suspended halted"
)
EVENT_PLAN = word_set("scheduled due set expected poised slated planned likely bound about ready")
FIXED = word_set("scheduled slated due planned expected")
FIXED_FOR = word_set("for on in at next to later tomorrow")
ADVERB_OR_LINK = word_set(
    "also then still even now soon later never not only already likely reportedly widely"
)
TIMETABLE = all_forms(
    "leave go begin start open meet arrive travel visit host fly head hold vote take close end "
    "expire resume face convene return depart play gather kick"
)
STATIVE = word_set(
    "be have mean remain seem become need require cause lead make cost help prove hurt amount "
    "represent constitute violate undermine jeopardise harm damage affect risk benefit matter "
    "depend suffer breach encourage trigger spark fuel embolden breach tie"
)
# What happens of itself and nobody plans: "prices will rise", "the front will hold".
OF_ITSELF = word_set(
    "rise fall slow grow worsen improve collapse survive suffer die fail succeed prevail shrink "
    "weaken strengthen deteriorate backfire lose regret gain hold last persist plunge drop total "
    "exceed surge spread decline win"
)
CAPACITY = word_set("carry hold seat store reach accommodate fit sleep produce")
EXPRESS = all_forms("express show voice signal reiterate hint")
# A thing does not plan: "the pact will not bring peace" is foretold.
THINGS = word_set(
    "pact plan deal law move sanctions step decision measure measures policy war crisis conflict "
    "reform reforms treaty truce ceasefire verdict ruling bill agreement accord tariffs embargo "
    "strategy approach budget tax aid money growth economy inflation prices it this that"
)
EFFECTS = word_set(
    "bring solve stop change save prevent destroy create boost resolve achieve deter undermine "
    "improve protect silence punish divide unite isolate stabilise restore kill ruin transform"
)
MEETING = word_set("hold meet visit send")
TOLD = word_set("known noted mentioned remembered recalled said stressed")
FAR = 6
