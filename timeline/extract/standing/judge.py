"""How a claim stands according to whoever makes it.

The order of decision: what is called untrue (denied), what cannot be checked (alleged),
what is owned to (confirmed), what somebody asserts against doubt (alleged), what analysts
or a verb of foreseeing tell (opinion), then the tense and mood of the main verb (planned,
opinion), then words of judgement. What is left is reported.
"""

from timeline.extract.standing.admission import confirmed
from timeline.extract.standing.denial import denied
from timeline.extract.standing.doubt import alleged, unverified
from timeline.extract.standing.judgement import foreseen, in_view, judged, of_judges
from timeline.extract.standing.mood import by_mood
from timeline.extract.standing.said import said_of
from timeline.records import Attribution, Span
from timeline.vocabulary import Standing

_RULES = (denied, unverified, confirmed, alleged, of_judges, foreseen, in_view, by_mood, judged)


def judge_standing(
    text: str, claim: Span, statement: Span, attribution: Attribution | None
) -> tuple[Standing, str]:
    """The standing of a claim and the words that decided it ("planned: “is preparing to buy”").

    `claim` and `statement` are offsets into `text`, the statement inside the claim;
    `attribution` is the one that governs the claim.
    """
    said = said_of(text, claim, statement, attribution)
    for rule in _RULES:
        decided = rule(said)
        if decided:
            return decided
    return Standing.REPORTED, "reported: no sign of plan, doubt, denial or opinion"
