"""What an export or feed says of itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """`site`: what stands before a path, as in https://example.org. `address`: its own.

    `page`: the page that shows the same. `terms`: the page that says what the words mean.
    """

    title: str
    site: str
    address: str
    page: str
    terms: str = ""
