"""The steps that are measured, each with the gold it needs and the figures it gives."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.evaluate import answers, attribution, cleaning, dates, linking, sentences
from timeline.evaluate.claims import score_claims, score_countries
from timeline.evaluate.gold import load_gold
from timeline.evaluate.measures import label_counts, macro_f1
from timeline.evaluate.reading import Gold, read_all
from timeline.evaluate.speed import measure_speed
from timeline.evaluate.timelines import Citation, ingested_events

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Step:
    """`files` are looked for in the corpus folder, the first that is there is measured."""

    name: str
    files: tuple[str, ...]
    measure: Callable[[Any, int], Figures]


def measure_dates(golds: list[Gold], workers: int) -> Figures:
    pairs = [(g["timexes"], answers.timexes(found)) for g, found in read_all(golds, workers)]
    calendar = dates.score(pairs, calendar=True)
    return dates.score(pairs) | {"value F1, calendar values": calendar["value F1"]}


def measure_sentences(golds: list[Gold], workers: int) -> Figures:
    return sentences.score(
        [(g["text"], g["sentences"], found.sentences) for g, found in read_all(golds, workers)]
    )


def measure_cleaning(golds: list[Gold], workers: int) -> Figures:
    return cleaning.score(
        [(cleaning.marked(g), answers.body(found)) for g, found in read_all(golds, workers)]
    )


def measure_attribution(golds: list[Gold], workers: int) -> Figures:
    return attribution.score(
        [
            (g["text"], g["attributions"], answers.attributions(found))
            for g, found in read_all(golds, workers)
        ]
    )


def measure_types(golds: list[Gold], workers: int) -> Figures:
    golds = [gold | {"doc_id": gold["id"]} for gold in golds]
    labels = {gold["gold_root"] for gold in golds}
    pairs = [
        (gold["gold_root"], answers.type_of_pair(found, gold["marked"], labels))
        for gold, found in read_all(golds, workers)
    ]
    each = {f"  {label}": counts.f1 for label, counts in label_counts(pairs).items()}
    right = sum(want == got for want, got in pairs)
    return {"macro F1": macro_f1(pairs), "accuracy": right / len(pairs)} | each


def measure_linking(gold: dict[str, Any], workers: int) -> Figures:
    """Gold: {docs: [{doc_id, text, sentences}], mentions: [{doc_id, sent, cluster, kind}]}.

    The documents go through `ingest` as one stream of files, cut into the groups that it links
    together; the topics are not told. "alone": the same, each file linked for itself, as
    for somebody who takes in one at a time.
    """
    figures = _linking_figures(gold, ingested_events(gold["docs"], workers))
    alone = _linking_figures(gold, ingested_events(gold["docs"], workers, together=1))
    named = ("CoNLL F1", "B3 precision", "links F1")
    return figures | {f"  alone, {name}": alone[name] for name in named}


def _linking_figures(gold: dict[str, Any], events: list[list[Citation]]) -> Figures:
    mentions = [m for m in gold["mentions"] if m["kind"] == "event" and m.get("in_eval", True)]
    sizes = Counter(mention["cluster"] for mention in mentions)
    wanted: dict[Hashable, str] = {}
    clusters: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for mention in mentions:
        unit = (mention["doc_id"], mention["sent"])
        clusters[mention["cluster"]].add(unit)
        # A sentence of several events counts for the one that is told most.
        held = wanted.get(unit)
        rank = (sizes[mention["cluster"]], mention["cluster"])
        if held is None or rank > (sizes[held], held):
            wanted[unit] = mention["cluster"]
    cited = _cited_sentences(gold["docs"], events)
    sizes_found = {event: len(units) for event, units in cited.items()}
    found: dict[Hashable, Hashable] = {}
    for event, units in cited.items():
        for unit in units:
            if unit in wanted:
                best = found.get(unit)
                if best is None or sizes_found[event] > sizes_found[best]:  # type: ignore[index]
                    found[unit] = event
    annotated = {
        (d["doc_id"], s["sent"]) for d in gold["docs"] for s in d["sentences"] if s["annotated"]
    } | set(wanted)
    links = linking.link_counts(
        clusters, {event: units & annotated for event, units in cited.items()}
    )
    stories = len({doc.get("subtopic") for doc in gold["docs"]}) or 1
    told = Counter(found.values())
    return linking.score(wanted, found) | {
        "links F1": links.f1,
        "links precision": links.precision,
        "links recall": links.recall,
        "events of several sentences a story": sum(n > 1 for n in told.values()) / stories,
    }


def _cited_sentences(
    docs: list[Gold], events: list[list[Citation]]
) -> dict[int, set[tuple[str, int]]]:
    """The sentences of each event: half of the shorter of citation and sentence is shared."""
    by_doc = {doc["doc_id"]: doc["sentences"] for doc in docs}
    cited: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for event, citations in enumerate(events):
        for doc_id, start, end in citations:
            for sentence in by_doc[doc_id]:
                shared = min(end, sentence["end"]) - max(start, sentence["start"])
                shorter = min(end - start, sentence["end"] - sentence["start"])
                if shared > 0 and 2 * shared >= shorter:
                    cited[event].add((doc_id, sentence["sent"]))
    return cited


def measure_claims(golds: list[Gold], workers: int) -> Figures:
    return score_claims(list(read_all(golds, workers)))


def measure_countries(golds: list[Gold], workers: int) -> Figures:
    return score_countries(list(read_all(golds, workers)))


STEPS = (
    Step("dates", ("timebank/gold.json", "dates.json"), measure_dates),
    Step(
        "sentences",
        ("sentences/gum_news.json", "sentences.json"),
        measure_sentences,
    ),
    Step("sentences, rules", ("sentences/golden_rules_en.json",), measure_sentences),
    Step("cleaning", ("boilerplate_aeb/dev.json", "cleaning.json"), measure_cleaning),
    Step("attribution", ("polnear/dev.json", "attribution.json"), measure_attribution),
    Step("types", ("plover_plv/train.json", "types.json"), measure_types),
    Step("countries", ("countries.json",), measure_countries),
    Step("claims", ("claims.json",), measure_claims),
    Step("linking", ("ecbplus/dev.json", "linking.json"), measure_linking),
    Step("speed", ("polnear/dev.json", "claims.json"), measure_speed),
)


def gold_of(step: Step, folder: Path) -> Any | None:
    """Raises Unread."""
    for name in step.files:
        file = folder / name
        if file.is_file():
            return load_gold(file)
    return None
