from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.http import require_safe

from timeline.browse.asked import asked, asked_with_bom, refusal
from timeline.browse.conditional import FOR_ALL, revalidated
from timeline.browse.filters import Problem
from timeline.browse.headers import about, for_programs
from timeline.publish.formats import BY_FILE
from timeline.publish.reading import told


@for_programs
@require_safe
@revalidated(FOR_ALL)
def export(request: HttpRequest, file: str) -> HttpResponseBase:
    if file not in BY_FILE:
        there_is = f"There is no such file, but {', '.join(BY_FILE)}."
        return refusal([Problem("file", file, there_is)], status=404)
    format = BY_FILE[file]
    found, bom = asked_with_bom(request.GET) if format.bom else (asked(request.GET), False)
    if found.problems:
        return refusal(found.problems)
    chosen = found.chosen
    events = told(found.events, chosen.known_by, chosen.oldest_first)
    # A HEAD has no body to read events for.
    text = format.written(events, about(request, found), bom) if request.method == "GET" else ()
    answer = StreamingHttpResponse(text, content_type=format.content_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{format.file_name(found.stem)}"'
    return answer
