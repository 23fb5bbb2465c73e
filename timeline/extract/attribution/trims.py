"""Where the words for a source begin and end: brackets, appositions, lists, times behind it."""

from timeline.extract.attribution.page import Page
from timeline.extract.verbs import PREPOSITIONS, is_past
from timeline.extract.words import Words, word_set

PERIODS = word_set("week weekend month year summer spring autumn fall winter morning")
_LONGEST_ITEM = 3
NEAR = word_set("this last")


def describes(page: Page, start: int, end: int) -> bool:
    """ "The rifle, described as new, ...": one noun and a comma before a participle."""
    low = page.words.low
    if low[end - 1] != "," or end >= len(low) or not is_past(low[end]):
        return False
    aside = any(low[i] in {",", "—", "–", "―", "(", ")"} for i in range(start, end - 1))
    return not aside and low[end] not in {"said", "told", "wrote"}


def before_time(words: Words, start: int, last: int) -> int:
    """Last token of "the court this month" and "the two almost" without what is no name."""
    if last - start >= 2 and words.low[last] in PERIODS and words.low[last - 1] in NEAR:
        last -= 2
    return last - 1 if last > start and words.low[last] in {"almost", "nearly"} else last


def before_bracket(page: Page, first: int, last: int) -> int:
    """Last token of "Ana Ruiz (Lima)" or "Ana Ruiz, (Lima)," without the bracket."""
    low = page.words.low
    at = last - 1 if last > first and low[last] == "," else last
    if at < first or low[at] != ")":
        return last
    opened = next((i for i in range(at, max(first, at - 9), -1) if low[i] == "("), None)
    if opened is None or opened <= first:
        return last
    return opened - 2 if low[opened - 1] == "," and opened - 2 >= first else opened - 1


def before_apposition(page: Page, first: int, start: int) -> int:
    """ "Ana Ruiz, a member of the board told": the name before an apposition left open."""
    words = page.words
    name = start - 2
    if name < first or words.low[start] not in {"a", "an"} or words.low[start - 1] != ",":
        return start
    name = before_bracket(page, first, name)
    last = name
    while name > first and words.capital(name - 1) and words.is_word(name - 1):
        name -= 1
    whole = (
        name >= first
        and words.capital(name)
        and last > name
        and words.low[name] not in PREPOSITIONS
    )
    return name if whole and name == first else start


def whole_list(page: Page, first: int, start: int, last: int) -> int:
    """ "Russia, China, Cuba and Turkey": back over the names before the last two."""
    words = page.words
    if "and" not in words.low[start + 1 : last]:
        return start
    if not words.capital(start):
        return _whole_plain_list(page, first, start)
    at = start
    while at - 2 >= first and words.low[at - 1] == "," and words.capital(at - 2):
        name = at - 2
        while name > first and words.capital(name - 1) and words.is_word(name - 1):
            name -= 1
        if name > first and words.low[name - 1] not in {",", "the", "and"}:
            return start
        at = name
    return at


def _whole_plain_list(page: Page, first: int, start: int) -> int:
    """ "Refugees, aid workers and officials": with the one item that opens the sentence."""
    words = page.words
    opens = first == 0 or words.low[first - 1] in {".", "!", "?", "”", '"'}
    short = 2 <= start - first <= _LONGEST_ITEM + 1 and words.low[start - 1] == ","
    if not opens or not short or not words.low[start - 2].endswith("s"):
        return start
    plain = all(words.is_word(i) and not page.finite(i) for i in range(first, start - 1))
    return first if plain and words.low[first] not in PREPOSITIONS else start
