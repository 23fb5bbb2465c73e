"""Phrases that hold the name of an actor and mean something else ("Bank of America")."""

import csv
from functools import cache
from importlib import resources


@cache
def load_not_actors() -> tuple[str, ...]:
    """The phrases of not_actors.csv, as written there, each once."""
    source = resources.files(__package__).joinpath("not_actors.csv")
    with source.open(encoding="utf-8") as lines:
        return tuple(dict.fromkeys(row["phrase"] for row in csv.DictReader(lines)))
