"""Actors in a text: who is named, what a name means there, and what part each takes."""

from timeline.extract.actors.gazetteer import Gazetteer, build_gazetteer, country_names
from timeline.extract.actors.mentions import find_mentions, find_names
from timeline.extract.actors.references import Reference, resolve_references
from timeline.extract.actors.roles import assign_roles
from timeline.extract.actors.suggest import SuggestedActor, suggest_actors

__all__ = [
    "Gazetteer",
    "Reference",
    "SuggestedActor",
    "assign_roles",
    "build_gazetteer",
    "country_names",
    "find_mentions",
    "find_names",
    "resolve_references",
    "suggest_actors",
]
