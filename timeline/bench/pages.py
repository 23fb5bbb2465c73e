"""Timeline pages and fragments: time on the server, and queries."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from timeline.bench.asking import FRAGMENT, MORE, Reply, ask
from timeline.bench.cases import Case
from timeline.bench.figures import spread
from timeline.browse.answer_records import PAGE_SIZE
from timeline.browse.filters import PLACE, written

SLOWEST = 3
# A page with so few events is a small one.
_FEW = 5
Ask = Callable[[str, Mapping[str, str]], Reply]


@dataclass(frozen=True, slots=True)
class Asked:
    """A case and what it is asked with: headers of HTMX, or none for the whole page."""

    case: Case
    headers: Mapping[str, str]


def whole(cases: Iterable[Case]) -> list[Asked]:
    return [Asked(case, {}) for case in cases]


def fragments(cases: Sequence[Case]) -> list[Asked]:
    """What takes the place of the view; every fourth time, what goes on at its end."""
    return [Asked(case, MORE if number % 4 == 3 else FRAGMENT) for number, case in enumerate(cases)]


def time_pages(asked: Sequence[Asked], repeats: int, ask: Ask = ask) -> dict[str, Any]:
    """Milliseconds: of the first visits, of the processor in them, and of those after them.

    A first visit finds nothing made ready for it but what other visits have left.
    `queries`: the most of all, and of filtered pages that show little and full ones.
    """
    first: list[tuple[float, str]] = []
    busy: list[float] = []
    queries: dict[str, int] = defaultdict(int)
    for each in asked:
        reply = ask(each.case.path, each.headers)
        first.append((reply.seconds * 1000, each.case.name))
        busy.append(reply.busy * 1000)
        for slot in ("most", *_size(each.case, reply)):
            queries[slot] = max(queries[slot], reply.queries)
    again = [
        ask(each.case.path, each.headers).seconds * 1000
        for _ in range(repeats - 1)
        for each in asked
    ]
    return {
        "first": asdict(spread([ms for ms, _ in first])),
        "busy": asdict(spread(busy)),
        "again": asdict(spread(again)) if again else None,
        "queries": dict(queries),
        "slowest": sorted(first, reverse=True)[:SLOWEST],
    }


def _size(case: Case, reply: Reply) -> list[str]:
    """Not of pages without a filter: what they lead with takes queries of its own."""
    if not written(case.chosen, PLACE) or _FEW < reply.events < PAGE_SIZE:
        return []
    return ["small" if reply.events <= _FEW else "full"]
