"""One small generated database for all tests that look into it."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from timeline.generate.run import Options, Report, generate


@pytest.fixture(scope="module")
def generated(django_db_setup, django_db_blocker) -> Iterator[Report]:
    """120 events, taken back after the tests of the module. Ask for `db` after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield generate(Options(events=120, seed=4, workers=0), lambda done: None)
        transaction.set_rollback(True)
