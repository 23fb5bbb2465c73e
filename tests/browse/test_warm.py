"""What a worker makes ready."""

import gc
from collections.abc import Iterator

import pytest

from tests.browse import make
from timeline.browse.index.warm import warm


@pytest.fixture
def collector() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


# It closes the connection.
@pytest.mark.django_db(transaction=True)
def test_the_collector_is_kept_from_going_through_what_stays(collector: None) -> None:
    make.world()
    before = gc.get_threshold()
    warm()
    assert gc.get_freeze_count() > 10_000
    assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold()[1:] == before[1:]
