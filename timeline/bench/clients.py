"""Clients of a server: each one asks for pages of every kind, one after another."""

import http.client
import threading
import time
from collections import Counter, OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from timeline.bench.asking import FRAGMENT
from timeline.bench.mixture import visits
from timeline.bench.server import HOST
from timeline.bench.values import Values

PATIENCE = 60  # seconds until an answer counts as none
# Of 100 visits: those that come back to a page seen before, with its ETag; those to a fragment.
RETURNS, FRAGMENTS = 20, 15
_REMEMBERED = 200
RIGHT = (200, 304)
NO_ANSWER = "none"


@dataclass(slots=True)
class Tally:
    """`times` in milliseconds. `wrong`: what did not answer with a page, in words."""

    times: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class Client:
    """Keeps its connection as long as the server does."""

    def __init__(self, port: int, number: int, seed: int) -> None:
        self.connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
        self.number, self.seed = number, seed
        self.tally = Tally()

    def ask(self, path: str, headers: Mapping[str, str]) -> str:
        """The ETag of what comes, "" for none. Whatever goes wrong is counted."""
        sent = {"Host": HOST, "Accept-Encoding": "gzip", **headers}
        began = time.perf_counter()
        try:
            self.connection.request("GET", path, headers=sent)
            answer = self.connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.connection.close()
            self._count(began, NO_ANSWER, f"{path}: {type(error).__name__} {error}")
            return ""
        wrong = "" if answer.status in RIGHT else f"{path}: {answer.status}"
        self._count(began, str(answer.status), wrong)
        return answer.headers.get("ETag", "")

    def _count(self, began: float, status: str, wrong: str) -> None:
        self.tally.times.append(1000 * (time.perf_counter() - began))
        self.tally.statuses[status] += 1
        if wrong:
            self.tally.wrong.append(wrong)


def drive(client: Client, values: Values, stopped: threading.Event) -> None:
    """Until `stopped`: new pages, fragments, and pages seen before with If-None-Match."""
    random = Random(f"client {client.seed} {client.number}")
    seen: OrderedDict[str, str] = OrderedDict()
    for visit in visits(values, client.seed * 1000 + client.number):
        if stopped.is_set():
            break
        chance = random.randrange(100)
        if seen and chance < RETURNS:
            path = random.choice(tuple(seen))
            client.ask(path, {"If-None-Match": seen[path]})
        elif visit.path.startswith(("/?", "/actors/")) and chance < RETURNS + FRAGMENTS:
            client.ask(visit.path, FRAGMENT)
        elif tag := client.ask(visit.path, {}):
            seen[visit.path] = tag
            if len(seen) > _REMEMBERED:
                seen.popitem(last=False)
    client.connection.close()
