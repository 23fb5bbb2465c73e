"""Places that are no actors: towns, regions and waters, each with the country it lies in."""

from timeline.extract.places.find import find_places, without_namesakes

__all__ = ["find_places", "without_namesakes"]
