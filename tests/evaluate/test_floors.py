"""No step of reading and linking gets worse than this on the project's own gold.

`python3 dev.py evaluate tests/gold` prints what is measured now. A floor stands a little below
what was measured when it was set: raise it with the work that raises the figure. Lower one
only where the gold was wrong.
"""

from pathlib import Path

import pytest

from timeline.evaluate.steps import STEPS, Figures, gold_of

GOLD = Path(__file__).resolve().parents[1] / "gold"
FLOORS: dict[str, dict[str, float]] = {
    "dates": {"strict F1": 0.93, "relaxed F1": 0.96, "value F1": 0.88},
    "sentences": {"boundary F1": 0.99},
    "cleaning": {"precision": 0.985, "recall": 0.99, "F1": 0.99},
    "attribution": {"attributed sentences F1": 0.75, "source-right sentences F1": 0.73},
    "types": {"macro F1": 0.92},
    "countries": {"right of all mentions": 0.95, "right of those found": 0.99},
    "claims": {
        "claims found": 0.98,
        "drafts that are claims": 0.98,
        "date right, of all claims": 0.94,
        "standing macro F1": 0.92,
    },
    "linking": {"CoNLL F1": 0.66, "B3 precision": 0.96, "links F1": 0.30},
}
# At most: what must not rise.
CEILINGS = {"claims": {"dates made up, of all claims": 0.015}}


def worse(step: str, figures: Figures) -> list[str]:
    below = [
        f"{name} {figures[name]:.4f} < {floor}"
        for name, floor in FLOORS[step].items()
        if figures[name] < floor
    ]
    above = [
        f"{name} {figures[name]:.4f} > {ceiling}"
        for name, ceiling in CEILINGS.get(step, {}).items()
        if figures[name] > ceiling
    ]
    return below + above


@pytest.mark.parametrize("name", FLOORS)
def test_a_step_is_no_worse_than_its_floor(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Linking starts the program itself, on a database of its own.
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE", raising=False)
    step = next(step for step in STEPS if step.name == name)
    gold = gold_of(step, GOLD)
    assert gold is not None, f"none of {', '.join(step.files)} is in {GOLD}"
    figures = step.measure(gold, 1)
    assert not worse(name, figures), figures


def test_every_step_that_the_gold_serves_has_a_floor() -> None:
    served = {step.name for step in STEPS if gold_of(step, GOLD) is not None}
    assert served - {"speed"} == set(FLOORS)


def test_a_figure_on_the_wrong_side_is_named() -> None:
    good = {
        "claims found": 0.99,
        "drafts that are claims": 0.99,
        "date right, of all claims": 0.99,
        "standing macro F1": 0.99,
        "dates made up, of all claims": 0.01,
    }
    assert worse("claims", good) == []
    bad = good | {"claims found": 0.5, "dates made up, of all claims": 0.2}
    assert worse("claims", bad) == [
        "claims found 0.5000 < 0.98",
        "dates made up, of all claims 0.2000 > 0.015",
    ]
