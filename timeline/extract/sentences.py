"""Sentences of an article, with exact offsets.

Boundaries come from the library sentencex, repaired where English news prose is hard for it:
it never ends a sentence within quotation marks, and it is unsure after "U.S.", ranks, months,
initials, dots in a row, and where a scrape lost the space after a full stop.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sentencex import get_sentence_boundaries

from timeline.records import Span

_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«(["
_STOP = re.compile(
    rf"(?P<stop>[.!?…]{{1,6}})(?P<close>[{re.escape(_CLOSERS)}“]{{0,3}})(?P<space>\s{{1,50}})"
    rf"(?=[{re.escape(_OPENERS)}]{{0,3}}(?P<next>\w))"
)
# "the minister said.The army": a lost space. Not "Booking.Com" or "U.S.The".
_LOST_SPACE = re.compile(
    r"(?P<stop>[.!?])(?:(?<=[a-z]{3}[.!?])|(?<=\d{3}[.!?])|(?<=\d%[.!?]))(?P<close>[\"”’]?)(?P<space>)"
    r"(?!(?:Com|Org|Net|Info|Tv|Io|Co|Ru|Uk|Ua)\b)(?=[“‘]?(?P<next>[A-Z])[a-z]{0,20}[\s,’])"
)
# "1. The first 2. The second": what introduces the items of a list within a line.
_ENUMERATOR = re.compile(
    r"(?:^|(?<=\s))(?P<item>(?:[•●▪⁃◦*-]\s{0,2})?[(]?(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))"
    r"(?P<form>[.)]{1,2}))\s(?=\S)"
)
_LAST_WORD = re.compile(r"[\w.’'&°-]{1,30}\Z")
_NEXT_WORD = re.compile(rf"[{re.escape(_OPENERS)}\s]{{0,53}}([\w’'-]{{1,30}})")
_INITIALS = re.compile(r"(?:[A-Za-z]\.){0,6}[A-Za-z]")

# Before a name, a number or a place: never the end of a sentence.
_LEADING = frozenset(
    "mr mrs ms mx dr prof gen col lt sgt maj capt cmdr cpl pvt adm brig sen sens rep reps gov rev"
    " hon fr messrs supt insp amb atty dist pres sec asst assoc maj-gen lt-gen lt-col st ste mt ft"
    " vs v cf ca approx rt fig figs vol pp ch art arts e.g i.e viz incl est".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_NUMBERED = frozenset("no nos n° nº p pp para sec art fig vol ch".split()) | _MONTHS
# Shortened, but a sentence may end with it: decided by the word that follows.
_TRAILING = frozenset(
    "inc corp ltd co cos bros plc llc jr sr etc al dept univ ave blvd rd bldg a.m p.m a.d b.c ph.d"
    " m.d b.a m.a ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss"
    " mo mont neb nev okla ore pa tenn tex va vt wash wis wyo mon tue tues wed thu thur thurs fri"
    " sat sun cie min sec hr hrs km kg lb lbs oz".split()
)
_CLOCK = frozenset({"a.m", "p.m"})
# "At 5 a.m. Mr. Smith left": a time before the subject ends nothing.
_OPENING_TIME = re.compile(
    r"(?:\A|[.!?][\"”’]?\s)(?:At|By|Around|About|From|Until|Before|After)\s"
    r"(?:about |around )?\d{1,2}(?:[:.]\d{2})?\s?\Z"
)
# A capitalised word of this kind begins a sentence; a name may go on after "U.S.".
_STARTERS = frozenset(
    "a after all also although among an and another any as at because before both but by despite"
    " during each earlier even every few for from further he her here his how however i if in"
    " including instead it its last later many meanwhile more moreover most much my nearly never"
    " no nobody none nor not nothing now of on once one only or other others our over per she"
    " since so some still such than that the their them then there these they this those though"
    " through thus to two under unlike until up we were what when where whether which while who"
    " why with within without yesterday yet you your mr mrs ms dr".split()
)
_LIBRARY_REACH = 2000
_SPEECH = re.compile(
    r"[\"'”’»]\s{1,3}(?:(?:[A-Z][\w.’'-]{0,30}|the|of|president|minister|spokes\w{3,6})\s{1,2}){1,6}"
    r"(?:said|says|asked|asks|told|wrote|writes|added|adds|tweeted|shouted|cried|replied|warned|"
    r"declared|exclaimed|wondered|chanted|posted)\b"
)


def split_sentences(text: str, body: Sequence[Span]) -> tuple[Span, ...]:
    """Sentences within each of the spans `body` of `text`, in order, none longer than a span.

    A closing quotation mark belongs to its sentence; outer white space to none.
    """
    sentences: list[Span] = []
    for span in body:
        piece = text[span.start : span.end]
        start = 0
        for end in (*_boundaries(piece), len(piece)):
            left, right = start, end
            while left < right and piece[left].isspace():
                left += 1
            while right > left and piece[right - 1].isspace():
                right -= 1
            if left < right:
                sentences.append(Span(span.start + left, span.start + right))
            start = end
    return tuple(sentences)


def _boundaries(piece: str) -> list[int]:
    """Offsets at which a new sentence starts, after white space, in order."""
    ours: dict[int, bool] = {}
    for pattern in (_STOP, _LOST_SPACE):
        for match in pattern.finditer(piece):
            ours[match.end()] = _ends(piece, match)
    theirs = [at for at in _library_boundaries(piece) if at not in ours and _may_end(piece, at)]
    ends = {*theirs, *(at for at, ends in ours.items() if ends)}
    for item, first_word in _items(piece):
        ends.add(item)
        ends.discard(first_word)
    # ". ...": dots of their own end the sentence before them.
    return [
        at
        for at, after in pairwise([*sorted(ends), len(piece)])
        if any(char.isalnum() for char in piece[at : min(after, at + _LIBRARY_REACH)])
    ]


def _items(piece: str) -> Iterator[tuple[int, int]]:
    """Where each item of a list within `piece` begins, and its first word.

    Only a piece that begins with the first item is a list; the items count on in one form.
    """
    expected, form = 0, ""
    if not _ENUMERATOR.match(piece):
        return
    for match in _ENUMERATOR.finditer(piece):
        number = int(match["number"] or 0) or ord(match["letter"] or "`") - ord("`")
        if not expected:
            form = match["form"]
        elif number != expected or match["form"] != form:
            continue
        expected = number + 1
        yield match.start(), match.end()


def _library_boundaries(piece: str) -> Iterator[int]:
    """Where the library ends sentences, asked in pieces: it is quadratic in quotation marks."""
    start = 0
    while start < len(piece):
        end = min(start + _LIBRARY_REACH, len(piece))
        if end < len(piece):
            line = piece.rfind("\n", start + _LIBRARY_REACH // 2, end)
            space = line if line > 0 else piece.rfind(" ", start + 1, end)
            end = space + 1 if space > 0 else end
        for found in get_sentence_boundaries("en", piece[start:end]):
            at = start + found["end_index"]
            if at < end:
                yield at
        start = end


def _ends(piece: str, match: re.Match[str]) -> bool:
    """Whether the stop found by `match` ends a sentence."""
    stop, close, follower = match.group("stop", "close", "next")
    if follower == "_" or (follower.islower() and not _is_brand(piece, match.end())):
        return False
    if "\n\n" in match.group("space"):
        return True
    if close and stop[-1] in "?!" and _SPEECH.match(piece, match.end("stop")):
        return False
    if stop != ".":
        return True
    word_match = _LAST_WORD.search(piece, max(0, match.start() - 30), match.start())
    if not word_match:
        return True
    if close:
        return True
    return _word_ends(piece, word_match, match.end(), follower)


def _is_brand(piece: str, at: int) -> bool:
    """ "iPhone", "eBay": begins a sentence with a small letter and a capital."""
    at += 1 if piece[at : at + 1] in _OPENERS else 0
    return piece[at + 1 : at + 2].isupper()


def _word_ends(piece: str, word_match: re.Match[str], at: int, follower: str) -> bool:
    word = word_match.group().lstrip("'’-&")
    low = word.lower()
    digit = follower.isdigit()
    if low in _LEADING and not (low in ("st", "ft", "est", "v", "art") and _starter(piece, at)):
        return False
    if low in _NUMBERED and digit:
        return False
    if low in _MONTHS:
        return word[0].isupper() and not digit
    if low in _TRAILING:
        if low not in _CLOCK and _ends_phrase(piece, at):
            return True
        if low in _CLOCK:
            return _starter(piece, at) and not _OPENING_TIME.search(
                piece, max(0, word_match.start() - 30), word_match.start()
            )
        return _starter(piece, at) if word[0].isupper() else True
    if _INITIALS.fullmatch(word) and (len(word) > 1 or _is_initial(piece, word_match)):
        return _starter(piece, at)
    # "1. The first point": a number that begins its paragraph.
    return not (word.isdigit() and len(word) <= 2 and not piece[: word_match.start()].strip("•⁃- "))


def _is_initial(piece: str, word_match: re.Match[str]) -> bool:
    """A single capital letter; "I" only after a name ("Albert I. Jones")."""
    if not word_match.group().isupper():
        return False
    before = piece[max(0, word_match.start() - 30) : word_match.start()].split()
    return word_match.group() != "I" or (bool(before) and before[-1][0].isupper())


def _starter(piece: str, at: int) -> bool:
    """The word at `at` is one that begins sentences rather than goes on with a name."""
    if piece[at : at + 1] in '"“‘«':
        return True
    word = _NEXT_WORD.match(piece, at)
    return bool(word) and word.group(1).lower() in _STARTERS  # type: ignore[union-attr]


def _ends_phrase(piece: str, at: int) -> bool:
    """A comma follows the next word: "... of Acme Inc. Carnival, which ..." """
    word = _NEXT_WORD.match(piece, at)
    return bool(word) and piece[word.end() : word.end() + 2] == ", "  # type: ignore[union-attr]


def _may_end(piece: str, at: int) -> bool:
    """A boundary only the library sees: kept when a stop is before it and no dash behind."""
    before = piece[max(0, at - 60) : at].rstrip().rstrip(_CLOSERS)
    after = piece[at : at + 60].lstrip()
    if "\n\n" in piece[max(0, at - 2) : at + 2]:
        return True
    if not before or before[-1] not in ".!?…。؟" or not after:
        return False
    return not (after[0].islower() or after[0] in "-–—,;:)")
