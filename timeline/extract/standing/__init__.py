"""Standing: how a claim stands according to whoever makes it."""

from timeline.extract.standing.judge import judge_standing

__all__ = ["judge_standing"]
