"""Fills in a form of the admin as a browser does: what is not touched goes back as it was."""

from html.parser import HTMLParser
from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse


def change_page(row: Model) -> str:
    return reverse(f"admin:timeline_{row._meta.model_name}_change", args=[row.pk])


def changelist(model: type[Model]) -> str:
    return reverse(f"admin:timeline_{model._meta.model_name}_changelist")


class _Form(HTMLParser):
    """The values a form would send."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, Any] = {}
        self._select: str | None = None
        self._area: str | None = None
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("id", "").endswith("_form")
        if not self._inside:
            return
        name = given.get("name", "")
        if tag == "input" and name and given.get("type") not in ("submit", "checkbox"):
            self.values[name] = given.get("value", "")
        elif tag == "input" and name and given.get("type") == "checkbox" and "checked" in given:
            self.values[name] = given.get("value") or "on"
        elif tag == "textarea":
            self._area = name
            self.values[name] = ""
        elif tag == "select":
            self._select = name
            self.values.setdefault(name, "")
        elif tag == "option" and self._select and "selected" in given:
            self.values[self._select] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._area:
            self.values[self._area] += data


def form_values(html: str) -> dict[str, Any]:
    parser = _Form()
    parser.feed(html)
    return {
        name: value.lstrip("\n") if isinstance(value, str) else value
        for name, value in parser.values.items()
    }


def save(client: Client, row: Model, **changes: Any) -> HttpResponse:
    """Open the row's page, change some fields, save. Follows to the page that answers."""
    address = change_page(row)
    values = form_values(client.get(address).content.decode()) | changes
    return client.post(address, {**values, "_continue": "1"}, follow=True)


def add(client: Client, model: type[Model], **values: Any) -> HttpResponse:
    address = reverse(f"admin:timeline_{model._meta.model_name}_add")
    filled = form_values(client.get(address).content.decode()) | values
    return client.post(address, filled, follow=True)


def told(response: HttpResponse) -> str:
    """The messages on the page that answers."""
    return " ".join(str(message) for message in response.context["messages"])
