"""Links that open a live page at a passage: `#:~:text=[prefix-,]start[,end][,-suffix]`."""

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

# A passage with more words is given by its first and last ones.
MOST_WORDS = 12
END_WORDS = 5
# A passage with fewer words is likely to occur twice, so its neighbours go along.
FEWEST_WORDS = 4
CONTEXT_WORDS = 2
# Most addresses; it takes longer to say of others what they are.
_SURELY_WEB = re.compile(r"https?://[A-Za-z0-9.-]+(?:[/?#][!-~]*)?")
# Words of more characters together are not kept.
_LONG = 200


def text_directive(passage: str, prefix: str = "", suffix: str = "") -> str:
    """The `text=…` directive for a passage, on word boundaries; "" for no words at all.

    `prefix` and `suffix` are the article's text around the passage; their outermost words
    may be cut and are not used.
    """
    lines = [words for line in passage.splitlines() if (words := line.split())]
    if not lines:
        return ""
    words = lines[0] if len(lines) == 1 else [word for line in lines for word in line]
    if len(words) > MOST_WORDS or len(lines) > 1:
        # Text in two blocks is never matched as one run, so each end stays in its line.
        start, end = lines[0][:END_WORDS], lines[-1][-END_WORDS:]
        return f"text={_encoded(start)},{_encoded(end)}"
    directive = _encoded(words)
    if len(words) < FEWEST_WORDS:
        before, after = _whole_words(prefix, suffix)
        directive = f"{_encoded(before)}-,{directive}" if before else directive
        directive = f"{directive},-{_encoded(after)}" if after else directive
    return f"text={directive}"


def passage_address(url: str, passage: str, prefix: str = "", suffix: str = "") -> str:
    """The page's address opened at the passage; "" when the address is not for the web."""
    return opened_at(web_address(url), passage, prefix, suffix)


def opened_at(url: str, passage: str, prefix: str = "", suffix: str = "") -> str:
    """The same for what `web_address` gave."""
    if not url or ":~:" in url:
        return url
    directive = text_directive(passage, prefix, suffix)
    if not directive:
        return url
    return f"{url}{':~:' if '#' in url else '#:~:'}{directive}"


def web_address(url: str) -> str:
    """The address when it is http or https with a host, else "": it may become a link."""
    if not url or _SURELY_WEB.fullmatch(url):
        return url
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    clean = not any(char.isspace() or ord(char) < 0x20 for char in url)
    return url if parts.scheme in ("http", "https") and host and clean else ""


def _whole_words(prefix: str, suffix: str) -> tuple[list[str], list[str]]:
    before = prefix.splitlines()[-1] if prefix.splitlines() else ""
    after = suffix.splitlines()[0] if suffix.splitlines() else ""
    # The first word of the prefix and the last of the suffix may be cut in two.
    return before.split()[1:][-CONTEXT_WORDS:], after.split()[:-1][:CONTEXT_WORDS]


def _encoded(words: list[str]) -> str:
    if sum(map(len, words)) > _LONG:
        return "%20".join(map(_encoded_word.__wrapped__, words))
    return "%20".join(map(_encoded_word, words))


@lru_cache(10_000)
def _encoded_word(word: str) -> str:
    # Commas, ampersands and hyphens are the directive's own signs; quote() keeps hyphens.
    return quote(word, safe="").replace("-", "%2D")
