"""Search text by words between single spaces, so that a search finds whole words."""

from django.db import migrations

from timeline.folding import searchable

_CHUNK = 500


def rewrite(apps, schema_editor):
    Event = apps.get_model("timeline", "Event")
    batch = []
    for event in Event.objects.only("search_text").iterator(chunk_size=_CHUNK):
        event.search_text = searchable([event.search_text])
        batch.append(event)
        if len(batch) == _CHUNK:
            Event.objects.bulk_update(batch, ["search_text"])
            batch = []
    Event.objects.bulk_update(batch, ["search_text"])


class Migration(migrations.Migration):
    dependencies = [("timeline", "0005_article_url")]

    operations = [migrations.RunPython(rewrite, migrations.RunPython.noop)]
