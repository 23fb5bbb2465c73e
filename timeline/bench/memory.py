"""What a process holds in memory, as Linux counts it."""

from dataclasses import dataclass
from pathlib import Path

_MEGABYTE = 1024  # of the kB that /proc counts in


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes. `rss`: all it has in memory; `pss`: with its part of what is shared.

    `own`: what it made itself. The rest is of files, which processes that read the same share.
    """

    rss: float
    pss: float
    own: float


def memory_of(process: int | str = "self") -> Memory | None:
    """None where the system does not tell: elsewhere than on Linux, or of a process that ended."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return None
    return read_rollup(text)


def read_rollup(text: str) -> Memory:
    sizes: dict[str, int] = {}
    for line in text.splitlines()[1:]:
        name, _, size = line.partition(":")
        sizes[name] = int(size.split()[0])
    rss, pss, own = (sizes[name] / _MEGABYTE for name in ("Rss", "Pss", "Anonymous"))
    return Memory(rss, pss, own)


def children_of(process: int) -> list[int]:
    """The processes it started that still run; none where the system does not tell."""
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text()
    except OSError:
        return []
    return [int(child) for child in text.split()]
