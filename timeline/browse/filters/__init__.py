"""The filter of a timeline: one value, read from the address, that everything else asks."""

from timeline.browse.filters.fields import FIELDS, PLACE, narrow, read_filter, write_query
from timeline.browse.filters.names import Names, look_up
from timeline.browse.filters.value import ARTICLE_ITSELF, Filter, Problem
from timeline.browse.filters.words import EVIDENCE_LABEL, Chip, chips, heading, joined

__all__ = [
    "ARTICLE_ITSELF",
    "EVIDENCE_LABEL",
    "FIELDS",
    "PLACE",
    "Chip",
    "Filter",
    "Names",
    "Problem",
    "chips",
    "heading",
    "joined",
    "look_up",
    "narrow",
    "read_filter",
    "write_query",
]
