"""Extraction on the workers of a Dask cluster, in order; needs the package `distributed`.

Each worker is told once what is known of the world, also one that joins later. What a worker had
in hand when it died, another does.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import uuid4

from distributed import Client, Future, KilledWorker, Worker, WorkerPlugin, get_worker

from timeline.extract.pipeline import build_world
from timeline.extract.workers import WorkersLost, extract_one, in_bundles
from timeline.records import Document, Extraction, Failure, Knowledge

T = TypeVar("T")
Made = TypeVar("Made")
# Of the scheduler to answer, and of the first worker to be there.
_WAIT_SECONDS = 30
# Articles that go out together: the scheduler's work is by the bundle.
_TOGETHER = 16
# Bundles under way a thread of a worker; and at least, since workers may join later.
_AHEAD, _LEAST_AHEAD = 2, 16
_NOT_LOADED = (
    "The Dask cluster cannot load Dateline ({error}). "
    "Start its scheduler and its workers as docs/scaling.md says."
)


def extract_on_dask(
    items: Iterable[tuple[Document | None, T]],
    knowledge: Callable[[], Knowledge],
    then: Callable[[Extraction], Made],
    address: str,
) -> Iterator[tuple[Made | Failure | None, T]]:
    """As `workers.extract_stream`. `address`: the scheduler's, tcp://host:8786.

    An article that ends one worker after the other comes back as a Failure. Raises WorkersLost
    when there is no scheduler, or no worker that has Dateline.
    """
    with _cluster(address) as client, _told(client, knowledge()) as name:
        cluster = _Cluster(client, name, then)
        ahead = max(_LEAST_AHEAD, _AHEAD * sum(client.nthreads().values()))
        yield from in_bundles(cluster.submit, items, _TOGETHER, ahead)


class _Knowing(WorkerPlugin):
    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def setup(self, worker: Worker) -> None:
        self.world = build_world(self.knowledge)


def _there(
    name: str, documents: Sequence[Document], then: Callable[[Extraction], Made]
) -> list[Made | Failure]:
    plugin: Any = get_worker().plugins[name]
    return [extract_one(document, plugin.world, then) for document in documents]


@dataclass(frozen=True, slots=True)
class _Cluster:
    """`name`: of the plugin that has the world."""

    client: Client
    name: str
    then: Callable[[Extraction], Any]

    def submit(self, documents: Sequence[Document]) -> "_Underway":
        # Not `pure`: that would look for results of the same content, of other runs too.
        future = self.client.submit(_there, self.name, documents, self.then, pure=False)
        return _Underway(self, future, documents)


@dataclass(frozen=True, slots=True)
class _Underway:
    cluster: _Cluster
    future: Future
    documents: Sequence[Document]

    def result(self) -> list[Any]:
        try:
            return self.future.result()
        except KilledWorker:
            return self._one_by_one()
        except CancelledError:
            raise WorkersLost("The Dask scheduler is gone. Start it, and run this again.") from None
        except RuntimeError as error:  # of Dask: extraction itself raises nothing
            raise WorkersLost(_NOT_LOADED.format(error=str(error).split("\n")[0])) from None

    def _one_by_one(self) -> list[Any]:
        """One of them ends workers. Never two at a time: what waits beside it is ended too."""
        if len(self.documents) == 1:
            reason = "extraction ended every worker that tried; please report it"
            return [Failure(self.documents[0].path, reason)]
        return [self.cluster.submit([document]).result()[0] for document in self.documents]


@contextmanager
def _cluster(address: str) -> Iterator[Client]:
    try:
        client = Client(address, timeout=_WAIT_SECONDS, set_as_default=False)
    except OSError:
        raise WorkersLost(f"No Dask scheduler answers at {address}.") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_WAIT_SECONDS)
        except TimeoutError:
            raise WorkersLost(f"The Dask scheduler at {address} has no workers.") from None
        yield client


@contextmanager
def _told(client: Client, knowledge: Knowledge) -> Iterator[str]:
    """The name under which workers have the world, of this run alone."""
    name = f"dateline-{uuid4()}"
    try:
        client.register_plugin(_Knowing(knowledge), name=name)
    except ImportError as error:
        raise WorkersLost(_NOT_LOADED.format(error=error)) from None
    try:
        yield name
    finally:
        with suppress(OSError):  # it went with the scheduler
            client.unregister_worker_plugin(name)
