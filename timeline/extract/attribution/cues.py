"""The words that introduce what somebody says, by the way they take their content.

SAY: a quotation, a clause with or without "that", also turned round ("..., said X").
TELL: the same after the person addressed ("told reporters that ...").
HOLD: a clause only, of people ("believes") and of papers ("shows", "found").
OBJECT: a noun phrase or infinitive is the content ("called for an inquiry", "urged Iran to").
"""

from enum import Enum
from typing import NamedTuple

from timeline.extract.verbs import forms
from timeline.extract.words import word_set


class Frame(Enum):
    SAY = "say"
    TELL = "tell"
    HOLD = "hold"
    OBJECT = "object"


class Cue(NamedTuple):
    base: str
    frame: Frame
    tag: str  # base, third, past, participle, gerund


_SAY = word_set(
    "say add state announce claim allege declare insist argue contend maintain explain reply "
    "respond answer write tweet post note observe remark comment report acknowledge admit concede "
    "confirm warn stress emphasise reiterate repeat caution conclude continue complain joke quip "
    "lament muse predict recall assert affirm proclaim disclose reveal suggest hint estimate "
    "testify swear shout yell chant whisper exclaim ask wonder read counter interject opine posit "
    "boast brag concur agree vow pledge promise threaten mention recount relate charge point "
    "underline underscore clarify elaborate summarise caution advise begin interrupt retort "
    "reckon forecast speculate imply protest objected declare theorise go"
) - {"go", "objected"}
_TELL = word_set("tell inform remind assure notify brief warn advise ask text email")
_HOLD = word_set(
    "believe think know feel expect hope fear suspect understand realise assume doubt worry "
    "consider see regard view learn hear show indicate find determine discover prove demonstrate "
    "document describe appear imagine recognise decide rule mean dream guess signal judge "
    "anticipate"
) - {"appear", "mean"}
_OBJECT = word_set(
    "accuse blame criticise condemn denounce deny reject dismiss praise hail applaud commend "
    "welcome congratulate urge demand request recommend propose offer support back "
    "oppose defend describe question challenge dispute discuss address cite mention slam blast "
    "chastise lambaste rip mock ridicule decry deplore rebuke scold attack call encourage "
    "implore beg ask express voice promise pledge vow threaten refuse decline want favour seek "
    "outline detail highlight emphasise stress characterise label dub brand compare liken "
    "predict prefer reference refer point speak talk advocate disavow disown echo reaffirm "
    "reiterate quote plead appeal lament bemoan advise order authorise release issue propose "
    "tout trumpet promote plug bash skewer assail lash excoriate slap admonish raise "
    "publish downplay tease crow rail weigh hint laud extol chide berate castigate grill deride "
    "disparage belittle scorn taunt trash savage pillory upbraid rebut refute rebuff reprimand "
    "vilify salute acclaim exhort entreat beseech denigrate malign lambast disclaim repudiate "
    "deprecate rubbish fault"
) - {"attack", "order", "authorise", "release", "slap", "raise", "address", "back", "seek"}
# Only with this word after it does the verb introduce speech.
PARTICLES: dict[str, frozenset[str]] = {
    "point": word_set("out to"),
    "refer": word_set("to"),
    "speak": word_set("about of out against"),
    "talk": word_set("about"),
    "lash": word_set("out"),
    "rail": word_set("against"),
    "weigh": word_set("in"),
    "hint": word_set("that"),
    "appeal": word_set("for to"),
    "plead": word_set("for with"),
    "see": word_set("that as"),
    "view": word_set("as"),
    "regard": word_set("as"),
    "mean": word_set("that"),
    "go": word_set("on"),
    "agree": word_set("that with"),
    "offer": word_set("to"),
}
PREFERENCE = (Frame.SAY, Frame.TELL, Frame.HOLD, Frame.OBJECT)


def _build() -> dict[str, dict[Frame, Cue]]:
    table: dict[str, dict[Frame, Cue]] = {}
    for frame, bases in zip(PREFERENCE, (_SAY, _TELL, _HOLD, _OBJECT), strict=True):
        for base in sorted(bases):
            spellings = [base]
            if base.endswith("ise"):
                spellings.append(base[:-3] + "ize")
            if base == "favour":
                spellings.append("favor")
            for spelling in spellings:
                for tag, form in zip(forms("be")._fields, forms(spelling), strict=True):
                    table.setdefault(form, {}).setdefault(frame, Cue(base, frame, tag))
    return table


# word form: the ways it may introduce content.
CUES = _build()

# Nouns that stand for somebody's words when "that" or a source follows.
SAYING_NOUNS = word_set(
    "claim allegation accusation assertion statement argument warning suggestion announcement "
    "promise pledge vow threat prediction complaint insistence belief assessment contention "
    "answer response reply message view opinion position point hope fear concern conclusion "
    "advice explanation theory reasoning verdict guess bet"
)
# Adjectives of those who hold that something is so: "is convinced that".
ATTITUDES = word_set(
    "sure certain confident convinced adamant hopeful optimistic pessimistic worried concerned "
    "afraid fearful anxious alarmed aware mindful frustrated angry furious upset disappointed "
    "dismayed outraged shocked surprised astonished amazed glad happy pleased delighted thrilled "
    "proud sad sorry grateful thankful relieved sceptical skeptical doubtful unsure uncertain "
    "unconvinced emphatic insistent unanimous wary satisfied persuaded determined"
)
# Documents that can be a source by themselves.
PAPERS = word_set(
    "report reports finding findings assessment assessments poll polls survey surveys study "
    "studies statement document documents memo intelligence analysis review data figures filing "
    "indictment lawsuit complaint letter resolution ruling account dossier inquiry story "
    "audit investigation probe inspection census article news editorial column warning appeal "
    "alert apology image images video videos footage photo photos photographs recording recordings"
)
