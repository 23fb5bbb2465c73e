"""Article text out of a scraped page: runs of four words, as the article extraction benchmark.

Precision and recall are means over the pages, F1 their harmonic mean.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import mean
from typing import Any

from timeline.evaluate.measures import harmonic

_WORD = re.compile(r"\w+")
_RUN = 4


def score(documents: Sequence[tuple[str, str]]) -> dict[str, float]:
    """`documents`: (the article as a person marked it, the article as found)."""
    precisions, recalls = [], []
    for gold, found in documents:
        want, got = _runs(gold), _runs(found)
        right = (want & got).total()
        if got:
            precisions.append(right / got.total())
        if want:
            recalls.append(right / want.total())
    precision = mean(precisions) if precisions else 0.0
    recall = mean(recalls) if recalls else 0.0
    return {"precision": precision, "recall": recall, "F1": harmonic(precision, recall)}


def marked(gold: Mapping[str, Any]) -> str:
    """Gold `body` is the article's text, or the spans of the page that are the article."""
    body = gold["body"]
    if isinstance(body, str):
        return body
    return "\n".join(gold["text"][start:end] for start, end in body)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)))
