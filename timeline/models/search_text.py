"""How text is folded for `Event.search_text` and for the searches in it."""

from timeline.folding import fold

__all__ = ["fold"]
