"""English verbs without a tagger: inflection, auxiliaries and a cautious guess at finite verbs.

Regular forms follow the spelling rules of English, the irregular ones are listed. A form
such as "reports" may be a noun: `finite_at` looks at its neighbours before it says yes.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from timeline.extract.words import word_set


class Forms(NamedTuple):
    base: str
    third: str
    past: str
    participle: str
    gerund: str


# base:past:participle; one form after the base serves for both.
_IRREGULAR_TEXT = """
arise:arose:arisen bear:bore:borne beat:beat:beaten become:became:become begin:began:begun
bend:bent bind:bound bite:bit:bitten bleed:bled blow:blew:blown break:broke:broken bring:brought
broadcast:broadcast build:built burst:burst buy:bought catch:caught choose:chose:chosen
cling:clung come:came:come cost:cost creep:crept cut:cut deal:dealt dig:dug draw:drew:drawn
drink:drank:drunk drive:drove:driven eat:ate:eaten fall:fell:fallen feed:fed feel:felt
fight:fought find:found flee:fled fly:flew:flown forbid:forbade:forbidden forecast:forecast
foresee:foresaw:foreseen forget:forgot:forgotten forgive:forgave:forgiven freeze:froze:frozen
get:got give:gave:given go:went:gone grow:grew:grown hang:hung hear:heard hide:hid:hidden
hit:hit hold:held hurt:hurt keep:kept know:knew:known lay:laid lead:led leave:left lend:lent
let:let light:lit lose:lost make:made mean:meant meet:met mislead:misled
overcome:overcame:overcome override:overrode:overridden overrun:overran:overrun
oversee:oversaw:overseen overthrow:overthrew:overthrown pay:paid
put:put quit:quit read:read rebuild:rebuilt retake:retook:retaken ride:rode:ridden
ring:rang:rung rise:rose:risen run:ran:run say:said see:saw:seen seek:sought sell:sold
send:sent set:set shake:shook:shaken shed:shed shoot:shot show:showed:shown
shrink:shrank:shrunk shut:shut sing:sang:sung sink:sank:sunk sit:sat slay:slew:slain sleep:slept
slide:slid speak:spoke:spoken spend:spent spin:spun split:split spread:spread stand:stood
steal:stole:stolen stick:stuck strike:struck strive:strove:striven swear:swore:sworn
sweep:swept:swept swim:swam:swum swing:swung take:took:taken teach:taught tear:tore:torn
tell:told think:thought throw:threw:thrown undergo:underwent:undergone
understand:understood undertake:undertook:undertaken uphold:upheld wake:woke:woken
wear:wore:worn weep:wept win:won withdraw:withdrew:withdrawn withhold:withheld
withstand:withstood write:wrote:written
"""
IRREGULAR: dict[str, tuple[str, str]] = {}
for _entry in _IRREGULAR_TEXT.split():
    _parts = _entry.split(":")
    IRREGULAR[_parts[0]] = (_parts[1], _parts[-1])

# Regular verbs of the news: only used to tell a finite verb from a noun or adjective.
_REGULAR_TEXT = """
abandon abduct accept accuse achieve acknowledge act add address admit adopt advance affect agree
aim allege allow announce answer apologise appeal appear apply appoint approach approve argue
arrest arrive ask assert assume assure attack attempt attend avoid ban base believe belong
benefit blame block bomb boost boycott breach call campaign cancel carry cause celebrate chair
change charge claim clash climb close collapse collect comment complain complete concede concern
conclude condemn conduct confirm consider consist contain contend continue contribute control
convict cooperate cover create criticise cross damage debate decide declare decline decrease
defeat defend delay deliver demand demonstrate deny depend deploy deport describe deserve destroy
detain determine detonate develop die differ disagree disclose discover discuss dismiss display
distribute divide dominate double drop earn ease elect emerge employ enable encourage end enjoy
enlist ensure enter erupt escalate escape establish estimate evacuate exceed exchange execute
exist expand expect expel experience explain explode export express extend face fail favour fear
feature file finalise fire focus follow force form free fuel fund gain gather govern grant
greet guarantee hail halt hand happen help hope host identify ignore impact implement import
impose improve include increase indicate injure insist inspect intend intensify intercept
intervene introduce invade invest investigate invite involve issue jail join kidnap kill lack
land last launch lift limit link list live locate look maintain manage march mark meet mention
mobilise monitor mourn move murder name narrow need negotiate note nominate notify obtain occupy
occur offer open operate oppose order organise oust outline own participate pass patrol perform
permit persuade place plan play pledge plunge point poison postpone practise praise predict
prefer prepare present press prevent proceed produce progress prohibit project promise promote
prompt propose prosecute protect protest prove provide publish pull punish push qualify question
raid raise rally ratify reach react realise receive recognise recommend record recover reduce
refer reflect refuse regain regard reject relate release rely remain remember remind remove
renew repatriate repeat replace reply report represent request require rescue resign resolve
respond rest restore result resume retain retire retreat return reveal review rule sanction save
scrap secure seem seize sentence serve settle share shell shift shoot shout sign signal slam
slow smuggle soar sound spark squeeze stabilise stage start starve state stay stem step stop
storm stress struggle study submit succeed suffer suggest summon supply support suppose surge
surprise surrender surround survive suspect suspend switch talk target tend testify test thank
threaten tighten topple torture total touch trade train transfer travel treat trigger triple
try tumble turn unite unveil update urge use vary veto view violate visit volunteer vote vow
wait walk want warn watch weaken welcome widen withdraw witness wonder work worry wound yield
"""

# More verbs, which are hardly ever nouns: enough to see that a sentence has a verb.
_FURTHER_TEXT = """
accompany acquire adapt adjust admire afford amount analyse applaud assess assist attract await
boast borrow bury cite commend commit compare compete compile compose comprise conceal concentrate
confront connect construct consult consume convene cope curb dedicate define demolish depart
depict derive devote dictate disappear discourage disrupt drag dwarf echo embody embrace emphasise
encounter endanger endorse endure enforce engage enhance equal erode evolve examine exclude exert
exhibit expire exploit explore expose falter flourish foster fulfil generate grapple hamper hate
handle heal hire illustrate imply incite induce inflict inform inherit inspire install integrate
interrupt irk isolate justify knock lag lament loom lure merge mirror miss mock motivate
observe offend omit originate overshadow owe persist plague play plead please pose possess pour
preach preserve preside pursue reckon reconsider regulate rehearse reinforce rejoin relish reopen
repair repay resemble resent reserve reside resist restrict reunite revive revolve ride roam roll
rush scare scramble shine skip slip snub soften solve sort specialise speculate spill spread stall
stir strengthen stretch stun sue surpass swap sympathise tackle terrorise thrive tie tolerate top
transform translate tremble uncover undermine unfold unify vanish wander weigh wield wipe wreck
"""

BE = word_set(
    "am is are was were be been being isn't aren't wasn't weren't 's 're it's he's she's "
    "that's there's they're we're you're i'm"
)
BE_FINITE = BE - {"be", "been", "being", "'s"}
HAVE = word_set("have has had having haven't hasn't hadn't i've we've they've you've")
HAVE_FINITE = HAVE - {"having"}
DO = word_set("do does did don't doesn't didn't")
MODALS = word_set(
    "will would can could may might must shall should ought cannot can't won't wouldn't couldn't "
    "shouldn't mustn't it'll he'll she'll they'll we'll i'll you'll i'd he'd she'd we'd they'd "
    "you'd it'd"
)
NEGATIONS = word_set(
    "not never no n't nor neither cannot can't won't wouldn't couldn't shouldn't isn't aren't "
    "wasn't weren't haven't hasn't hadn't don't doesn't didn't without hardly barely"
)
DETERMINERS = word_set(
    "the a an this that these those its his her their our my your each every any some no "
    "another such both all many several few more most other"
)
PRONOUNS = word_set("he she it they we i you who this these those there that which")
PREPOSITIONS = word_set(
    "of in on at by for from to with about against between among into over under after before "
    "during through within without across behind near towards toward upon amid despite since "
    "until per via as than like including outside inside around along beyond off out"
)
# ", once expected to double,": an adverb after a comma opens a participle phrase.
_ONCE = word_set("once long widely largely first recently partly originally apparently")
# "Kenya and Uganda both signed": behind the subject it stands for no noun.
_FLOATING = word_set("all both each")
_UNITED = word_set("states nations kingdom arab")
_AUXILIARY_FINITE = BE_FINITE | HAVE_FINITE | DO | MODALS


def _doubles(base: str) -> bool:
    vowels = "aeiou"
    if len(base) < 3 or base[-1] in vowels + "wxy" or base[-2] not in vowels:
        return False
    if base[-3] in vowels:
        return base in {"acquit", "equip"}
    if sum(letter in vowels for letter in base) == 1:
        return True
    return base in {"admit", "commit", "expel", "occur", "permit", "refer", "repel", "submit",
                    "transfer", "prefer", "regret", "compel", "deter", "kidnap", "quel", "begin",
                    "confer", "defer", "incur",
                    "forget", "rebut", "rebel", "propel", "omit", "outfit"}  # fmt: skip


@cache
def forms(base: str) -> Forms:
    """All forms of a verb given by its base ("ban": ban, bans, banned, banned, banning)."""
    if base == "be":
        return Forms("be", "is", "was", "been", "being")
    if base == "have":
        return Forms("have", "has", "had", "had", "having")
    if base == "do":
        return Forms("do", "does", "did", "done", "doing")
    consonant_y = base.endswith("y") and base[-2:-1] not in "aeiou"
    if consonant_y:
        third = base[:-1] + "ies"
    elif base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    else:
        third = base + "s"
    stem = base + base[-1] if _doubles(base) else base
    if base.endswith("ie"):
        gerund = base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        gerund = base[:-1] + "ing"
    else:
        gerund = stem + "ing"
    if base in IRREGULAR:
        past, participle = IRREGULAR[base]
    elif base.endswith("e"):
        past = participle = base + "d"
    else:
        past = participle = base[:-1] + "ied" if consonant_y else stem + "ed"
    return Forms(base, third, past, participle, gerund)


_PAST: set[str] = set()
_THIRD: set[str] = set()
_BASE: set[str] = set()
_GERUND: set[str] = set()
_PARTICIPLE_ONLY: set[str] = set()
_PAST_ONLY: set[str] = set()  # "began", not "begun": never a participle
for _base in (*IRREGULAR, *_REGULAR_TEXT.split()):
    _forms = forms(_base)
    _BASE.add(_base)
    _GERUND.add(_forms.gerund)
    _THIRD.add(_forms.third)
    _PAST.add(_forms.past)
    if _forms.participle != _forms.past:
        _PARTICIPLE_ONLY.add(_forms.participle)
        _PAST_ONLY.add(_forms.past)
    if _base.endswith("ise"):
        _american = forms(_base[:-3] + "ize")
        _BASE.add(_american.base)
        _THIRD.add(_american.third)
        _PAST.add(_american.past)
_FURTHER = frozenset(
    form for base in _FURTHER_TEXT.split() for form in (forms(base).base, forms(base).third)
)
_PAST -= {"left", "read", "set", "cut", "hit", "put", "found", "saw"}
_WEAK_PAST = frozenset({"left", "read", "set", "cut", "hit", "put", "found", "saw", "shot"})


def is_base(word: str) -> bool:
    """Whether a lower-case word is the base form of a verb the news uses."""
    return word in _BASE


@lru_cache(maxsize=20_000)
def is_past(word: str) -> bool:
    """Whether a lower-case word may be a past form; a participle of a regular verb too."""
    if word in _PAST or word in _WEAK_PAST:
        return True
    return len(word) > 4 and word.endswith("ed") and "-" not in word


def is_listed(word: str) -> bool:
    """Whether a lower-case word is a finite form of a listed verb, not only one by its ending."""
    return word in _PAST or word in _THIRD or word in _BASE or word in _AUXILIARY_FINITE


def is_gerund(word: str) -> bool:
    """Whether a lower-case word is the -ing form of a verb the news uses."""
    return word in _GERUND


def may_be_finite(word: str) -> bool:
    """Whether a lower-case word is a present or past form of a verb, its neighbours unseen."""
    return word in _BASE or word in _THIRD or word in _FURTHER or is_past(word)


@lru_cache(maxsize=20_000)
def _never_finite(word: str) -> bool:
    """Whether no neighbours make a finite verb of the word: so it is with most, and is known."""
    if word in _AUXILIARY_FINITE:
        return False
    if word in _PARTICIPLE_ONLY:
        return True
    return not (is_past(word) or word in _THIRD or word in _BASE)


def finite_at(low: Sequence[str], index: int) -> bool:
    """Whether the word at `index` of a run of lower-case words is, most likely, a finite verb."""
    word = low[index]
    if _never_finite(word):
        return False
    if word in _AUXILIARY_FINITE:
        return not (word in {"may", "will", "might", "can"} and _is_other_word(low, index))
    if word == "united" and low[index + 1 : index + 2] and low[index + 1] in _UNITED:
        return False
    if word in {"states", "state"} and (not index or low[index - 1] not in PRONOUNS):
        return False
    if index and (_after_determiner(low, index) or low[index - 1] in {"to", "of", "by", "as"}):
        return False
    if is_past(word):
        return _past_is_finite(low, index)
    if word in _THIRD:
        return _third_is_finite(low, index)
    return index > 0 and low[index - 1] in {"they", "we", "i", "you", "who", "people", "officials"}


def _after_determiner(low: Sequence[str], index: int) -> bool:
    if index > 1 and low[index - 1] in _FLOATING and low[index - 2] not in PREPOSITIONS:
        return False
    return index > 0 and low[index - 1] in DETERMINERS and low[index - 1] not in PRONOUNS


def _is_other_word(low: Sequence[str], index: int) -> bool:
    """The month of May after a preposition or before a number, "the will of the people"."""
    before = low[index - 1] if index else ""
    following = low[index + 1] if index + 1 < len(low) else ""
    if _after_determiner(low, index) or before in {"last", "next", "early", "late", "mid"}:
        return True
    if low[index] != "may":
        return False
    if before[:1].isdigit() or following[:1].isdigit():
        return True
    if following in {"has", "had", "is", "was", "did", "said", "says", "told"}:
        return True  # "May has said": the name
    return before in PREPOSITIONS or before in {"and", "theresa"}


def _past_is_finite(low: Sequence[str], index: int) -> bool:
    """A past form is finite unless be, have or a noun phrase makes it a participle."""
    before = low[index - 1] if index else ""
    if before in BE or before in HAVE:
        return False
    following = low[index + 1] if index + 1 < len(low) else ""
    if before in _ONCE and index > 1 and low[index - 2] == ",":
        return False
    if following == "by" and before not in PRONOUNS and low[index] not in _PAST_ONLY:
        return False
    return before not in PREPOSITIONS and not (index == 0 and following in {"by", "in", "on"})


def _third_is_finite(low: Sequence[str], index: int) -> bool:
    """ "He reports", "Kyiv says": not after a preposition, and an object follows."""
    before = low[index - 1] if index else ""
    if not before or before in PREPOSITIONS or before in {"and", ",", "or"}:
        return before == "and" and index + 1 < len(low) and low[index + 1] in DETERMINERS
    following = low[index + 1] if index + 1 < len(low) else "."
    if before in PRONOUNS:
        return True
    return following in DETERMINERS or following in PRONOUNS or following not in {
        "of", ",", ".", "and", "in", "on", "for", "against", "between", "after", "from", "with",
    } or low[index] in {"says", "is", "comes", "remains", "goes", "seems", "adds"}  # fmt: skip


def next_finite(low: Sequence[str], first: int) -> int | None:
    """Index of the first likely finite verb at or behind `first`; None when there is none."""
    for index in range(first, len(low)):
        if not _never_finite(low[index]) and finite_at(low, index):
            return index
    return None


def finite_verbs(low: Sequence[str], first: int = 0, last: int | None = None) -> list[int]:
    """Indexes of the likely finite verbs among the words `first` to `last` (exclusive)."""
    return [i for i in range(first, len(low) if last is None else last) if finite_at(low, i)]
