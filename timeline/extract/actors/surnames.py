"""The short form under which news names a person again: "Putin", "Kim", "von der Leyen"."""

_FAMILY_NAME_FIRST = frozenset({"PRK", "KOR", "CHN", "TWN", "VNM", "KHM"})
_PARTICLES = frozenset(
    "von van de der den del della di da dos du la le al el ben bin ibn abu mac st".split()
)
# Known by a first name and no other: "Pope Francis", "King Charles III".
_REIGNING = frozenset("Pope King Queen Prince Princess Emperor Sheikh Sultan".split())
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def short_forms(name: str, iso3: str | None) -> tuple[str, ...]:
    """Surname of a full name, with its particles; none for a name of one word.

    `iso3`: country of the person. In East Asian names the family name stands first.
    Names with "bin" or "ibn" have no surname that news would use alone.
    """
    words = [word for word in name.replace(",", " ").split() if word not in _SUFFIXES]
    if len(words) < 2 or words[0] in _REIGNING or {"bin", "ibn"} & {w.lower() for w in words}:
        return ()
    if iso3 in _FAMILY_NAME_FIRST:
        return (words[0],)
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return (" ".join(words[at:]),)
