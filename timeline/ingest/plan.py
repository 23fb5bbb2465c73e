"""Where the claims of articles go, decided for a group of them before any is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import DatabaseError, transaction

from timeline.edtf import Edtf
from timeline.ingest.candidates import event_records
from timeline.ingest.nearest import Asked, CommonTerms, nearest_events
from timeline.ingest.places import Places
from timeline.link.events import Decision, assign, told_in_sentences
from timeline.link.groups import assign_group
from timeline.link.prepared import Prepared
from timeline.link.reading import statements
from timeline.link.records import ClaimRecord
from timeline.records import Extraction


@dataclass(frozen=True, slots=True)
class Share:
    """What is decided for one article. `records`: of all its statements, in their order."""

    records: Sequence[ClaimRecord]
    decisions: Sequence[Decision]
    places: Places


def alone(records: Sequence[ClaimRecord], published: Edtf | None) -> Share:
    """For claims of one article that nothing is planned for."""
    (near,) = nearest_events([Asked(records, published)], CommonTerms())
    stored = event_records(near)
    decisions = told_in_sentences(assign(records, stored))
    return Share(records, decisions, Places(decisions))


@dataclass(frozen=True, slots=True)
class _Read:
    prepared: Prepared
    records: Sequence[ClaimRecord]

    @property
    def order(self) -> tuple[date, str, str]:
        """A place among the group that does not depend on where its file is."""
        document, published = self.prepared.document, self.prepared.published
        first = published.earliest if published else None
        return first or date.max, document.sha256, document.metadata.source or ""


def plan_group(articles: Mapping[int, Prepared], counted: CommonTerms) -> dict[int, Share]:
    """Shares by the keys of `articles`, which are new.

    Articles of the same bytes have one share: only the first that can be stored will need it.
    There is none for an article that cannot be looked up, and for none when planning fails: they
    are linked alone, and what cannot be stored fails then, not before.
    """
    try:
        return _planned(articles, counted)
    except (DatabaseError, ValueError):
        return {}


def _planned(articles: Mapping[int, Prepared], counted: CommonTerms) -> dict[int, Share]:
    originals = _originals({key: article.extraction for key, article in articles.items()})
    read = {
        key: _Read(articles[key], records)
        for key in set(originals.values())
        if (records := articles[key].records) is not None
    }
    order = sorted(read, key=lambda key: read[key].order)
    with transaction.atomic():
        near = nearest_events(
            [Asked(found.records, found.prepared.published) for found in read.values()], counted
        )
        stored = event_records(sorted({event for some in near for event in some}))
    decided = assign_group([read[key].records for key in order], stored)
    places = Places(decision for decisions in decided for decision in decisions)
    shares = {
        key: Share(read[key].records, decisions, places)
        for key, decisions in zip(order, decided, strict=True)
    }
    return {key: shares[first] for key, first in originals.items() if first in shares}


def _originals(articles: Mapping[int, Extraction]) -> dict[int, int]:
    """The first article of the same bytes.

    Left out, to be linked alone when it is stored, is one that is read otherwise than the
    first, and one at the address of another: it may be a version of that, which is no second
    voice.
    """
    carried: dict[str, dict[int, str]] = {}
    pages: dict[tuple[str, str], int] = {}
    found: dict[int, int] = {}
    for key, extraction in articles.items():
        document = extraction.document
        source = (document.metadata.source or "").strip().casefold()
        same = carried.setdefault(document.sha256, {})
        # As `find_known` has it: bytes of two stated sources are two articles.
        original = next(
            (k for k, told in same.items() if not (told and source) or told == source), key
        )
        same[original] = same.get(original) or source
        url = document.metadata.url
        first = pages.setdefault((url, source), original) if url else original
        twin = original in found and _places(extraction) == _places(articles[original])
        if twin or key == original == first:
            found[key] = original
    return found


def _places(extraction: Extraction) -> list[int]:
    return [draft.start for draft in statements(extraction)]
