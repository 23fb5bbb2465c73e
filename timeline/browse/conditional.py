"""What a reader holds already is not made again: a page is asked for anew, and sent only if new.

Nor is what this process holds: an answer to all is made once and sent to whoever asks.

The ETag says all that an answer may hang on. It is worked out before the answer, so what is sent
is never older than its tag. A date alone is no proof: it has no fractions of a second, and a
transaction that began before it may be committed after it. So `If-Modified-Since` is not answered.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_etags

from timeline.browse.compression import takes_gzip
from timeline.browse.freshness import State, held
from timeline.browse.kept_answers import keep_answer, kept_answer
from timeline.browse.release import release

View = Callable[..., HttpResponseBase]
OK = 200


@dataclass(frozen=True, slots=True)
class Hangs:
    """What an answer hangs on besides its address and the data.

    `varies`: headers a cache has to tell apart. `headers`: others, which need no answer of their
    own in a cache, since everybody asks anew. `form`: it holds the token of the CSRF cookie.
    """

    varies: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    form: bool = False

    @property
    def on_reader(self) -> bool:
        return "Cookie" in self.varies


# The same for all who ask.
FOR_ALL = Hangs()
# A page or its fragment; a curator sees where to edit.
PAGE = Hangs(
    varies=("HX-Request", "HX-Target", "Cookie"),
    headers=("HX-Boosted", "HX-History-Restore-Request"),
)
# A fragment that leads back to the page it was asked for from.
PASSAGE = Hangs(PAGE.varies, (*PAGE.headers, "HX-Current-URL"))
FORM = Hangs(PAGE.varies, PAGE.headers, form=True)


def revalidated(on: Hangs) -> Callable[[View], View]:
    """304 to a reader who holds the answer, after one query; else the answer with its ETag.

    Goes next to the view, so that what decorators add to an answer is added to a 304 as well.
    """

    def decorated(view: View) -> View:
        @wraps(view)
        def answering(request: HttpRequest, *args: Any, **values: Any) -> HttpResponseBase:
            if request.method not in ("GET", "HEAD"):
                return view(request, *args, **values)
            with held() as state:
                etag = _etag(request, state, on)
                if _holds(request, etag, on):
                    return _marked(HttpResponseNotModified(), request, etag, state, on)
                for_all = _for_all(request, on)
                if for_all and (kept := kept_answer(etag)):
                    return kept
                answer = view(request, *args, **values)
            if answer.status_code == OK:
                _marked(answer, request, etag, state, on)
                if for_all and not _sets_cookie(request, answer):
                    keep_answer(etag, answer)
            return answer

        return answering

    return decorated


def _holds(request: HttpRequest, etag: str, on: Hangs) -> bool:
    if on.form and settings.CSRF_COOKIE_NAME not in request.COOKIES:
        return False  # the answer must set the cookie, or nobody can send the form
    given = parse_etags(request.headers.get("If-None-Match", ""))
    return etag.removeprefix("W/") in {tag.removeprefix("W/") for tag in given}


def _for_all(request: HttpRequest, on: Hangs) -> bool:
    """Whether others get the same answer, packed the same."""
    return not _signed_in(request, on) and not on.form and takes_gzip(request)


def _sets_cookie(request: HttpRequest, answer: HttpResponseBase) -> bool:
    """Its own, or that of the form in it, which is set when it has left the view."""
    return bool(answer.cookies or request.META.get("CSRF_COOKIE_NEEDS_UPDATE"))


def _signed_in(request: HttpRequest, on: Hangs) -> bool:
    return on.on_reader and settings.SESSION_COOKIE_NAME in request.COOKIES


def _etag(request: HttpRequest, state: State, on: Hangs) -> str:
    """Weak: the same answer may be compressed or not."""
    parts = [
        release(),
        state.tag,
        request.build_absolute_uri(),
        # As it was sent: bytes that are no ASCII read as two addresses, and show as one above.
        request.META.get("QUERY_STRING", ""),
        *(request.headers.get(name, "") for name in (*on.varies, *on.headers) if name != "Cookie"),
        *_reader(request, on),
    ]
    whole = "\n".join(f"{len(part)} {part}" for part in parts)
    return f'W/"{blake2b(whole.encode(), digest_size=16).hexdigest()}"'


def _reader(request: HttpRequest, on: Hangs) -> Iterator[str]:
    """Only someone signed in has a session, and only then the database is asked who it is."""
    if on.form:
        yield request.COOKIES.get(settings.CSRF_COOKIE_NAME, "")
    if on.on_reader and (session := request.COOKIES.get(settings.SESSION_COOKIE_NAME)):
        yield from (session, str(request.user.pk), str(request.user.is_staff))


def _marked(
    answer: HttpResponseBase, request: HttpRequest, etag: str, state: State, on: Hangs
) -> HttpResponseBase:
    answer.headers["ETag"] = etag
    if state.at:
        answer.headers["Last-Modified"] = http_date(state.at.timestamp())
    private = on.form or _signed_in(request, on)
    answer.headers["Cache-Control"] = "private, no-cache" if private else "no-cache"
    patch_vary_headers(answer, [*on.varies, "Accept-Encoding"])
    return answer
