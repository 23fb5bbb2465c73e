"""What hangs on the end of a paragraph without belonging to it."""

import re

from timeline.extract.agencies import ANY_AGENCY
from timeline.extract.seldom import Seldom

# Buttons glued to the end of a sentence: "... in the capital.Share this".
_GLUED_PATTERN = re.compile(
    r"(?<=[a-z.!?”’\"')])"
    r"(?:Connect with us|Share this|Follow us|Read more|Read More|Click here|Sign up|Subscribe now|"
    r"Continue reading|Continue Reading|Advertisement|Leave a (?:Reply|comment)|Source link|"
    r"Previous article|Next article|Tags:|Related:|Post navigation|Join us on|Print this)"
    r".{0,300}$",
    re.S,
)
_GLUED = Seldom(
    "connect with us|share this|follow us|read more|click here|sign up|subscribe now|"
    "continue reading|advertisement|leave a|source link|previous article|next article|"
    "tags:|related:|post navigation|join us on|print this",
    _GLUED_PATTERN,
)
# "... he said. (AFP)", "... he said. — Reuters": a credit behind the last sentence.
_SIGN_OFF = re.compile(
    rf"(?<=[.!?”\"’)\s])\s{{0,3}}(?:[(\[]\s?{ANY_AGENCY}(?:/{ANY_AGENCY})?\s?[)\]]|"
    rf"(?:—|–|--|-)\s?{ANY_AGENCY})\.?\Z"
)
_ADDRESS = re.compile(r"\s(?:pic\.twitter\.com/|https?://|www\.)\S{1,300}\Z")
_GLUED_REACH, _SIGN_OFF_REACH = 330, 80


def glued_at(piece: str) -> int | None:
    """Where buttons glued to the end of `piece` begin, or None."""
    match = _GLUED.search(piece, max(0, len(piece) - _GLUED_REACH))
    return match.start() if match else None


def sign_off_at(piece: str) -> int | None:
    """Where an agency credit at the end of `piece` begins, or None."""
    match = _SIGN_OFF.search(piece, max(0, len(piece) - _SIGN_OFF_REACH))
    return match.start() if match else None


def without_tail(piece: str) -> str:
    """`piece` up to what hangs on its end, to see whether it ends like a sentence."""
    at = glued_at(piece)
    piece = piece if at is None else piece[:at]
    address = _ADDRESS.search(piece, max(0, len(piece) - _GLUED_REACH))
    piece = piece[: address.start()] if address else piece
    at = sign_off_at(piece)
    return (piece if at is None else piece[:at]).rstrip()
