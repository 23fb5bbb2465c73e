"""Whether the database is there and migrated, said in a sentence."""

from django.core.management.base import CommandError
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError


def need_migrated_database() -> None:
    """Raises CommandError with what to do when the tables are not there or not up to date."""
    connection = connections[DEFAULT_DB_ALIAS]
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        raise CommandError(
            f"The database cannot be reached ({str(error).strip()}). Check DATABASE_URL."
        ) from None
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("The database is not migrated. Run: python3 dev.py migrate")
