"""Filters of the timeline that somebody asked a short address for."""

from base64 import b32encode
from hashlib import sha256
from typing import Any

from django.core.validators import MinLengthValidator
from django.db import models
from django.urls import reverse

# Of a code of 52 characters; more are taken when two queries begin alike.
SHORTEST_CODE = 8
LONGEST_CODE = 52
LONGEST_QUERY = 2000


def code_of(query: str) -> str:
    """The whole code of a query: letters and digits that are not mistaken for each other."""
    return b32encode(sha256(query.encode()).digest()).decode().rstrip("=").lower()


class SavedViewQuerySet(models.QuerySet):
    def keep(self, query: str) -> Any:
        """The view of a canonical query, made when there is none: always the same one."""
        whole = code_of(query)
        for length in range(SHORTEST_CODE, LONGEST_CODE):
            view: Any = self.get_or_create(code=whole[:length], defaults={"query": query})[0]
            if view.query == query:
                return view
        return self.get_or_create(code=whole, defaults={"query": query})[0]

    def coded(self, code: str) -> Any:
        """The view of a code, in whatever case it was typed; None when there is none."""
        return self.filter(code=code.lower()).first()

    def kept(self, query: str) -> Any:
        """The view of a canonical query when somebody asked for one, else None."""
        whole = code_of(query)
        codes = [whole[:length] for length in range(SHORTEST_CODE, LONGEST_CODE + 1)]
        return self.filter(code__in=codes, query=query).first()


class SavedView(models.Model):
    """`query`: what stands after the question mark of a timeline, in canonical form."""

    code = models.CharField(
        max_length=LONGEST_CODE, unique=True, validators=[MinLengthValidator(SHORTEST_CODE)]
    )
    query = models.CharField(max_length=LONGEST_QUERY, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = models.Manager.from_queryset(SavedViewQuerySet)()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("short-view", args=[self.code])
