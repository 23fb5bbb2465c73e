"""What waits for a person."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse

from timeline.models import IngestFailure, MergeProposal

# Counting stops here: beyond it the number itself says nothing more.
ENOUGH = 1000


@dataclass(frozen=True, slots=True)
class Waiting:
    words: str
    address: str


def waiting() -> list[Waiting]:
    """In two queries that read at most ENOUGH rows each."""
    pairs = _count(MergeProposal.objects.filter(rejected=False))
    files = _count(IngestFailure.objects.all())
    proposals = reverse("admin:timeline_mergeproposal_changelist")
    failures = reverse("admin:timeline_ingestfailure_changelist")
    return [
        Waiting(
            f"{pairs} pair{'' if pairs == '1' else 's'} of events that may be one",
            f"{proposals}?rejected__exact=0",
        ),
        Waiting(f"{files} file{'' if files == '1' else 's'} that could not go in", failures),
    ]


def _count(rows: QuerySet) -> str:
    found = rows.order_by()[: ENOUGH + 1].count()
    return f"{ENOUGH} or more" if found > ENOUGH else str(found)
