"""Attribution: who says what in a text, and which attribution a claim stands under."""

from timeline.extract.attribution.find import find_attributions
from timeline.extract.attribution.govern import attribution_for

__all__ = ["attribution_for", "find_attributions"]
