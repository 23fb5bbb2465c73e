"""Attribution that reaches over sentences: a quotation that goes on, a block after "X notes:"."""

from timeline.extract.attribution.cues import CUES, Frame
from timeline.extract.attribution.page import BLOCK, Found, Page, paragraph_of, paragraph_starts
from timeline.extract.attribution.quotes import is_speech
from timeline.records import Span

_BLOCK_PARAGRAPHS = 2
_MOST_BLOCKS = 40
_LEAST_QUOTE = 12


def carried_quotes(page: Page, found: list[Found]) -> list[Found]:
    """Quotations nobody was named for: the speaker before them, else an unnamed source.

    In the paragraph of an attributed quotation the speaker stays the same; a paragraph
    that is a quotation and nothing else goes on with the speaker of the paragraph before.
    """
    if not page.sentences:
        return []
    starts = paragraph_starts(page.text)
    covered = [span for item in found for span in item.content]
    covered.sort()
    spoken = _speakers_by_paragraph(page, found, starts)
    carried: list[Found] = []
    for quote in page.quotes:
        if quote.end - quote.start < _LEAST_QUOTE or _is_covered(quote, covered):
            continue
        paragraph = paragraph_of(starts, quote.start)
        source, form = _speaker_for(page, quote, paragraph, starts, spoken)
        if form:
            number = page.sentence_at(quote)
            item = Found(source, None, [quote], form, number)
            carried.append(item)
            spoken[paragraph] = source
    return carried


def _is_covered(quote: Span, covered: list[Span]) -> bool:
    return any(span.start < quote.end and quote.start < span.end for span in covered)


def _speakers_by_paragraph(
    page: Page, found: list[Found], starts: list[int]
) -> dict[int, tuple[int, int] | None]:
    spoken: dict[int, tuple[int, int] | None] = {}
    reached = 0
    for item in sorted(found, key=lambda one: one.content[0].start):
        place = item.cue or item.source
        if item.cue and page.words.starts[item.cue[0]] < reached:
            continue  # told within what another says
        reached = max(reached, item.content[-1].end)
        if BLOCK in item.form:
            for part in item.content:
                spoken[paragraph_of(starts, part.start)] = item.source
        if item.source and place and "verb" not in item.form:
            spoken[paragraph_of(starts, page.words.starts[place[0]])] = item.source
        elif item.source and place:
            spoken.setdefault(paragraph_of(starts, page.words.starts[place[0]]), item.source)
    return spoken


def _speaker_for(
    page: Page,
    quote: Span,
    paragraph: int,
    starts: list[int],
    spoken: dict[int, tuple[int, int] | None],
) -> tuple[tuple[int, int] | None, str]:
    if paragraph in spoken:
        return spoken[paragraph], "the same speaker goes on in this paragraph"
    begin = starts[paragraph]
    end = starts[paragraph + 1] if paragraph + 1 < len(starts) else len(page.text)
    alone = not page.text[begin : quote.start].strip()
    before = paragraph - 1
    led = False
    while before >= 0 and before not in spoken:
        line = page.text[starts[before] : starts[before + 1]].strip()
        if line and (led or line[-1] != ":"):
            break
        led = led or bool(line)  # "Transcript as follows:" names nobody
        before -= 1
    if alone and before in spoken:
        return spoken[before], "the quotation goes on with the speaker before"
    whole = alone and not page.text[quote.end : end].strip(" .\n\r\t")
    begins = page.sentences[page.sentence_at(quote)].start + 2 >= quote.start
    if whole or (begins and (quote.end - quote.start) * 2 > end - begin):
        return None, "a quotation without a named speaker"
    return None, ""


def block_quotes(page: Page, found: list[Found]) -> None:
    """ "X notes:" at the end of a paragraph gives X the paragraphs that follow.

    A block of quotations goes on while whole paragraphs are quoted. Any other ends at the next
    lead-in of the kind, at a paragraph with a quotation of its own, or after two paragraphs:
    scraped text keeps no sign of where it closed.
    """
    starts = paragraph_starts(page.text)
    for item in found:
        if BLOCK not in item.form:
            continue
        lead_end = page.bounds[item.sentence][1] - 1
        paragraph = paragraph_of(starts, page.words.starts[lead_end]) + 1
        blocks = _blocks_from(page, starts, paragraph)
        blocks = _without_own_speech(page, found, blocks)
        item.content[:] = blocks or item.content


def _blocks_from(page: Page, starts: list[int], paragraph: int) -> list[Span]:
    blocks: list[Span] = []
    goes_on = False
    while paragraph < len(starts) and len(blocks) < _MOST_BLOCKS:
        begin = starts[paragraph]
        end = starts[paragraph + 1] - 1 if paragraph + 1 < len(starts) else len(page.text)
        body = page.text[begin:end]
        stripped = body.strip()
        paragraph += 1
        if not stripped:
            continue
        left = begin + len(body) - len(body.lstrip())
        whole = _quoted_whole(page, left, left + len(stripped))
        if stripped[-1] == ":" or stripped[-1] not in ".!?”“\"'’)…":
            break
        full = len(blocks) >= _BLOCK_PARAGRAPHS or goes_on
        if blocks and not (goes_on and whole) and (full or _is_quotation(page, begin, end)):
            break
        blocks.append(Span(left, left + len(stripped)))
        goes_on = whole
    return blocks


def _quoted_whole(page: Page, start: int, end: int) -> bool:
    """Whether a paragraph is one quotation; its closing mark may be left out."""
    return any(quote.start == start and quote.end >= end - 1 for quote in page.quotes)


def _without_own_speech(page: Page, found: list[Found], blocks: list[Span]) -> list[Span]:
    """The blocks less their sentences in which somebody else says something."""
    low = page.words.low
    left = blocks
    for item in found:
        if not item.source or not item.cue or BLOCK in item.form:
            continue
        frames = CUES.get(low[item.cue[1]], {})
        states = not {"statement", "statements"}.isdisjoint(low[item.source[1] : item.cue[1]])
        if states or Frame.SAY in frames or Frame.TELL in frames:
            left = [part for block in left for part in _less(block, page.sentences[item.sentence])]
    return left


def _less(block: Span, taken: Span) -> list[Span]:
    if not block.overlaps(taken):
        return [block]
    parts = [Span(block.start, taken.start), Span(taken.end, block.end)]
    return [part for part in parts if part.end - part.start > 1]


def _is_quotation(page: Page, begin: int, end: int) -> bool:
    return any(begin <= q.start < end and is_speech(page.text, q) for q in page.quotes)
