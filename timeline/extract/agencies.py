"""News agencies by the names they are credited with."""

import re

# As credited, and the agency's own name.
AGENCIES: dict[str, str] = {
    "AP": "Associated Press",
    "Associated Press": "Associated Press",
    "The Associated Press": "Associated Press",
    "Reuters": "Reuters",
    "Thomson Reuters": "Reuters",
    "AFP": "Agence France-Presse",
    "Agence France-Presse": "Agence France-Presse",
    "UPI": "United Press International",
    "United Press International": "United Press International",
    "dpa": "Deutsche Presse-Agentur",
    "DPA": "Deutsche Presse-Agentur",
    "EFE": "EFE",
    "ANSA": "ANSA",
    "TASS": "TASS",
    "Tass": "TASS",
    "Interfax": "Interfax",
    "RIA Novosti": "RIA Novosti",
    "RIA": "RIA Novosti",
    "Sputnik": "Sputnik",
    "Xinhua": "Xinhua",
    "Yonhap": "Yonhap",
    "Kyodo": "Kyodo News",
    "Kyodo News": "Kyodo News",
    "KCNA": "Korean Central News Agency",
    "PTI": "Press Trust of India",
    "Press Trust of India": "Press Trust of India",
    "ANI": "Asian News International",
    "IANS": "Indo-Asian News Service",
    "Bloomberg": "Bloomberg",
    "Bloomberg News": "Bloomberg",
    "PA": "PA Media",
    "PA Media": "PA Media",
    "CP": "The Canadian Press",
    "The Canadian Press": "The Canadian Press",
    "AAP": "Australian Associated Press",
    "Anadolu": "Anadolu Agency",
    "Anadolu Agency": "Anadolu Agency",
    "WAM": "Emirates News Agency",
    "SPA": "Saudi Press Agency",
    "KUNA": "Kuwait News Agency",
    "IRNA": "IRNA",
    "SANA": "Syrian Arab News Agency",
    "MENA": "Middle East News Agency",
    "Ukrinform": "Ukrinform",
    "Bernama": "Bernama",
    "Antara": "Antara",
    "NAN": "News Agency of Nigeria",
    "CNN": "CNN",
    "VOA": "Voice of America",
    "RFE/RL": "Radio Free Europe/Radio Liberty",
}

_BY_CASEFOLD = {name.casefold(): own for name, own in AGENCIES.items()}
# Longest first, so that "AP" does not win over "AAP" or "Associated Press".
ANY_AGENCY = (
    "(?:" + "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True)) + ")"
)


def agency_called(name: str) -> str | None:
    """The agency credited as `name` (also in capitals), or None."""
    return _BY_CASEFOLD.get(name.strip(" .()[]-–—").casefold())
