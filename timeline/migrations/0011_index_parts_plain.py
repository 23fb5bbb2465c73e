"""Parts of the index are numbers: PostgreSQL took twice as long to store them as to read them all
where it tried to make them smaller."""

from django.db import migrations

_STORED = "ALTER TABLE timeline_indexpart ALTER COLUMN data SET STORAGE {}"


def _stored(kind):
    def change(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(_STORED.format(kind))

    return change


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0010_article_indexes'),
    ]

    operations = [migrations.RunPython(_stored("EXTERNAL"), _stored("EXTENDED"))]
