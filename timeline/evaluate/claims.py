"""Claims of messy articles: found, dated right, of the right standing; countries right.

Gold claim: {start, end, date, date_also_ok, standing, standing_also_ok}; dates are EDTF or null.
Gold mention: {start, end, iso3}.
"""

from collections.abc import Sequence

from timeline.evaluate.measures import macro_f1
from timeline.evaluate.reading import Gold
from timeline.extract.contract import named
from timeline.records import ClaimDraft, Extraction, Span

_LONGEST_DRAFT = 3  # times the claim it is to stand for
Read = Sequence[tuple[Gold, Extraction]]


def score_claims(read: Read) -> dict[str, float]:
    """made-up dates: drafts dated where the gold claim has no date and allows none."""
    expected = found = drafts = true_drafts = dated = invented = 0
    standings: list[tuple[str, str | None]] = []
    for gold, extraction in read:
        drafts += len(extraction.claims)
        wanted = [(claim, Span(claim["start"], claim["end"])) for claim in gold["claims"]]
        true_drafts += sum(
            any(_shares_most(draft, span) for _, span in wanted) for draft in extraction.claims
        )
        for claim, span in wanted:
            expected += 1
            draft = max(extraction.claims, key=lambda d: _shared(d, span), default=None)
            if draft is None or not _shares_most(draft, span):
                standings.append((claim["standing"], None))
                continue
            found += 1
            told = draft.date.edtf if draft.date else None
            right = told == claim["date"] or told in claim.get("date_also_ok", ())
            dated += right
            invented += told is not None and claim["date"] is None and not right
            same = draft.standing.value in claim.get("standing_also_ok", ())
            standings.append((claim["standing"], claim["standing"] if same else draft.standing))
    return {
        "claims found": found / expected if expected else 0.0,
        "drafts that are claims": true_drafts / drafts if drafts else 0.0,
        "date right, of all claims": dated / expected if expected else 0.0,
        "dates made up, of all claims": invented / expected if expected else 0.0,
        "standing macro F1": macro_f1(standings),
    }


def score_countries(read: Read) -> dict[str, float]:
    expected = found = right = 0
    for gold, extraction in read:
        for mention in gold["mentions"]:
            expected += 1
            span = Span(mention["start"], mention["end"])
            hits = [m for m in named(extraction) if m.iso3 and Span(m.start, m.end).overlaps(span)]
            found += bool(hits)
            right += any(hit.iso3 == mention["iso3"] for hit in hits)
    return {
        "right of all mentions": right / expected if expected else 0.0,
        "right of those found": right / found if found else 0.0,
    }


def _shared(draft: ClaimDraft, span: Span) -> int:
    return max(0, min(draft.end, span.end) - max(draft.start, span.start))


def _shares_most(draft: ClaimDraft, span: Span) -> bool:
    """Half of the shorter of the two, as sentence and clause may stand for each other.

    A draft far longer than the claim stands for more than it: one over all of an article
    would else be every claim of it.
    """
    drafted, wanted = draft.end - draft.start, span.end - span.start
    if drafted > _LONGEST_DRAFT * wanted:
        return False
    return 2 * _shared(draft, span) >= min(drafted, wanted) > 0
