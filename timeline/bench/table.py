"""The figures of one run as lines of text."""

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.bench.limits import LIMITS, Verdict
from timeline.bench.run import Found, figures
from timeline.bench.words import number, pair

_WIDE = 58


def missed(result: Found) -> list[str]:
    """Limits that do not hold and measurements that failed; what nobody asked for is neither."""
    engine = result["measured"]["size"]["engine"]
    measured = figures(result)
    return result["failed"] + [
        limit.label
        for limit in LIMITS
        if limit.verdict(measured[limit.key], engine) == Verdict.MISSED
    ]


def lines(result: Found) -> Iterator[str]:
    size = result["measured"]["size"]
    measured = figures(result)
    yield heading(result)
    yield ""
    yield f"{'':{_WIDE}} {'at least':>9} {'wanted':>8} {'measured':>9}"
    for limit in LIMITS:
        value = measured[limit.key]
        verdict = limit.verdict(value, size["engine"])
        yield (
            f"{limit.label:{_WIDE}} {number(limit.least[size['engine']]):>9} "
            f"{number(limit.wanted[size['engine']]):>8} {number(value):>9} "
            f"{limit.unit:<10} {verdict}"
        )
    yield ""
    yield from details(result["measured"])
    yield from result["failed"]


def heading(result: Found) -> str:
    size, machine = result["measured"]["size"], result["machine"]
    versions = ", ".join(f"{name} {of}" for name, of in size["versions"].items())
    index = "" if size["indexed"] else ", without an index"
    return (
        f"{size['events']:,} events, {size['claims']:,} claims, "
        f"{size['articles']:,} articles{index}; "
        f"{result['date']} UTC, {versions}; {machine['processors']} processors, "
        f"{machine['system']}, load {machine['load']} before"
    )


def details(found: Mapping[str, Any]) -> Iterator[str]:
    """What lies behind the rows, and the ratios."""
    for key, pages in found.get("pages", {}).items():
        yield f"{key}: {_pages(pages)}"
    if worker := found.get("worker"):
        kinds = ", ".join(f"{kind} {pair(of)}" for kind, of in worker["kinds"].items())
        yield f"mixed, p50 / p95 in ms: {kinds}; {kept_words(worker)}"
        if worker["memory"]:
            yield f"memory: {memory_words(worker)}"
    if sql := found.get("sql"):
        yield f"plain SQL: {sql_words(sql)}"
    if datasette := found.get("datasette"):
        yield f"Datasette: {datasette_words(datasette, found)}"
    if ingest := found.get("ingest"):
        yield f"ingest: {ingest_words(ingest)}"
    for grown in found.get("growth", []):
        sql = f", plain SQL {pair(grown['sql'])}" if grown["sql"] else ""
        yield f"pages at {grown['events']:,} events: p50 / p95 {pair(grown['page'])} ms{sql}"


def _pages(pages: Mapping[str, Any]) -> str:
    first, again, queries = pages["first"], pages["again"], pages["queries"]
    after = f"; later ones {pair(again)}" if again else ""
    slowest = "; ".join(f"{name} {number(ms)}" for ms, name in pages["slowest"])
    return (
        f"{first['n']} first visits, p50 / p95 {pair(first)} ms (processor {pair(pages['busy'])})"
        f"{after}; queries at most {queries['most']} (filtered pages of few events "
        f"{queries.get('small', '–')}, of fifty {queries.get('full', '–')}); slowest: {slowest}"
    )


def kept_words(worker: Mapping[str, Any]) -> str:
    """How far the pages a second hang on what was asked for before."""
    return (
        f"{100 * worker['kept']:.0f} % were asked for before and kept whole, "
        f"the others alone come to {number(worker['anew_a_second'])} a second"
    )


def memory_words(worker: Mapping[str, Any]) -> str:
    before, after = worker["memory_at_start"], worker["memory"]
    return (
        f"{number(before['rss'])} MB after its first page, {number(after['rss'])} MB at the end "
        f"with all it shares ({number(after['own'])} MB its own, the rest files, mostly the index)"
    )


def sql_words(sql: Mapping[str, Any]) -> str:
    over = (
        f"; {sql['over_limit']} took longer than {number(sql['limit_seconds'])} s and count as that"
        if sql["over_limit"]
        else ""
    )
    return (
        f"median {number(sql['ratio']['p50'])} times as long, p95 {number(sql['ratio_of_p95'])} "
        f"times, over {sql['cases']} filters{over}; {sql['differences']} differences"
    )


def datasette_words(datasette: Mapping[str, Any], found: Mapping[str, Any]) -> str:
    taken = datasette["datasette"]
    compared = ""
    if pages := found.get("pages"):
        ours = pages["page"]["first"]
        compared = (
            f": {number(taken['p50'] / ours['p50'])} and "
            f"{number(taken['p95'] / ours['p95'])} times ours"
        )
    return (
        f"p50 / p95 {pair(taken)} ms{compared}, over "
        f"{datasette['cases']} filters; {datasette['over_limit']} without an answer in "
        f"{number(datasette['limit_seconds'])} s, {datasette['without_all_counts']} without all "
        "of their counts"
    )


def ingest_words(ingest: Mapping[str, Any]) -> str:
    return (
        f"{ingest['articles']} articles of {number(ingest['characters'])} characters in "
        f"{number(ingest['seconds'])} s, {ingest['failures']} failures"
    )
