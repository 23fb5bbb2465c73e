"""Words that mean one thing in the news, for comparing statements."""

import csv
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def load_concepts() -> dict[str, tuple[str, ...]]:
    """Concept to its words and phrases (lower case). Raises ValueError on a malformed row."""
    concepts: dict[str, tuple[str, ...]] = {}
    source = resources.files("timeline.knowledge").joinpath("concepts.csv")
    for line, row in enumerate(csv.DictReader(source.read_text("utf-8").splitlines()), start=2):
        concept, words = row["concept"].strip(), row["words"]
        if not concept.isalpha() or concept in concepts or not words:
            raise ValueError(f"concepts.csv line {line}: concept missing, repeated or no word")
        concepts[concept] = tuple(word.strip() for word in words.split("|"))
    return concepts
