"""Text as it is compared and searched: without case and without accents."""

import unicodedata


def fold(text: str) -> str:
    """Casefolded, decomposed (NFKD), combining marks dropped, white space made single spaces.

    "Erdoğan" and "ERDOGAN" fold to the same text. Offsets do not survive folding.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(kept.casefold().split())
