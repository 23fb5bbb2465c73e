"""Lines above an article that say who wrote it and when: bylines and date lines."""

import re

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
# A date with its year, in the orders that pages use.
DATE = re.compile(
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{{1,2}}(?:the )?)?"
    r"(?:"
    rf"\b{MONTH}\s{{1,2}}{_ORDINAL},?\s{{1,2}}(?:19|20)\d{{2}}|"
    rf"\b{_ORDINAL}[ -]{{1,2}}(?:of )?{MONTH}[ ,-]{{1,2}}(?:19|20)\d{{2}}|"
    r"\b(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|"
    r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:(?:19|20)\d{2}|\d{2})(?!\d)"
    r")",
    re.I,
)
_TIME = re.compile(
    r"(?:\bT)?\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d{1,6})?\s?(?:[ap]\.?m\.?\b)?|"
    r"\b\d{1,2}\s?[ap]\.?m\.?(?!\w)|[+-]\d{2}:?\d{2}\b",
    re.I,
)
_LABEL = re.compile(
    r"\b(?:first|last|originally|initially|date|time|published?|pub|posted|updated?|modified|"
    r"created|issued|released|added|edited|reported|uploaded|filed|revised|on|at|by|in|the|of|"
    r"and|from|gmt|utc|est|edt|et|pst|pdt|pt|cst|cdt|mst|mdt|bst|cet|cest|eet|msk|ist|pkt|hst|"
    r"hkt|sgt|jst|kst|aest|aedt|wat|eat|wib|local|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|"
    r"sat(?:ur)?|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|news|staff|"
    r"print|share|comments?|min(?:ute)?s?|read|views?|hours?|days?|ago)\b",
    re.I,
)
_DIGIT = re.compile(r"\d")
_AGO = re.compile(
    r"(?:(?:published|posted|updated):?\s)?(?:\d{1,3}|an?)\s(?:second|minute|min|hour|hr|day|week|"
    r"month|year)s?\sago\b.{0,30}",
    re.I,
)
_LABELLED = re.compile(
    r"(?:first |last |originally )?(?:published|posted|updated|modified|date|issued|released)\b"
    r"\s?(?:on|at|:|date:)?",
    re.I,
)
_NAME = (
    r"[A-Z][\w.'’-]{0,30}(?:\s{1,2}(?:[A-Z][\w.'’-]{0,30}|(?:de|da|del|van|von|der|den|bin|ben|al|"
    r"el|la|le|di|du|dos|ter)\b)){0,4}"
)
_BY = re.compile(
    r"(?:(?:written|posted|reported|published|compiled|edited|story|words|report|text|analysis|"
    r"opinion|author|reporter|authored|created|submitted)\s?(?:by:?|:)|by:?)\s{1,3}(?=\S)",
    re.I,
)
_NAMES = re.compile(
    rf"{_NAME}(?:(?:\s?,\s{{0,2}}|\s{{1,2}}and\s{{1,2}}|\s{{0,2}}[&;]\s{{0,2}}){_NAME}){{0,7}}"
)
PERSON = r"[A-Z][a-z'’-]{1,20}(?:\s[A-Z][\w.'’-]{0,20}){1,2}"
_PERSONS = re.compile(rf"{PERSON}(?:,\s{PERSON}){{0,4}},?\s(?:and|&)\s{PERSON}")
# Buttons and headings look like names of two words.
_NOT_A_PERSON = re.compile(
    r"(?i:image|photo|video|share|read|print|enlarge|view|news|world|home|more|latest|watch|"
    r"follow|sign|log|search|menu|posted|published|updated|the|by|in|on|at|staff|report|story|"
    r"breaking|top|local|live|opinion|sports?|business|politics|health|science|tech)\b"
)
_LONE_NAME = re.compile(r"[A-Z][a-z.'’-]{0,20}(?:\s[A-Z][\w.'’-]{0,20}){1,3}(?:\s?[@|,/].{0,60})?")
_NO_NAME = re.compile(
    r"\s(?:(?i:on|at|published|updated|posted|last|modified)\b|"
    rf"(?i:{MONTH})\s\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[a-z]{{0,5}}day)?,?\s)"
)
_MOST_WORDS = 22


def is_date_line(line: str, words: int) -> bool:
    """The line says when the page was published and hardly anything else."""
    # "— Ann Lee (@annlee) 6 September 2022" signs a quoted post.
    if words > _MOST_WORDS or len(line) > 250 or "(@" in line:
        return False
    if _AGO.fullmatch(line):
        return True
    if not _DIGIT.search(line):
        return False
    rest, dates = DATE.subn(" ", line)
    if not dates:
        return False
    # A date first, then fields between bars.
    if DATE.match(line) and "|" in rest and not line.endswith((".", "?", "!")):
        return True
    rest = _LABEL.sub(" ", _TIME.sub(" ", rest))
    names = re.findall(r"[^\W\d_][\w'’.-]*", rest)
    if _LABELLED.match(line) or _BY.match(line):
        return len(names) <= 10
    # A sentence that mentions a date has lower-case words besides labels and names, be it
    # only a verb: "Russia invaded Ukraine on 24 February 2022."
    lower = sum(1 for name in names if name[0].islower())
    return len(names) <= 6 and lower <= (0 if line.endswith((".", "?", "!")) else 1)


def byline_names(line: str, words: int) -> tuple[int, int] | None:
    """Where in the line the writers' names stand ("By Ann Lee and Bo Ek"), or None."""
    if words > _MOST_WORDS or len(line) > 250:
        return None
    by = _BY.match(line)
    if not by:
        return None
    names = _NAMES.match(line, by.end())
    if not names:
        # A user name in small letters counts on a line of its own.
        lone = re.fullmatch(r"[\w.-]{2,30}", line[by.end() :])
        return (by.end(), len(line)) if lone and by.group().lower() != "by " else None
    # "By Monday the army had left the town." is no byline.
    rest = DATE.sub(" ", line[names.end() :])
    rest = _LABEL.sub(" ", _TIME.sub(" ", rest))
    lower = re.findall(r"(?<![\w@.])[a-z]{2,}", rest)
    if len(lower) > 3 or (line.rstrip().endswith((".", "?", "!")) and lower):
        return None
    return by.end(), _without_outlet(line, by.end(), names.end())


def _without_outlet(line: str, start: int, end: int) -> int:
    """The end of the names, before a label or month the pattern took for a name ("On", "May")."""
    match = _NO_NAME.search(line, start + 2)
    return min(match.start(), end) if match else end


def are_names(line: str) -> bool:
    """Two or more persons and nothing else: "Ann Lee and Bo Ek"."""
    return len(line) <= 120 and bool(_PERSONS.fullmatch(line))


def is_lone_name(line: str) -> bool:
    """A line that may be nothing but a person's name, with a handle or an outlet behind."""
    if len(line) > 80 or not _LONE_NAME.fullmatch(line):
        return False
    return not any(_NOT_A_PERSON.match(word) for word in re.split(r"[@|,/]", line)[0].split())
