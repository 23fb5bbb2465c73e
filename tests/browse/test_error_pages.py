"""The pages for when something is wrong: they need as little as can be."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.views.defaults import server_error

ROOT = Path(__file__).resolve().parents[2]


def page_500() -> str:
    """Outside any test of the database: a query in it would fail."""
    response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    return response.content.decode()


def test_the_page_for_a_failure_needs_no_database() -> None:
    assert "Something broke on our side" in page_500()


def test_the_files_it_names_are_there_in_production(tmp_path: Path) -> None:
    """By their plain names: the table of hashed ones may be what is broken."""
    named = re.findall(r'href="([^"]*\.(?:css|svg|png))"', page_500())
    assert len(named) == 2
    environment = os.environ | {"DEBUG": "0", "SECRET_KEY": "k" * 50, "ALLOWED_HOSTS": "a.example"}
    environment |= {"STATIC_ROOT": str(tmp_path), "DJANGO_SETTINGS_MODULE": "timeline.settings"}
    command = [sys.executable, "manage.py", "collectstatic", "--noinput"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for address in named:
        assert address.startswith(settings.STATIC_URL)
        assert (tmp_path / address.removeprefix(settings.STATIC_URL)).is_file()


@pytest.mark.django_db
def test_a_wrong_address_offers_ways_on(client: Client) -> None:
    response = client.get("/nowhere/at/all")
    page = response.content.decode()
    assert response.status_code == 404
    assert "There is nothing at this address" in page
    for onwards in ("/", "/actors/", "/sources/", "/storylines/"):
        assert f'<li><a href="{onwards}">' in page or f'<a href="{onwards}">' in page


@pytest.mark.django_db
def test_what_asks_for_an_icon_by_its_old_name_gets_one(client: Client) -> None:
    assert client.get("/favicon.ico")["Location"].endswith("favicon-32.png")
    assert (ROOT / "static" / "icon.png").stat().st_size < 20_000
