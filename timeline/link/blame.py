"""Where the claims about one event disagree on who did it, or on whether it is so.

Only what is said by somebody counts: two speakers who blame different sides, or one who
denies what others assert.
"""

from collections.abc import Sequence

from timeline.link.core import CORE
from timeline.link.records import ClaimRecord, ConflictRecord, ConflictValue, Named
from timeline.vocabulary import ConflictKind, EventType, Standing

_ASSERTED = frozenset({Standing.REPORTED, Standing.ALLEGED, Standing.CONFIRMED})
# Claims that share fewer words may be of different things.
_SHARED_WORDS = 2


def who_did_it(claims: Sequence[ClaimRecord]) -> list[ConflictRecord]:
    """Two speakers blame two sides, and one of the blamed is a speaker, or both accuse."""
    blaming = [
        c for c in claims if c.speaker and c.doers and c.standing in _ASSERTED | {Standing.OPINION}
    ]
    if not any(_blame_others(a, b) for i, a in enumerate(blaming) for b in blaming[i + 1 :]):
        return []
    sides: dict[str, list[ClaimRecord]] = {}
    for claim in blaming:
        sides.setdefault(claim.doers[0].side, []).append(claim)
    values = [
        ConflictValue(side, f"{members[0].doers[0].name}, says {_speakers(members)}", _ids(members))
        for side, members in sorted(sides.items(), key=lambda item: -len(_origins(item[1])))
    ]
    return [ConflictRecord(ConflictKind.ATTRIBUTION, "", tuple(values))]


def _blame_others(one: ClaimRecord, two: ClaimRecord) -> bool:
    if one.speaker is None or two.speaker is None or one.speaker.side == two.speaker.side:
        return False
    blamed, other = {d.side for d in one.doers}, {d.side for d in two.doers}
    if blamed & other:
        return False
    both_accuse = one.type == two.type == EventType.ACCUSE and _one_subject(one, two)
    return both_accuse or two.speaker.side in blamed or one.speaker.side in other


def denied(claims: Sequence[ClaimRecord]) -> list[ConflictRecord]:
    """Somebody denies what another asserts."""
    against = [c for c in claims if c.standing == Standing.DENIED and c.speaker and not c.heading]
    asserted = [
        c
        for c in claims
        if c.standing in _ASSERTED and not c.heading and any(_of_one_thing(c, d) for d in against)
    ]
    if not asserted:
        return []
    speakers = _speakers(asserted)
    said = f"said by {speakers}" if speakers else "reported"
    values = (
        ConflictValue("said", said, _ids(asserted)),
        ConflictValue("denied", f"denied by {_speakers(against)}", _ids(against)),
    )
    return [ConflictRecord(ConflictKind.DENIAL, "", values)]


def _of_one_thing(claim: ClaimRecord, denial: ClaimRecord) -> bool:
    if claim.speaker and denial.speaker and claim.speaker.side == denial.speaker.side:
        return False
    return _one_subject(claim, denial)


def _one_subject(one: ClaimRecord, two: ClaimRecord) -> bool:
    shared = one.terms & two.terms
    words = sum(not term.startswith(CORE) for term in shared)
    return words >= _SHARED_WORDS or (words > 0 and any(t.startswith(CORE) for t in shared))


def _speakers(claims: Sequence[ClaimRecord]) -> str:
    named: list[Named] = [claim.speaker for claim in claims if claim.speaker]
    return " and ".join(dict.fromkeys(speaker.name for speaker in named))


def _ids(claims: Sequence[ClaimRecord]) -> tuple[object, ...]:
    return tuple(dict.fromkeys(claim.id for claim in claims))


def _origins(claims: Sequence[ClaimRecord]) -> set[object]:
    return {claim.origin for claim in claims}
