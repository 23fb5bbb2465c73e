"""What a person may tell of an article, in manifest or arguments, and how long it may be."""

# What the columns of the database hold, in characters.
LONGEST = {"path": 1000, "source": 200, "title": 500, "url": 2000, "archived_url": 2000}


class BadArguments(ValueError):
    """What the person told cannot be used; the message is a sentence that names it."""


def fault_in(name: str, value: str) -> str | None:
    """Why `value` cannot be the `name` of an article, as the end of a sentence."""
    if any("\ud800" <= char <= "\udfff" or char == "\x00" for char in value):
        return f"the {name} holds bytes that are no text"
    longest = LONGEST.get(name)
    if longest is not None and len(value) > longest:
        return f"the {name} has {len(value)} characters; it may have {longest}"
    return None
