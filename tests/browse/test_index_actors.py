"""The index says of actors what the database does, whatever was changed since it was made."""

import random
from pathlib import Path
from typing import Any

import pytest

from tests.browse import chance
from timeline.browse import actor_numbers
from timeline.browse.index import current, figures
from timeline.browse.index.build import rebuild
from timeline.models import Actor, actor_figures
from timeline.models.actor_figures import Shared

ROUNDS = 10


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR = tmp_path
    current.forget()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("seed", "few"), [(0, 4_000), (1, 1)])
def test_index_and_database_give_actors_the_same_figures_after_any_edits(
    seed: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "_FEW", few)
    rng = random.Random(seed)
    chance.world(rng)
    rebuild()
    seen = {"towards": 0, "back": 0, "together": 0, "quads": 0, "said": 0}
    for _ in range(ROUNDS):
        for _ in range(rng.choice((0, 1, 3))):
            chance.edit(rng)
        keys = [*Actor.objects.values_list("key", flat=True), "nobody"]
        assert current.current() is not None
        for key in keys:
            shared, said = actor_figures.shared_with(key), actor_figures.said_by_standing(key)
            expected = {other: shared.get(other, Shared()) for other in keys}
            assert actor_numbers.shared_with(key, keys) == expected, key
            assert actor_numbers.said_by_standing(key) == said, key
            seen["said"] += len(said)
            for other in shared.values():
                for name in ("towards", "back", "together", "quads"):
                    seen[name] += bool(getattr(other, name))
    assert all(seen.values()), seen
