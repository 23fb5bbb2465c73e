"""The standing of a sentence, with who says it found by the attribution rules."""

from timeline.extract.attribution import attribution_for, find_attributions
from timeline.extract.standing import judge_standing
from timeline.extract.statement import stand_alone
from timeline.records import Span
from timeline.vocabulary import Standing


def judged(sentence: str, whole: bool = False) -> tuple[Standing, str]:
    """`whole`: as if the statement kept the words of saying."""
    claim = Span(0, len(sentence))
    attribution, content = attribution_for(claim, find_attributions(sentence, [claim], ()))
    statement = claim if whole else stand_alone(sentence, claim, content)
    return judge_standing(sentence, claim, statement, attribution)
