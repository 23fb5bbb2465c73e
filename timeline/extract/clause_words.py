"""Words that open, join and break clauses, and those that report what is said."""

from timeline.extract.verbs import forms
from timeline.extract.words import word_set


def all_forms(bases: str) -> frozenset[str]:
    """Every inflected form of a blank-separated list of verbs, in both spellings of -ise."""
    found: set[str] = set()
    for base in bases.split():
        found.update(forms(base))
        if base.endswith("ise"):
            found.update(forms(base[:-3] + "ize"))
    return frozenset(found)


SAYING = all_forms(
    "say tell add state note claim write tweet declare warn report announce confirm acknowledge "
    "reply insist stress recall testify"
) - word_set("state states note notes report reports claim claims")
OPENS_RELATIVE = word_set("who which whose whom where")
OPENS_BEFORE_OR_AFTER = word_set("after before since until till following")
OPENS_SAME_TIME = word_set("when as while")
OPENS_SIDE = word_set("because although though if unless whereas once whether")
OPENERS = OPENS_RELATIVE | OPENS_BEFORE_OR_AFTER | OPENS_SAME_TIME | OPENS_SIDE
AND_OR = word_set("and or but nor then")
CLAUSE_BREAKS = frozenset(';:“”"—–')
