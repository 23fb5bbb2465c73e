"""The filter of a timeline: one value, read from the address, that everything else asks."""

from timeline.browse.filters.fields import FIELDS, PLACE, stored_types
from timeline.browse.filters.names import Names, look_up
from timeline.browse.filters.narrow import chooses_claims, narrow, narrow_claims
from timeline.browse.filters.phrases import EVIDENCE_LABEL, joined, kind_label
from timeline.browse.filters.query_string import read_filter, write_query, written
from timeline.browse.filters.sides import Sides, read_sides, write_sides
from timeline.browse.filters.value import ARTICLE_ITSELF, UNDECIDED, Filter, Problem
from timeline.browse.filters.words import Chip, chips, heading

__all__ = [
    "ARTICLE_ITSELF",
    "EVIDENCE_LABEL",
    "FIELDS",
    "PLACE",
    "UNDECIDED",
    "Chip",
    "Filter",
    "Names",
    "Problem",
    "Sides",
    "chips",
    "chooses_claims",
    "heading",
    "joined",
    "kind_label",
    "look_up",
    "narrow",
    "narrow_claims",
    "read_filter",
    "read_sides",
    "stored_types",
    "write_query",
    "write_sides",
    "written",
]
