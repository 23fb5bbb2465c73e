"""Kinds of page chrome."""

from enum import StrEnum


class Chrome(StrEnum):
    """Kinds of page chrome, in words for a reason."""

    SHARE = "share buttons"
    MENU = "menu"
    ADVERT = "advertisement"
    LINK = "link to another page"
    LISTING = "heading of a list of other articles"
    FORM = "form"
    COMMENTS = "comments"
    NEWSLETTER = "newsletter"
    COOKIE = "cookie note"
    COPYRIGHT = "copyright"
    TAGS = "tags"
    CREDIT = "credit or caption"
    AUTHOR = "about the author"
    ADDRESS = "web address or code"
    BYLINE = "byline"
    DATE = "date line"
    STAMP = "time stamp"
