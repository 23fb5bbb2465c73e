"""The group whose members may curate."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.apps import apps as global_apps
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import DEFAULT_DB_ALIAS
from django.db.migrations import CreateModel, Migration
from django.db.models.signals import post_migrate
from django.dispatch import receiver

CURATORS = "Curators"
SEEN = """articleshingle citation conflict eventterm ingestfailure ingestrun participation
    mention suggestionpassage savedview""".split()
CHANGED = """source origin article actor event claim storyline mergeproposal
    suggestedactor""".split()
ADDED = "source origin actor event storyline".split()
# Claims a machine misread, events and failures that nothing stands behind, views kept to fill
# the table: no articles, no users.
DELETED = "claim event storyline ingestfailure savedview".split()
# Rows kept on the page of what they belong to.
ROWS = "alias participation mention storylineevent".split()


def curator_permissions() -> set[str]:
    """Codenames of all that curators may do."""
    return (
        {f"view_{name}" for name in (*SEEN, *CHANGED, *ROWS)}
        | {f"change_{name}" for name in (*CHANGED, *ROWS)}
        | {f"add_{name}" for name in (*ADDED, *ROWS)}
        | {f"delete_{name}" for name in (*DELETED, *ROWS)}
    )


@receiver(post_migrate, dispatch_uid="dateline-curators")
def make_curators(
    sender: AppConfig,
    using: str = DEFAULT_DB_ALIAS,
    apps: Apps = global_apps,
    plan: Sequence[tuple[Migration, bool]] = (),
    **kwargs: Any,
) -> None:
    """Make the group once; what is changed in it afterwards stays changed.

    Of a group that is there, only what is allowed on tables that this migrating made is added.
    """
    if sender.label != "timeline":
        return
    try:
        groups = apps.get_model("auth", "Group").objects.using(using)
    except LookupError:  # only a part was migrated: the next whole migration makes the group
        return
    group, created = groups.get_or_create(name=CURATORS)
    made = _tables_made(plan)
    if not created and not made:
        return
    # The permissions themselves are made by another receiver, perhaps after this one.
    create_permissions(sender, verbosity=0, using=using, apps=apps)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    allowed = permissions.filter(
        content_type__app_label="timeline", codename__in=curator_permissions()
    )
    if not created:
        allowed = allowed.filter(content_type__model__in=made)
    group.permissions.add(*allowed)


def _tables_made(plan: Sequence[tuple[Migration, bool]]) -> set[str]:
    """Names of the models that migrations of `plan` (migration, whether undone) created."""
    return {
        operation.name.lower()
        for migration, undone in plan
        if migration.app_label == "timeline" and not undone
        for operation in migration.operations
        if isinstance(operation, CreateModel)
    }
