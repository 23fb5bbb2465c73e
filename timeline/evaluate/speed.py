"""How fast extraction is: in one process by processor time, in several by the clock."""

import gc
import sys
import time
from collections.abc import Sequence

from timeline.evaluate.reading import Gold, as_document, read_all
from timeline.extract.collecting import seldom_collected
from timeline.extract.pipeline import build_world, extract
from timeline.knowledge.loader import load_knowledge

# The article that the limits speak of.
SENTENCES = 15
PASSES = 3


def measure_speed(golds: Sequence[Gold], workers: int) -> dict[str, float]:
    """Articles a second; `growth` is what live objects grow by from the second pass on."""
    world = build_world(load_knowledge())
    documents = [as_document(gold) for gold in golds]
    seconds, blocks = [], []
    sentences = 0
    with seldom_collected():  # as the processes do that extract
        for _ in range(PASSES):
            began = time.process_time()
            sentences = sum(len(extract(document, world).sentences) for document in documents)
            seconds.append(time.process_time() - began)
            gc.collect()
            blocks.append(sys.getallocatedblocks())
    rates = {
        "articles of 15 sentences a second": sentences / SENTENCES / min(seconds),
        "growth of memory, of a second pass": blocks[-1] / blocks[-2] - 1,
    }
    if workers > 1:
        one, several = _by_clock(golds, 1), _by_clock(golds, workers)
        rates[f"times as fast with {workers} workers"] = one / several
    return rates


def _by_clock(golds: Sequence[Gold], workers: int) -> float:
    """Seconds for three times the documents, once the workers are there."""
    stream = read_all([golds[0]] * workers * 16 + [*golds] * 3, workers)
    next(stream)
    began = time.perf_counter()
    for _ in stream:
        pass
    return time.perf_counter() - began
