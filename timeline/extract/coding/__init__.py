"""Coding: the PLOVER type and mode of an event by the words that tell it."""

from timeline.extract.coding.code import code_event

__all__ = ["code_event"]
