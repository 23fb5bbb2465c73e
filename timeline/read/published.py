"""Publication dates as a person or a manifest gives them."""

import re
from datetime import date

from timeline import edtf

ACCEPTED = "2022-09-06, 2022-09-06T10:15:00Z, 2022-09, 2022 or another EDTF date"

_ISO_TIME = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?"
    r"\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)


def read_published(value: str) -> str:
    """The EDTF of `value`: an EDTF date, or an ISO date with a time of day, which is dropped.

    The day is the one written, in whatever time zone it was. Raises ValueError with a
    sentence that names the value and what is accepted.
    """
    value = value.strip()
    match = _ISO_TIME.fullmatch(value)
    try:
        if match:
            return date.fromisoformat(match.group(1)).isoformat()
        return edtf.parse(value).text
    except ValueError:
        raise ValueError(
            f'"{value}" is no publication date Dateline reads; write {ACCEPTED}'
        ) from None
