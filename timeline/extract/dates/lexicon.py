"""The words of time: each with its kind (what a rule asks for) and its value.

Kinds are the terminals of the rules' patterns (`timeline.extract.dates.grammar`).
"""

from timeline.extract.dates.written import MONTH_NUMBERS

Value = int | str
Entry = tuple[str, Value]

ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_UNITS = {
    "DAY": "day",
    "WEEK": "week",
    "MONTH": "month",
    "YEAR": "year",
    "QUARTER": "quarter",
    "DECADE": "decade",
    "CENTURY": "century",
    "WEEKEND": "weekend",
    "FORTNIGHT": "fortnight",
}
UNIT_CODES = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "season": "S",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
    "weekend": "WE",
}

# Kind: words. A word stands for itself, "word=value" gives it a value.
_WORDS = {
    "A": "a an",
    "THE": "the",
    "ITS": "its their his her our",
    "THIS": "this",
    "THAT": "that",
    "SAME": "same corresponding comparable equivalent",
    "CURRENT": "current",
    "LATEST": "latest",
    "LAST": "last",
    "PAST": "past previous preceding prior",
    "NEXT": "next",
    "COMING": "coming upcoming forthcoming",
    "FOLLOWING": "following subsequent ensuing",
    "RECENT": "recent",
    "EARLY": "early",
    "LATE": "late",
    "EARLIER": "earlier",
    "LATER": "later",
    "MID": "mid",
    "BEGIN": "beginning start outset",
    "END": "end close",
    "MIDDLE": "middle",
    "OF": "of",
    "IN": "in",
    "ON": "on",
    "AT": "at",
    "BY": "by",
    "FROM": "from",
    "TO": "to",
    "UNTIL": "until till til through thru",
    "SINCE": "since",
    "BETWEEN": "between",
    "DURING": "during throughout",
    "FOR": "for",
    "WITHIN": "within",
    "OVER": "over",
    "AFTER": "after",
    "BEFORE": "before",
    "AND": "and &",
    "OR": "or",
    "THAN": "than",
    "MORE": "more longer greater",
    "LESS": "less fewer under",
    "LEAST": "least",
    "MOST": "most",
    "UP": "up",
    "NO": "no",
    "APPROX": "about roughly",
    "SOME": "some",
    "AROUND": "around approximately circa",
    "NEARLY": "nearly almost",
    "AGO": "ago",
    "OLD": "old",
    "EVERY": "every each",
    "PER": "per",
    "FEW": "few",
    "SEVERAL": "several many numerous",
    "COUPLE": "couple pair",
    "HALF": "half=0",
    "DOZEN": "dozen=12",
    "HUNDRED": "hundred=100",
    "THOUSAND": "thousand=1000",
    "FISCAL": "fiscal financial",
    "PERIOD": "period",
    "MOMENT": "moment moments",
    "PRESENT": "present",
    "OTHER": "other",
    "TIMES": "times",
    "ONCE": "once=1 twice=2 thrice=3",
    "AHEAD": "ahead",
    "LASTING": "daylong=day weeklong=week monthlong=month yearlong=year hourlong=hour "
    "decadelong=decade nightlong=night",
    "CIRCA": "c ca",
    "TIME": "time",
    "FUTURE": "future",
    "NOW": "now",
    "FAR": "far near",
    "TODAY": "today=0 yesterday=-1 tomorrow=1",
    "TONIGHT": "tonight=0 overnight=0",
    "DAYPART": "morning=MO afternoon=AF evening=EV night=NI",
    "DAYPARTS": "mornings=MO afternoons=AF evenings=EV",
    "NOON": "noon=12:00 midday=12:00 midnight=24:00",
    "SEASON": "spring=SP summer=SU autumn=FA winter=WI",
    "FALL": "fall=FA",
    "SEASONS": "springs=SP summers=SU autumns=FA winters=WI",
    "HOUR": "hour=hour minute=minute",
    "CLOSING": "opening closing final dying",
    "HOURS": "hours=hour minutes=minute seconds=second nights=night",
    "SECOND": "second=2",
    "TRADING": "trading business working consecutive straight full whole calendar "
    "additional extra further solid long short successive",
    "OCLOCK": "o'clock",
    "ZONE": "gmt utc est edt cst cdt mst mdt pst pdt et pt bst cet cest ist jst msk",
    "ERA": "bc=BC bce=BC ad=AD ce=AD b.c=BC a.d=AD b.c.e=BC",
    "OFTEN": "daily=XXXX-XX-XX nightly=XXXX-XX-XXTNI weekly=XXXX-WXX monthly=XXXX-XX "
    "annually=XXXX yearly=XXXX fortnightly=P2W hourly=PT1H",
    "WHILE": "while",
    "CURRENTLY": "currently nowadays",
    "RECENTLY": "recently lately",
    "SOON": "soon",
    "ENDED": "ended ending",
    "SO": "so",
    "RIGHT": "right just",
    "THESE": "these",
}


def _entries() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for kind, words in _WORDS.items():
        for word in words.split():
            name, _, value = word.partition("=")
            found[name] = (kind, _number(value) if value else name)
    for kind, name in _UNITS.items():
        plural = "centuries" if name == "century" else name + "s"
        found[name] = (kind, name)
        found[plural] = (kind + "S", name)
    for number, word in enumerate(ONES, start=1):
        found[word] = ("ONES", number)
    for number, word in enumerate(TENS, start=2):
        found[word] = ("TENS", 10 * number)
        decade = word[:-1] + "ies"
        found[decade] = ("DECADEWORD", 10 * number)
    for number, word in enumerate(ORDINALS, start=1):
        if word != "second":
            found[word] = ("ORDWORD", number)
    found["latter"] = ("ORDWORD", 2)
    found["thirtieth"] = ("ORDWORD", 30)
    for number, word in enumerate(WEEKDAYS):
        found[word] = ("WEEKDAY", number)
        found[word + "s"] = ("WEEKDAYS", number)
    for word, number in MONTH_NUMBERS.items():
        found[word] = ("MONTHABBR" if len(word) < 5 and word not in _LONG else "MONTHNAME", number)
    return found


def _number(value: str) -> Value:
    return int(value) if value.lstrip("-").isdigit() else value


_LONG = {"june", "july", "may"}
LEXICON = _entries()
# "May" and "March" are verbs too, and mean months only in the company of other words.
for _word in ("may", "march"):
    LEXICON[_word] = ("MONTHVERB", MONTH_NUMBERS[_word])
# Short weekday names mean days only with a dot or beside a date.
WEEKDAY_SHORT = {
    short: number
    for number, shorts in enumerate(
        ("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun")
    )
    for short in shorts.split()
}
# Words of time that are names only when capitalised.
CAPITAL_KINDS = frozenset({"MONTHNAME", "MONTHABBR", "MONTHVERB", "WEEKDAY", "WEEKDAYS"})
