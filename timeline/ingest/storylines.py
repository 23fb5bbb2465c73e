"""Storylines from a JSON file: a list of {slug, title, introduction, filter}."""

import json
from pathlib import Path

from timeline.models import Storyline

_FIELDS = ("title", "introduction", "filter")


def load_storylines(file: Path) -> int:
    """Add the storylines that are not there yet and return how many.

    One that is there stays as curators left it. Raises ValueError with a sentence.
    """
    try:
        entries = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise ValueError(f"There is no file {file}.") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{file} is not JSON: {error}.") from None
    if not isinstance(entries, list):
        raise ValueError(f"{file}: a list of storylines is expected.")
    added = 0
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict) or not entry.get("slug") or not entry.get("title"):
            raise ValueError(f"{file}: storyline {number} needs a slug and a title.")
        values = {name: str(entry.get(name, "")) for name in _FIELDS}
        _, created = Storyline.objects.get_or_create(slug=entry["slug"], defaults=values)
        added += created
    return added
