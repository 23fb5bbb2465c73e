"""Names of people, bodies, groups, towns and outlets, made of syllables: nobody bears them."""

from random import Random

_GIVEN = (
    "Aino", "Bertil", "Çelin", "Dóra", "Emeka", "Farid", "Grażyna", "Håkon", "Ilse", "João",
    "Kwame", "Līga", "Milo", "Nadia", "Özgün", "Petra", "Quillon", "Rosa", "Şule", "Tariq",
    "Ulla", "Vítek", "Wanjiru", "Ximena", "Yusra", "Zoë", "Ondřej", "Amara", "Bao", "Chidi",
    "Олесь", "Мирка", "Νίκη", "Duc", "Eilidh", "Fadil", "Giulia", "Hana", "Iker", "Jovan",
)  # fmt: skip
_FIRST = (
    "Bar", "Vel", "Tor", "Kas", "Mir", "Len", "Osk", "Dra", "Fen", "Gal", "Hjø", "Ilm", "Jar",
    "Kør", "Lum", "Nar", "Pel", "Quo", "Ras", "Sel", "Tam", "Und", "Vos", "Wen", "Yar", "Zel",
    "Šev", "Ağr", "Brü", "Cal",
)  # fmt: skip
_MIDDLE = ("", "a", "e", "i", "o", "an", "er", "ov", "in", "ar", "el", "um", "os", "ett")
_LAST = (
    "dak", "mora", "lund", "vic", "shen", "berg", "tova", "ndi", "quist", "rell", "sko", "thal",
    "wick", "zano", "ković", "ström", "gül", "bay", "dorf", "nescu",
)  # fmt: skip
_OFFICES = (
    "Office of River Affairs", "Bureau of Harbours", "Board of Grain", "Customs Council",
    "Border Commission", "Ministry of Mines and Railways", "Council of Elders",
    "Department of Lighthouses", "Authority for Pastures", "Ministry of Northern Affairs",
)  # fmt: skip
_GROUPS = ("Front", "Brigade", "League", "Column", "Guard", "Resistance Council")
_BODIES = ("Union", "Compact", "Forum", "Relief Society", "Shipping Alliance", "Assembly")
_PAPERS = (
    "Courier", "Post", "Daily", "Herald", "Observer", "Gazette", "Mirror", "Dispatch", "Review",
    "Bulletin", "Telegraph", "Chronicle",
)  # fmt: skip


def person(draw: Random) -> str:
    return f"{draw.choice(_GIVEN)} {coined(draw)}"


def coined(draw: Random) -> str:
    return draw.choice(_FIRST) + draw.choice(_MIDDLE) + draw.choice(_LAST)


def office(draw: Random, adjective: str) -> str:
    return f"{adjective} {draw.choice(_OFFICES)}"


def group(draw: Random) -> str:
    return f"{coined(draw)} {draw.choice(_GROUPS)}"


def body(draw: Random) -> str:
    return f"{coined(draw)} {draw.choice(_BODIES)}"


def paper(draw: Random) -> str:
    return f"{coined(draw)} {draw.choice(_PAPERS)}"


def agency(draw: Random) -> str:
    return f"{coined(draw)} Wire"


def press_office(draw: Random) -> str:
    return f"{coined(draw)} Ministry Press Office"


def institute(draw: Random) -> str:
    return f"{coined(draw)} Institute"
