"""Article body against page chrome in plain-text scrapes.

`find_parts` tells the body, `beside_body` what belongs to it and is no body.
"""

from timeline.extract.body.beside import beside_body
from timeline.extract.body.parts import find_parts

__all__ = ["beside_body", "find_parts"]
