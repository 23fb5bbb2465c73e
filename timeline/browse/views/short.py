"""Short addresses, which lead to the page itself and stay what they are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline.browse.views.gone import gone
from timeline.models import Citation, Claim, Event, SavedView


@require_safe
def event(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        return redirect(Event.objects.get(pk=pk))
    except Event.DoesNotExist:
        return gone(request, Event, pk)


@require_safe
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """To its event, at the claim."""
    try:
        return redirect(Claim.objects.select_related("event").get(pk=pk))
    except Claim.DoesNotExist:
        return gone(request, Claim, pk)


@require_safe
def passage(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        return redirect("passage", Citation.objects.get(pk=pk).pk)
    except Citation.DoesNotExist:
        return gone(request, Citation, pk)


@require_safe
def view(request: HttpRequest, code: str) -> HttpResponse:
    """To the timeline of this site, whatever the row holds."""
    found = SavedView.objects.coded(code)
    if found is None:
        return render(request, "browse/no_view.html", {"code": code}, status=404)
    return redirect(f"{reverse('timeline')}?{found.query}" if found.query else reverse("timeline"))
