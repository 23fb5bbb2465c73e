"""What a page says of itself: title, writers, date, agency, language.

Dates within the article, in lists of other articles and in copyright notices are no statement
about the page: only the line that `find_parts` chose as date line counts, and the dateline.
"""

import re
from dataclasses import dataclass

from timeline.edtf import Edtf, try_parse
from timeline.extract.agencies import ANY_AGENCY, agency_called
from timeline.extract.body.lines import BLANK, SMALL_WORDS
from timeline.extract.body.masthead import DATE, MONTH
from timeline.extract.dates import read_date
from timeline.extract.dates.written import MONTH_NUMBERS
from timeline.records import PageParts, Span

_SITE = re.compile(r"\s{1,3}[|–—»·-]\s{1,3}[^|–—»·]{2,40}$")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_BETWEEN_NAMES = re.compile(r"\s{0,3}[,;&]\s{0,3}|\s{1,3}and\s{1,3}")
_OFFICE = re.compile(
    r"\s(?:(?:senior|chief|staff|deputy|political|diplomatic|foreign|special|business|science|world|"
    r"national|defen[cs]e|security|economics|news|digital|managing)\s){0,4}"
    r"(?:staff|writers?|reporters?|correspondents?|editors?|bureau|columnists?|contributors?)$",
    re.I,
)
_FIRST = re.compile(r"\b(?:first |originally )?(?:published|posted|released|issued)\b", re.I)
_CHANGED = re.compile(r"\b(?:updated?|modified|edited|revised)\b", re.I)
# "11/13/19": no page on the web is older than 1990, few are written so before 2000.
_SHORT_YEAR = re.compile(r"(\b\d{1,2}([-/.])\d{1,2}\2)(?=\d{2}$)")
_DAY_MONTH = re.compile(
    rf"\b(?:(?P<m1>{MONTH})\s{{1,2}}(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s{{1,2}}(?P<m2>{MONTH}))"
    r"(?!\w)",
    re.I,
)
_MONTH_LINE = re.compile(
    rf"^[ \t]{{0,4}}(?P<month>{MONTH})\s(?P<year>(?:19|20)\d\d)[ \t]{{0,4}}$", re.I | re.M
)
_LONGEST_HEAD = 600  # code points
_WORD = re.compile(r"[A-Za-z]+(?=[ ,.])|[^\W\d_]+")
_CREDIT = re.compile(rf"[(\[–—-]\s?({ANY_AGENCY})\s?[)\]]?\.?\Z")
_CREDIT_LINE = re.compile(
    rf"(?:source|via|agency|by|with inputs? from|inputs? from)?[\s:(–—-]{{0,4}}({ANY_AGENCY})"
    r"[\s).]{0,3}",
    re.I,
)
_MOST_WORDS = 2000
_ENGLISH_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Found:
    """A value the page states: where (code points), the words, and why they were believed."""

    span: Span
    text: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A publication date the page states; `edtf` may lack the year (`XXXX-09-06`)."""

    span: Span
    text: str
    edtf: Edtf
    reason: str


def find_title(text: str, parts: PageParts) -> Found | None:
    """The title line, its value without the site's name and invisible characters."""
    if parts.title is None:
        return None
    words = text[parts.title.start : parts.title.end]
    value = " ".join(_INVISIBLE.sub("", words).split())
    shorter = _SITE.sub("", value)
    if len(shorter.split()) >= 4:
        value = shorter
    return Found(parts.title, words, value, "the line above the article that reads like its title")


def find_bylines(text: str, parts: PageParts) -> tuple[str, ...]:
    """Names of the writers, in order, without agencies and offices ("staff writer")."""
    names: list[str] = []
    for span in parts.bylines:
        for part in _BETWEEN_NAMES.split(text[span.start : span.end]):
            name = " ".join(part.strip(" .|@-–—").split())
            # "Herald Staff" is whom the page names; "Ann Lee Staff" is Ann Lee.
            shorter = _OFFICE.sub("", name)
            name = shorter if " " in shorter else name
            if not name or agency_called(name) or len(name) > 60 or _OFFICE.fullmatch(" " + name):
                continue
            name = name.title() if name.isupper() and len(name) > 4 else name
            name = _once(name)
            if name not in names:
                names.append(name)
    # Beside a person's whole name a single word is what is left of "Herald staff".
    whole = [name for name in names if " " in name]
    return tuple(whole or names)


def _once(name: str) -> str:
    """ "Ann Lee Ann Lee", picture text and link text of one writer, is "Ann Lee"."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else name


def page_date(text: str, parts: PageParts) -> StatedDate | None:
    """The publication date in the page's date line; of several the first publication."""
    if parts.date_line is None:
        return _issue_month(text, parts)
    line = text[parts.date_line.start : parts.date_line.end]
    best: tuple[int, StatedDate] | None = None
    label_from = 0
    for match in DATE.finditer(line):
        edtf = read_date(_SHORT_YEAR.sub(r"\g<1>20", match.group()))
        label = line[label_from : match.start()]
        label_from = match.end()
        if edtf is None:
            continue
        rank = 0 if _FIRST.search(label) else 2 if _CHANGED.search(label) else 1
        span = Span(parts.date_line.start + match.start(), parts.date_line.start + match.end())
        reason = f'the page\'s date line "{_shortened(line)}" gives {edtf.phrase()}'
        stated = StatedDate(span, match.group(), edtf, reason)
        if best is None or rank < best[0]:
            best = rank, stated
    return best[1] if best else None


def _issue_month(text: str, parts: PageParts) -> StatedDate | None:
    """The month on a line of its own between title and article, as quarterlies print it."""
    if parts.title is None or not parts.body:
        return None
    first = max(parts.title.end, parts.body[0].start - _LONGEST_HEAD)
    match = _MONTH_LINE.search(text, first, parts.body[0].start)
    month = MONTH_NUMBERS.get(match["month"].rstrip(".").lower()) if match else None
    edtf = try_parse(f"{match['year']}-{month:02d}") if match and month else None
    if match is None or edtf is None:
        return None
    words = match.group().strip()
    reason = f'the page\'s line "{words}" gives {edtf.phrase()}'
    return StatedDate(Span(match.start("month"), match.end("year")), words, edtf, reason)


def dateline_date(text: str, parts: PageParts) -> StatedDate | None:
    """The date in the dateline: "GENEVA, Sept 6 (Reuters) -" gives `XXXX-09-06`."""
    if parts.dateline is None:
        return None
    start, end = parts.dateline
    line = text[start:end]
    match = DATE.search(line)
    edtf = read_date(match.group()) if match else None
    if edtf is None:
        match = _DAY_MONTH.search(line)
        edtf = _without_year(match) if match else None
    if edtf is None or match is None:
        return None
    span = Span(start + match.start(), start + match.end())
    reason = f'the dateline "{_shortened(line)}" gives {edtf.phrase()}'
    return StatedDate(span, match.group(), edtf, reason)


def _without_year(match: re.Match[str]) -> Edtf | None:
    month = (match.group("m1") or match.group("m2")).rstrip(".").lower()
    day = int(match.group("d1") or match.group("d2"))
    number = MONTH_NUMBERS.get(month)
    return try_parse(f"XXXX-{number:02d}-{day:02d}") if number else None


def source_credit(text: str, parts: PageParts) -> Found | None:
    """The agency an article is credited to: in the dateline, at its end, or in the byline."""
    if parts.dateline is not None:
        start, end = parts.dateline
        match = re.search(r"\(([^()]{2,40})\)", text[start:end])
        agency = match and agency_called(re.split(r"[,/]", match.group(1))[0])
        if match and agency:
            span = Span(start + match.start(1), start + match.end(1))
            words = match.group(1)
            return Found(span, words, agency, f'the dateline names the agency: "{match.group()}"')
    for span in (*parts.credits, *parts.bylines):
        words = text[span.start : span.end]
        match = _CREDIT_LINE.fullmatch(words) or _CREDIT.search(words)
        agency = match and agency_called(match.group(1))
        if match and agency:
            where = Span(span.start + match.start(1), span.start + match.end(1))
            return Found(where, match.group(1), agency, f'credited to an agency: "{words[-60:]}"')
    return None


def guess_language(text: str) -> str | None:
    """`en` when a quarter of the words are small English words, else None: not known."""
    words = list(map(str.lower, _WORD.findall(text[: _MOST_WORDS * 8])[:_MOST_WORDS]))
    if not words:
        return None
    small = sum(map(SMALL_WORDS.__contains__, words))
    telling = {"the", "of", "and", "to", "is", "was", "that"} & set(words)
    return "en" if small >= _ENGLISH_SHARE * len(words) and telling else None


def _shortened(line: str) -> str:
    line = " ".join(line.strip(BLANK).split())
    return line if len(line) <= 80 else line[:79] + "…"
