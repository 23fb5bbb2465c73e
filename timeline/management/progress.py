"""A bar on a terminal, plain lines otherwise."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

# Without a terminal: a line every so many articles.
_EVERY = 1000


@contextmanager
def show_progress(verbosity: int) -> Iterator[Callable[[str], None] | None]:
    """Yields what to call with the path of each finished article, None when nothing is shown."""
    if verbosity == 0:
        yield None
    elif sys.stderr.isatty():
        columns = (
            SpinnerColumn(),
            TextColumn("{task.completed} articles"),
            BarColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}", markup=False),
        )
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("", total=None)
            yield lambda path: bar.update(task, advance=1, description=path[-60:])
    else:
        yield _plain_lines()


def _plain_lines() -> Callable[[str], None]:
    done = 0

    def step(path: str) -> None:
        nonlocal done
        done += 1
        if done % _EVERY == 0:
            print(f"{done} articles, last {path}", file=sys.stderr, flush=True)

    return step
