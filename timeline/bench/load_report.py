"""What a run under load comes to: in lines of text, and what is wrong with it."""

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.bench.clients import RIGHT
from timeline.bench.load import (
    LEAST_MINUTES,
    TOLERATED_MB,
    TOLERATED_SHARE,
    grows,
    is_long_enough,
)
from timeline.bench.words import number


def faults(load: Mapping[str, Any]) -> list[str]:
    """Sentences; none when there was no error and memory stayed what it was."""
    found = []
    wrong = sum(n for status, n in load["statuses"].items() if status not in map(str, RIGHT))
    if wrong:
        found.append(f"{wrong} requests were not answered with a page: {'; '.join(load['wrong'])}")
    if not load["requests"]:
        found.append("There was not one answer.")
    if load["workers_ended"]:
        found.append(f"{load['workers_ended']} workers ended.")
    if load["edits"]["stale"]:
        found.append(f"{load['edits']['stale']} answers were without an edit just made.")
    if grows(load["memory"]):
        found.append(
            f"Memory grew by {number(load['growth'])} MB over the second half: more than "
            f"{number(TOLERATED_MB)} MB and {TOLERATED_SHARE:.0%} of what the workers hold."
        )
    return found


def load_lines(load: Mapping[str, Any]) -> Iterator[str]:
    yield (
        f"{load['events']:,} events, {load['date']} UTC: {load['clients']} clients, "
        f"{load['workers']} workers, {number(load['minutes'])} minutes"
    )
    yield f"{number(load['requests'])} requests, {number(load['requests_a_second'])} a second"
    if times := load["times"]:
        yield f"p50 / p95 {number(times['p50'])} / {number(times['p95'])} ms, with the client"
    yield "answers: " + ", ".join(f"{n:,} of {status}" for status, n in load["statuses"].items())
    edits = load["edits"]
    yield f"{edits['edits']} edits: {edits['stale']} of {edits['answers']} answers without them"
    yield memory_sentence(load)
    yield from faults(load) or [_praise(load)]


def _praise(load: Mapping[str, Any]) -> str:
    if not is_long_enough(load["memory"]):
        return f"No error; whether memory grows shows after {LEAST_MINUTES} minutes."
    return "No error, and no growth of memory."


def memory_sentence(load: Mapping[str, Any]) -> str:
    if not load["memory"]:
        return "memory: this system does not tell"
    first, last = load["memory"][0][1], load["memory"][-1][1]
    return (
        f"memory of the workers together: {number(first)} MB at first, {number(last)} MB at last, "
        f"{load['growth']:+.1f} MB over the second half; the largest worker "
        f"{number(load['largest'])} MB with all it shares"
    )
