"""One small generated database for all tests that look into it."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from timeline.generate.run import Options, Report, generate


@pytest.fixture(scope="module")
def generated(django_db_setup, django_db_blocker) -> Iterator[Report]:
    """120 events, taken back after the tests of the module. Ask for `db` after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        # Tests before may have drawn numbers that were taken back with their rows.
        models = list(apps.get_app_config("timeline").get_models())
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), models):
                cursor.execute(statement)
        yield generate(Options(events=120, seed=4, workers=0), lambda done: None)
        transaction.set_rollback(True)
