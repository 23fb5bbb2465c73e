"""Makes the index of all events."""

from timeline.browse.index.arrays import Arrays, arrange
from timeline.browse.index.columns import read_columns
from timeline.browse.index.names import read_names


def build() -> Arrays:
    return arrange(read_columns(), read_names().parents)
