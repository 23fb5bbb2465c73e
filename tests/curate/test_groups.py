"""Who may curate, and what that allows."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.db.migrations import CreateModel, Migration
from django.test import Client
from django.urls import reverse

from tests.curate.conftest import Rows
from timeline.curate.groups import CURATORS, curator_permissions, make_curators

pytestmark = pytest.mark.django_db


def allowed() -> set[str]:
    group = Group.objects.get(name=CURATORS)
    return set(group.permissions.values_list("codename", flat=True))


def test_migrating_makes_the_group() -> None:
    assert allowed() == curator_permissions()


def test_every_permission_of_the_group_is_one_there_is() -> None:
    there = Permission.objects.filter(content_type__app_label="timeline")
    assert curator_permissions() <= set(there.values_list("codename", flat=True))


def test_curators_delete_no_articles_and_keep_no_users() -> None:
    assert "delete_article" not in allowed()
    assert not {name for name in allowed() if name.endswith("_user")}


def test_what_is_changed_in_the_group_stays_changed() -> None:
    group = Group.objects.get(name=CURATORS)
    group.permissions.remove(Permission.objects.get(codename="delete_claim"))
    make_curators(sender=apps.get_app_config("timeline"))
    assert "delete_claim" not in allowed()


@pytest.mark.parametrize("undone", [False, True])
def test_a_group_that_is_there_may_work_on_tables_that_are_new(undone: bool) -> None:
    Group.objects.get(name=CURATORS).permissions.clear()
    migration = Migration("0009_new", "timeline")
    migration.operations = [CreateModel("SuggestedActor", [])]
    make_curators(sender=apps.get_app_config("timeline"), plan=[(migration, undone)])
    expected = {"view_suggestedactor", "change_suggestedactor"}
    assert allowed() == (set() if undone else expected)


def test_staff_outside_the_group_sees_nothing(client: Client) -> None:
    client.force_login(User.objects.create_user("eve", password="outside", is_staff=True))
    assert client.get(reverse("admin:timeline_event_changelist")).status_code == 403
    html = client.get(reverse("admin:index")).content.decode()
    assert "Waiting for a person" not in html


def test_a_viewer_sees_the_pages_without_their_buttons(client: Client, rows: Rows) -> None:
    viewer = User.objects.create_user("bo", password="a pair of eyes", is_staff=True)
    viewer.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(viewer)
    rows.event.mark_curated(["title"])
    rows.event.save()
    for name in ("source", "article", "actor", "event", "claim", "storyline", "proposal"):
        row = getattr(rows, name)
        page = reverse(f"admin:timeline_{row._meta.model_name}_change", args=[row.pk])
        response = client.get(page)
        assert response.status_code == 200
        assert 'name="_save"' not in response.content.decode()
