"""SQLite: an event whose rows change together counts once, and is looked up by its key."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from timeline.models import version_triggers


def make_anew(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        version_triggers.create(schema_editor.connection)


def drop(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        version_triggers.drop(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("timeline", "0012_versions_of_new_events")]
    operations = [
        # Backwards: triggers as they were, when the table they speak of is gone.
        migrations.RunPython(migrations.RunPython.noop, make_anew),
        migrations.CreateModel(
            name="OpenStamp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stamp", models.BigIntegerField()),
                (
                    "missing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="timeline.openstamp",
                    ),
                ),
            ],
        ),
        migrations.RunPython(make_anew, drop),
    ]
