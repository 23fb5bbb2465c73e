"""Why a claim stands with its event, in words for a reader. The linker keeps its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from timeline.browse.dates_shown import short_phrase
from timeline.browse.filters import joined

_JUDGED = re.compile(r"(?P<verdict>same|unsure|new) \((?P<score>-?\d{1,3}\.\d\d)\): (?P<parts>.*)")
_ALIKE = re.compile(r"alike (?P<score>\d{1,3}\.\d\d): ")
_AGREE = re.compile(r"dates agree \((?P<one>\S+) and (?P<two>\S+)\)")
_APART = re.compile(r"dates (?P<days>\d{1,6}) days apart \((?P<one>\S+) and (?P<two>\S+)\)")
_MONTHS = re.compile(r"other months \((?P<one>\S+) and (?P<two>\S+)\)")
_MEAN = re.compile(r"(?P<score>-?\d{1,3}\.\d\d) with all (?P<n>\d{1,9}) claims of the event")
_MEAN_OF = re.compile(r"(?P<score>-?\d{1,3}\.\d\d) with (?P<n>\d{1,9}) of the event's claims")
_POINT = re.compile(r"both tell the point of one story \(\d{1,3}\.\d\d\)")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_PLAIN = {
    "same type": "both are of the same kind",
    "other type": "though of another kind",
    "no date to compare": "not both are dated",
}


@dataclass(frozen=True, slots=True)
class WhyHere:
    """`words` for everybody; `score` how alike they were found, "" when a person decided."""

    words: str
    score: str = ""


def why_here(reason: str, text: str, names: Mapping[str, str]) -> WhyHere:
    """`reason` as the linker wrote it, or a curator's own words, which stay as they are.

    `text` is the claim's: the linker compares stems, and "histor" reads better as the word
    it stands for. `names`: actors by key.
    """
    judged = _JUDGED.fullmatch(reason)
    if judged is None:
        return WhyHere(reason)
    scores = [f"likeness {judged['score']}"]
    parts = []
    for part in judged["parts"].split("; "):
        if alike := _ALIKE.match(part):
            scores.append(f"{alike['score']} by words and names alone")
            part = part[alike.end() :]
        if mean := _MEAN.fullmatch(part):
            scores.append(f"{mean['score']} beside all {mean['n']} claims")
            continue
        if mean := _MEAN_OF.fullmatch(part):
            scores.append(f"{mean['score']} beside {mean['n']} of its claims")
            continue
        if words := _in_words(part, text, names):
            parts.append(words)
    return WhyHere("Taken for the same event: " + "; ".join(parts), ", ".join(scores))


def _in_words(part: str, text: str, names: Mapping[str, str]) -> str:
    if part.startswith("both speak of "):
        stems = part.removeprefix("both speak of ").split(", ")
        return "" if stems == ["nothing"] else f"shared words {_quoted(stems, text)}"
    if part.startswith("both name "):
        keys = part.removeprefix("both name ").split(", ")
        return "" if keys == ["nobody"] else f"both name {joined(_name(k, names) for k in keys)}"
    if agree := _AGREE.fullmatch(part):
        one, two = _date(agree["one"]), _date(agree["two"])
        return f"both give {one}" if one == two else f"the dates {one} and {two} agree"
    if apart := _APART.fullmatch(part):
        days = "a day" if apart["days"] == "1" else f"{apart['days']} days"
        dates = f"{_date(apart['one'])} and {_date(apart['two'])}"
        return f"though their dates, {dates}, are {days} apart"
    if months := _MONTHS.fullmatch(part):
        return f"though one gives {_date(months['one'])} and the other {_date(months['two'])}"
    if _POINT.fullmatch(part):
        return "both open their articles, which tell one story"
    return _PLAIN.get(part, part)


def _quoted(stems: list[str], text: str) -> str:
    words = _WORD.findall(text)
    full = (next((w for w in words if w.casefold().startswith(s)), s) for s in stems)
    return joined(f"“{word}”" for word in dict.fromkeys(full))


def _name(key: str, names: Mapping[str, str]) -> str:
    return names.get(key) or key.replace("-", " ").title()


def _date(value: str) -> str:
    return short_phrase(value) or value
