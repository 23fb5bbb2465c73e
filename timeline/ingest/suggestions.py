"""Keeps the names that an article repeats and that no actor bears, for the curator."""

from django.db.models import Sum

from timeline.extract.actors import suggest_actors
from timeline.models import Article, SuggestedActor, SuggestionPassage
from timeline.records import Extraction
from timeline.vocabulary import SuggestionState

# Of one article: what it names once is seldom worth a curator's time.
_LEAST = 2
_MOST = 10
_AROUND = 80


def store_suggestions(article: Article, extraction: Extraction) -> None:
    """Bring the article's suggestions into step. Decided names stay as they were decided."""
    text = extraction.document.text
    known = sorted((*extraction.mentions, *extraction.beside), key=lambda m: m.start)
    offered = [s for s in suggest_actors(text, extraction.sentences, known) if s.count >= _LEAST]
    wanted = {s.text[:200]: s for s in offered[:_MOST]}
    present = {p.suggestion.name: p for p in _passages(article)}
    if not wanted and not present:
        return
    rows = SuggestedActor.objects.in_bulk(list(wanted), field_name="name")
    gone = [row.pk for name, row in present.items() if name not in wanted]
    touched = {row.suggestion_id for name, row in present.items() if name not in wanted}
    SuggestionPassage.objects.filter(pk__in=gone).delete()
    for name, found in wanted.items():
        row = rows.get(name)
        if row is None:
            row = SuggestedActor.objects.create(
                name=name,
                kind=found.kind.value if found.kind else "",
                reason=found.reason,
                example=_around(text, found.start, found.end),
            )
        if row.state != SuggestionState.OPEN.value:
            continue
        SuggestionPassage.objects.update_or_create(
            suggestion=row,
            article=article,
            defaults={"start": found.start, "end": found.end, "count": found.count},
        )
        touched.add(row.pk)
    recount(touched)


def recount(suggestions: set[int]) -> None:
    """Count the passages of the suggestions anew; an open one without any is forgotten."""
    counted = SuggestedActor.objects.filter(pk__in=suggestions).annotate(
        total=Sum("passages__count")
    )
    for row in counted:
        if row.total is None and row.state == SuggestionState.OPEN.value:
            row.delete()
        elif row.count != (row.total or 0):
            row.count = row.total or 0
            row.save(update_fields=["count"])


def _around(text: str, start: int, end: int) -> str:
    words = " ".join(text[max(0, start - _AROUND) : end + _AROUND].split())
    return f"… {words} …"


def _passages(article: Article) -> list[SuggestionPassage]:
    return list(SuggestionPassage.objects.filter(article=article).select_related("suggestion"))
