"""How what is said of an article is known: its title, its source, its day of publication."""

from timeline.models import Article

_GIVEN = "given with the file, in the manifest or on the command line"
_DECIDED = "set by a curator"


def title_known(article: Article) -> str:
    if article.is_curated("title"):
        return _DECIDED
    if article.metadata.get("title"):
        return _GIVEN
    if article.title:
        return "read from the page: the line above the article that reads like its title"
    return "none found; the file’s name stands for it"


def source_known(article: Article) -> str:
    """`article` comes with its source."""
    if article.is_curated("source"):
        return _DECIDED
    if article.metadata.get("source"):
        return _GIVEN
    return "not stated with the file, and not guessed" if not article.source.is_stated else ""


def bylines_known(article: Article) -> str:
    if article.is_curated("bylines"):
        return _DECIDED
    return _GIVEN if article.metadata.get("bylines") else "read from the page"
