from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from timeline.browse.render import render_page
from timeline.models import Citation


def gone(request: HttpRequest, model: type[Model], pk: int) -> HttpResponse:
    """The page for a row that is not there: 410 when its number was given out before.

    Numbers go up and are never given twice, so a lower one than the highest is spent.
    """
    manager: Any = model._default_manager
    highest = manager.order_by("-pk").values_list("pk", flat=True).first()
    spent = highest is not None and 0 < pk < highest
    name = "passage" if model is Citation else model._meta.verbose_name
    context = {"name": name, "number": pk, "spent": spent}
    response = render_page(request, "browse/gone.html", context)
    response.status_code = 410 if spent else 404
    return response
