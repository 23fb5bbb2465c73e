"""Keeps the names that an article repeats and that no actor bears, for the curator."""

from collections import Counter
from collections.abc import Mapping, Sequence

from django.db.models import Sum

from timeline.extract.actors import SuggestedActor as Suggestion
from timeline.models import Article, SuggestedActor, SuggestionPassage
from timeline.vocabulary import SuggestionState

_AROUND = 80


def store_suggestions(readings: Sequence[tuple[Article, Mapping[str, Suggestion]]]) -> None:
    """Bring the suggestions into step with what the articles offer now. Decided names stay as
    they were decided.
    """
    wanted = {
        (name, article.pk): (found, article, article.text)
        for article, offers in readings
        for name, found in offers.items()
    }
    present = _passages([article for article, _ in readings])
    if not wanted and not present:
        return
    gone = [passage for key, passage in present.items() if key not in wanted]
    SuggestionPassage.objects.filter(pk__in=[passage.pk for passage in gone]).delete()
    touched = {passage.suggestion_id for passage in gone}
    first: dict[str, tuple[Suggestion, str]] = {}
    counts: Counter[str] = Counter()
    for (name, _), (found, _, text) in wanted.items():
        first.setdefault(name, (found, text))
        counts[name] += found.count
    rows = _rows(first, counts)
    new: list[SuggestionPassage] = []
    for (name, pk), (found, article, _) in wanted.items():
        if rows[name].state != SuggestionState.OPEN.value:
            continue
        touched.add(rows[name].pk)
        places = {"start": found.start, "end": found.end, "count": found.count}
        if passage := present.get((name, pk)):
            SuggestionPassage.objects.filter(pk=passage.pk).update(**places)
        else:
            new.append(SuggestionPassage(suggestion=rows[name], article=article, **places))
    SuggestionPassage.objects.bulk_create(new)
    recount(touched)


def _rows(
    first: Mapping[str, tuple[Suggestion, str]], counts: Mapping[str, int]
) -> dict[str, SuggestedActor]:
    """By name; new ones are made, each with the passage that names it first as its example.

    `counts`: how often the articles name each.
    """
    rows = SuggestedActor.objects.in_bulk(list(first), field_name="name")
    made = [
        SuggestedActor(
            name=name,
            count=counts[name],
            kind=found.kind.value if found.kind else "",
            reason=found.reason,
            example=_around(text, found.start, found.end),
        )
        for name, (found, text) in first.items()
        if name not in rows
    ]
    return rows | {row.name: row for row in SuggestedActor.objects.bulk_create(made)}


def recount(suggestions: set[int]) -> None:
    """Count the passages of the suggestions anew; an open one without any is forgotten."""
    counted = SuggestedActor.objects.filter(pk__in=suggestions).annotate(
        total=Sum("passages__count")
    )
    changed: list[SuggestedActor] = []
    for row in counted:
        if row.total is None and row.state == SuggestionState.OPEN.value:
            row.delete()
        elif row.count != (row.total or 0):
            row.count = row.total or 0
            changed.append(row)
    SuggestedActor.objects.bulk_update(changed, ["count"])


def _around(text: str, start: int, end: int) -> str:
    words = " ".join(text[max(0, start - _AROUND) : end + _AROUND].split())
    return f"… {words} …"


def _passages(articles: Sequence[Article]) -> dict[tuple[str, int], SuggestionPassage]:
    """Those that are stored, by name and article."""
    rows = SuggestionPassage.objects.filter(article__in=articles).select_related("suggestion")
    return {(row.suggestion.name, row.article_id): row for row in rows}
