"""Where quotations begin and end."""

import pytest

from timeline.extract.attribution.quotes import find_quotes

QUOTES = [
    ('He said "we wait here" twice.', ['"we wait here"']),
    ("He said “we wait here” twice.", ["“we wait here”"]),
    ('"The “old” port is shut," he said.', ['"The “old” port is shut,"']),
    ("“The port is shut.“\nThen it rained.", ["“The port is shut.“"]),
    ("”The port is shut,” he said.", ["”The port is shut,”"]),
    ("''The port is shut,'' he said.", ["''The port is shut,''"]),
    ("“The port is shut. It will not open.\n“Not soon.”",
     ["“The port is shut. It will not open.", "“Not soon.”"]),
    ("The 5\" pipe and the 6\" pipe", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUOTES, ids=[t[:30] for t, _ in QUOTES])
def test_quotations_with_nested_and_wrong_marks(text: str, expected: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in find_quotes(text)] == expected
