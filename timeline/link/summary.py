"""What an event is called, when it was and what kind it is, worked out from its claims."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline import edtf
from timeline.edtf import Edtf
from timeline.link.conflicts import date_groups
from timeline.link.records import ClaimRecord
from timeline.vocabulary import EventType, Standing

TITLE_LENGTH = 140
_LEAD = re.compile(
    r"^(?:(?:let us tell you|note|remember) that |(?:and|but|however|meanwhile|also|so|then),? )",
    re.IGNORECASE,
)
# A line cannot end here: what was said, or of what, is still to come.
_HANGING = re.compile(
    r"\b(?:said|says|told|added|adds|announced|declared|wrote|warned|confirmed|denied|that|the|a|an"
    r"|of|in|on|at|to|and|or|by|with|for|from|\d+|one|two|three|last|next|this)$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:he|she|it|they|this|that|these|those|its|their|his|her|we|i|you|both)\b", re.IGNORECASE
)
_CUT = re.compile(
    r",? (?:(?:[\w-]{1,12} ){0,2}(?:minutes|hours|days|weeks|months|years) (?=after|before))?"
    r"(?:as|while|after|before|because|although|though|which|who|since|saying|adding|citing|"
    r"blaming|according to|in order to|amid|following|despite) |[;:—–] | - "
)


@dataclass(frozen=True, slots=True)
class EventDate:
    """`main` is the claim whose words gave the date, None when no claim is dated."""

    value: Edtf | None
    main: ClaimRecord | None
    reason: str


def event_date(claims: Sequence[ClaimRecord]) -> EventDate:
    """The date the claims agree on; when they disagree, the set of what they say."""
    groups = date_groups(claims)
    if not groups:
        partial = next((c for c in claims if c.date is not None), None)
        value = partial.date if partial else None
        return EventDate(value, partial, "no claim gives a whole date")
    main = min(groups[0][1], key=lambda claim: (claim.date != groups[0][0],))
    if len(groups) == 1:
        return EventDate(groups[0][0], main, "")
    values = [value for value, _ in groups]
    words = "; ".join(f"{value.phrase()} in {_count(members)}" for value, members in groups)
    try:
        value = edtf.one_of(values)
    except edtf.EdtfError:  # too many to be written one by one
        value = _span(values)
    return EventDate(value, main, f"sources disagree: {words}")


def _span(values: Sequence[Edtf]) -> Edtf:
    """From the first day to the last; an end that one of them leaves open is open."""
    firsts = [value.earliest for value in values if value.earliest]
    lasts = [value.latest for value in values if value.latest]
    return edtf.interval(
        min(firsts) if len(firsts) == len(values) else None,
        max(lasts) if len(lasts) == len(values) else None,
    )


def event_type(claims: Sequence[ClaimRecord]) -> EventType | None:
    """The type most claims have, the first one when they tie; a headline's in default of others."""
    typed = [claim for claim in claims if claim.type]
    counted = Counter(claim.type for claim in typed if not claim.heading)
    counted = counted or Counter(claim.type for claim in typed)
    return counted.most_common(1)[0][0] if counted else None


def event_title(claims: Sequence[ClaimRecord]) -> str:
    """The shortest telling statement, cut at a clause boundary. Words of the text only."""
    return shorten(min(claims, key=_title_rank).text) if claims else ""


def _title_rank(claim: ClaimRecord) -> tuple[bool, bool, bool, bool, bool, int]:
    """Sentences before headlines, reported before planned or denied, names before pronouns."""
    told = claim.standing in (Standing.REPORTED, Standing.CONFIRMED)
    size = len(claim.text)
    exact = claim.date is not None and claim.date.is_exact
    return (
        claim.heading,
        not told,
        bool(_PRONOUN.match(claim.text)),
        not exact,
        not 40 <= size <= 180,
        size,
    )


def shorten(text: str) -> str:
    """At most TITLE_LENGTH characters of a statement, without a final stop."""
    line = _LEAD.sub("", " ".join(text.split())).strip(" “”\"'‘’.,;:")
    if len(line) > TITLE_LENGTH:
        ends = (m.start() for m in _CUT.finditer(line))
        cuts = [at for at in ends if 45 <= at <= TITLE_LENGTH and not _HANGING.search(line[:at])]
        line = line[: cuts[-1]] if cuts else line[:TITLE_LENGTH].rsplit(" ", 1)[0] + "…"
    line = _balance(line)
    return line[:1].upper() + line[1:]


def _balance(line: str) -> str:
    """Drop quotation marks whose partner was cut away."""
    for opening, closing in (("“", "”"), ("(", ")")):
        if line.count(opening) != line.count(closing):
            line = line.replace(opening, "").replace(closing, "")
    return line.replace('"', "") if line.count('"') % 2 else line


def _count(members: Sequence[ClaimRecord]) -> str:
    articles = len({claim.article for claim in members})
    return f"{articles} article{'' if articles == 1 else 's'}"
