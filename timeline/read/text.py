"""From the bytes of a file to its text.

The text is exactly what was decoded: no newline is changed and nothing is normalised. Only
a byte order mark is left out, because it is a statement about the encoding, not a character
of the article; so offset 0 is the first character after it.
"""

import codecs
import re

from charset_normalizer import from_bytes

MAX_BYTES = 5_000_000

# Longer marks first: the mark of UTF-32 begins with the mark of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"{\\rtf", "a rich text (RTF) document"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{2,30})", re.I)
# Charsets of pages, by the beginnings of Python's names. Others (unicode_escape, utf-7) are
# programs' ways of writing, by which a text could say what its bytes do not.
_PAGE_CHARSETS = (
    *("ascii", "utf-8", "iso8859-", "cp125", "cp866", "cp874", "cp932", "cp949", "cp950"),
    *("koi8-", "mac-", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc_", "iso2022_"),
    *("johab", "tis-620", "ptcp154", "kz1048"),
)
# What English-language pages are found in, besides UTF-8.
_CANDIDATES = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "koi8_r",
    "shift_jis",
    "euc_jp",
    "euc_kr",
    "gb18030",
    "big5",
]
# In English text other bytes than ASCII are quotation marks, dashes and a few names.
_FEW_HIGH_BYTES = 0.15
_HTML_START = re.compile(
    r"\s{0,200}(?:<!--.{0,500}?-->\s{0,200})?<(?:!doctype\s+html|html)\b", re.I
)
_HTML_TAG = re.compile(
    r"</?(?:html|head|body|div|span|p|a|ul|ol|li|table|tr|td|script|style|meta|link|img|br|h[1-6])"
    r"(?=[\s>/])",
    re.I,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAMPLE = 100_000

_HTML_REASON = "this looks like an HTML page; Dateline reads plain-text articles: save its text"


class UnreadableFile(ValueError):
    """The bytes are no article text; the message is a sentence that says why."""


def decode(data: bytes) -> tuple[str, str]:
    """Text and Python's name of the encoding. Raises UnreadableFile.

    In order of belief: byte order mark, strict UTF-8, a charset the file itself declares,
    then cp1252 unless the bytes speak clearly for another encoding. A file that is UTF-8 but
    for a few damaged bytes is read as UTF-8 with U+FFFD in their place.
    """
    _refuse_by_bytes(data)
    text, encoding = _decode(data)
    if not text.strip("\ufeff\u200b \t\r\n\f\v\xa0"):
        raise UnreadableFile("the file is empty")
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > len(sample) * 0.01:
        raise UnreadableFile("this is a binary file, not a plain-text article")
    if _looks_like_html(sample):
        raise UnreadableFile(_HTML_REASON)
    if "\x00" in text:
        raise UnreadableFile("the text holds a NUL character, which no article has")
    if _SURROGATE.search(text):
        raise UnreadableFile("the text holds half of a character pair; its encoding is damaged")
    return text, encoding


def _refuse_by_bytes(data: bytes) -> None:
    if not data:
        raise UnreadableFile("the file is empty")
    refuse_by_size(len(data))
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableFile(f"this is {name}, not a plain-text article")


def refuse_by_size(size: int) -> None:
    """Raises UnreadableFile when `size` bytes are more than one article has."""
    if size > MAX_BYTES:
        raise UnreadableFile(
            f"the file has {_megabytes(size)}, more than the {_megabytes(MAX_BYTES)} Dateline "
            "reads as one article"
        )


def _megabytes(size: int) -> str:
    # Rounded up, so that a size over the limit reads as over it.
    return f"{-(-size // 100_000) / 10:g} MB"


def _decode(data: bytes) -> tuple[str, str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name), name
    if b"\x00" in data:
        name = _unmarked_utf16(data)
        return _decode_as(data, name), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    return _declared(data) or _damaged_utf8(data) or _single_bytes(data)


def _decode_as(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        raise UnreadableFile(
            f"the file begins like {name.upper()} but cannot be read as that"
        ) from None


def _unmarked_utf16(data: bytes) -> str:
    sample = data[:4096]
    half = max(len(sample) // 2, 1)
    for name, zeros in (
        ("utf-16-le", sample[1::2].count(0)),
        ("utf-16-be", sample[0::2].count(0)),
    ):
        if zeros > 0.4 * half and sample.count(0) == zeros:
            return name
    raise UnreadableFile("this is a binary file, not a plain-text article")


def _declared(data: bytes) -> tuple[str, str] | None:
    match = _DECLARED.search(data, 0, 2048)
    if not match:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
        if not name.startswith(_PAGE_CHARSETS):
            return None
        # A codec that makes no text of bytes (rot13, zlib) raises LookupError here.
        return data.decode(name), name
    except (LookupError, UnicodeError):
        return None


def _damaged_utf8(data: bytes) -> tuple[str, str] | None:
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    wide = sum(1 for char in text[:_SAMPLE] if char > "\x7f" and char != "\ufffd")
    return (text, "utf-8") if wide >= 3 * damaged else None


def _single_bytes(data: bytes) -> tuple[str, str]:
    sample = data[:_SAMPLE]
    high = sum(1 for byte in sample if byte > 0x7F)
    if high > len(sample) * _FEW_HIGH_BYTES:
        best = from_bytes(sample, cp_isolation=_CANDIDATES, enable_fallback=False).best()
        if best is not None:
            return data.decode(best.encoding, "replace"), best.encoding
    return data.decode("cp1252", "replace"), "cp1252"


def _looks_like_html(sample: str) -> bool:
    if _HTML_START.match(sample):
        return True
    tags = sum(1 for _ in _HTML_TAG.finditer(sample))
    return tags >= 12 and tags * 150 > len(sample)
