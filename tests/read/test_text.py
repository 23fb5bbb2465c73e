"""Bytes become text exactly as decoded, or a sentence says why not."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.read.text import MAX_BYTES, UnreadableFile, decode

ENGLISH = "The ministry said it would “not yield”: talks go on – in Zürich.\r\nNothing else.\r\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
    ],
)
def test_text_comes_back_with_its_newlines_whatever_the_encoding(encoding: str, name: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == (ENGLISH, name)


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfTalks began.")[0][0] == "T"


def test_short_western_text_is_not_taken_for_central_european() -> None:
    assert decode("He said “no” in Málaga.".encode("cp1252")) == (
        "He said “no” in Málaga.",
        "cp1252",
    )


def test_a_declared_charset_is_believed_before_guessing() -> None:
    text = "charset=koi8-r\nМинистр сказал нет.\n"
    assert decode(text.encode("koi8-r")) == (text, "koi8-r")


def test_a_declared_charset_that_does_not_exist_is_passed_over() -> None:
    assert decode("charset=klingon-7 – été".encode("cp1252"))[1] == "cp1252"


def test_text_mostly_of_other_letters_is_guessed() -> None:
    text = "Министр иностранных дел сообщил журналистам, что переговоры продолжатся. " * 5
    assert decode(text.encode("cp1251"))[0] == text


def test_utf8_cut_within_a_character_stays_utf8() -> None:
    data = ("Der Präsident überlässt die Sätze den Übersetzern. " * 3).encode() + b"\xe2\x80"
    text, encoding = decode(data)
    assert encoding == "utf-8"
    assert text.startswith("Der Präsident")
    assert text.endswith("\ufffd")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        ("\ufeff\n".encode(), "empty"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00", "binary"),
        (b"a\x01b\x02c\x03d\x04" * 30, "binary"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\xff\xfeT", "UTF-16"),
        (b"<!DOCTYPE html>\n<html><body><p>Talks began.</p></body></html>", "HTML"),
        (b"  <html lang='en'><head></head>", "HTML"),
        (b"<div><p>Talks</p><p>began</p></div>" * 9, "HTML"),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        decode(data)


def test_an_article_that_mentions_a_tag_is_read() -> None:
    assert decode(b"The hackers left a <script> tag on the ministry's page, it said.")[0]


def test_a_file_over_the_limit_is_refused_with_its_size() -> None:
    with pytest.raises(UnreadableFile, match=r"5\.1 MB, more than the 5 MB"):
        decode(b"x" * (MAX_BYTES + 1))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_and_nothing_else(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except UnreadableFile as error:
        assert str(error)
    else:
        assert text.strip()
        assert data.decode(encoding, "replace") == text


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "P", "Zs")), min_size=1))
def test_utf8_text_is_never_changed(text: str) -> None:
    try:
        assert decode(text.encode())[0] == text.removeprefix("\ufeff")
    except UnreadableFile:
        assert not text.strip("\ufeff\u200b \xa0") or "<" in text or text.startswith("%PDF")


@pytest.mark.parametrize(
    "charset", ["unicode_escape", "raw_unicode_escape", "utf-7", "idna", "rot13"]
)
def test_a_declared_charset_that_no_page_has_is_not_believed(charset: str) -> None:
    data = f"charset={charset}\nTalks in K\\u00f6ln +ZeVnLA- ".encode() + b"caf\xe9, nothing else."
    text, encoding = decode(data)
    assert encoding == "cp1252"
    assert "\\u00f6ln +ZeVnLA- café" in text


@pytest.mark.parametrize("charset", ["windows-1251", "ISO-8859-2", "koi8-r", "euc-kr"])
def test_a_declared_charset_of_pages_is_believed(charset: str) -> None:
    name = codecs.lookup(charset).name
    assert decode(f"charset={charset}\nTalks ".encode() + b"\xbe\xc6\xbe\xc6 ended.")[1] == name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_text_with_a_nul_character_is_refused(encoding: str) -> None:
    with pytest.raises(UnreadableFile, match=r"NUL|binary"):
        decode(
            ("The talks ended on Monday in Vienna. " * 9 + "\x00 Then all left.").encode(encoding)
        )
