"""Where a fragment was asked for: the address of the page around it."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from django.http import HttpRequest


def page_without_passage(request: HttpRequest) -> str:
    """Path and query of the page HTMX stands on, without an open passage; "" when unknown.

    Only a path of this site comes out, whatever the header says.
    """
    parts = urlsplit(request.headers.get("HX-Current-URL", ""))
    if not parts.path.startswith("/") or parts.path.startswith("//"):
        return ""
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name != "passage"]
    query = urlencode(kept, safe="~,/.[]")
    return f"{parts.path}?{query}" if query else parts.path
