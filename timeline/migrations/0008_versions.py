"""Versions of events, kept by triggers, and the place of the index that builds on them."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from timeline.models import version_triggers


def create(apps, schema_editor):
    version_triggers.create(schema_editor.connection)


def drop(apps, schema_editor):
    version_triggers.drop(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0007_saved_views'),
    ]

    operations = [
        migrations.CreateModel(
            name='EventVersion',
            fields=[
                ('event_id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('stamp', models.BigIntegerField(db_index=True)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='IndexSnapshot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('mark', models.BigIntegerField()),
                ('built_at', models.DateTimeField(auto_now_add=True)),
                ('events', models.PositiveIntegerField(default=0)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='SubjectVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.SmallIntegerField()),
                ('stamp', models.BigIntegerField(db_index=True)),
                ('at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('subject', 'stamp'), name='subject_once_a_stamp')],
            },
        ),
        migrations.CreateModel(
            name='IndexPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('data', models.BinaryField()),
                ('snapshot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='timeline.indexsnapshot')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('snapshot', 'number'), name='index_part_once')],
            },
        ),
        migrations.RunPython(create, drop),
    ]
