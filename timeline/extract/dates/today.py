"""Days and their parts told from the day of publication: "yesterday", "last night", "tonight".

Must not fire: "USA Today", "This Morning" as a programme.
"""

from functools import partial

from timeline.extract.dates.grammar import Found, Rule, rule
from timeline.extract.dates.meaning import Meaning
from timeline.extract.dates.steps import step
from timeline.extract.dates.within import part_mod
from timeline.vocabulary import TimeType


def _today(found: Found) -> Meaning | None:
    token = found.first("d")
    if token is None or not isinstance(token.value, int):
        return None
    before = found.before()
    if token.text[0].isupper() and before is not None and before.kind == "CAP":
        return None  # "USA Today"
    part = found.first("daypart")
    code = f"T{part.value}" if part is not None else ""
    if token.kind == "TONIGHT":
        code = "TNI"
    count = token.value
    if found.has("beyond"):
        count += 1 if count > 0 else -1
    return Meaning(
        TimeType.TIME if code else TimeType.DATE,
        "XXXX-XX-XX" + code,
        resolve=partial(step, "day", count, code),
        mod=part_mod(found),
        from_today=True,
        rule="day told from today",
    )


def _part_of_today(found: Found) -> Meaning | None:
    part = found.first("daypart")
    if part is None:
        return None
    first = found.tokens[found.match.start()]
    if first.text[0].isupper() and part.text[0].isupper() and not part.text.isupper():
        return None  # the title of a programme: "This Morning"
    count = -1 if found.has("last") else 0
    return Meaning(
        TimeType.TIME,
        f"XXXX-XX-XXT{part.value}",
        resolve=partial(step, "day", count, f"T{part.value}"),
        follows=found.has("that"),
        mod=part_mod(found),
        rule="part of a day",
    )


RULES: tuple[Rule, ...] = (
    rule(
        "(?P<part>EARLY|LATE|EARLIER|LATER|MID HYPHEN?)? (?P<d>TODAY|TONIGHT) "
        "(?P<daypart>DAYPART)?",
        "TODAY TONIGHT",
        _today,
    ),
    rule("(?P<beyond>THE DAY (?:BEFORE|AFTER)) (?P<d>TODAY)", "TODAY", _today),
    rule(
        "(?P<part>EARLY|LATE|EARLIER|LATER)? (?:THIS|(?P<last>LAST)|(?P<that>THAT|THE SAME)) "
        "(?P<daypart>DAYPART)",
        "DAYPART",
        _part_of_today,
    ),
)
