"""SQLite: what is told of an event before it has its row is no change of it."""

from typing import Any

from django.db import migrations

from timeline.models import version_triggers


def make_anew(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        version_triggers.create(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("timeline", "0011_index_parts_plain")]
    operations = [migrations.RunPython(make_anew, migrations.RunPython.noop)]
