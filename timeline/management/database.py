"""Whether the database is there and migrated, said in a sentence."""

from django.core.management.base import CommandError
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError, OperationalError

# What SQLite says of a file, or of the folder of its write-ahead log, that it may only read.
_READ_ONLY = "readonly database"


def need_migrated_database() -> None:
    """Raises CommandError with what to do when the tables are not there or not up to date."""
    connection = connections[DEFAULT_DB_ALIAS]
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        raise CommandError(why_refused(error)) from None
    except DatabaseError as error:  # SQLite: "file is not a database", "malformed"
        raise CommandError(
            f"The database cannot be used ({str(error).strip()}). Check DATABASE_URL."
        ) from None
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("The database is not migrated. Run: python3 dev.py migrate")


def why_refused(error: OperationalError) -> str:
    """What the database said, in a sentence with what to look at."""
    told = str(error).strip()
    if _READ_ONLY in told:
        return (
            f"The database cannot be written ({told}). "
            "Check who may write its file and the folder it is in."
        )
    return f"The database cannot be reached ({told}). Check DATABASE_URL."
