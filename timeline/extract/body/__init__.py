"""Article body against page chrome in plain-text scrapes.

`find_parts` is the one entrance.
"""

from timeline.extract.body.parts import find_parts

__all__ = ["find_parts"]
