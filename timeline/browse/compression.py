"""Answers as gzip for those who take it.

Django's own middleware packs with zlib at level 6: for a page of 50 events that takes ten times
as long as ISA-L, longer than a page of kept cards, and saves a sixth of the bytes.
"""

import re
import secrets
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.deprecation import MiddlewareMixin
from isal import isal_zlib
from isal.igzip import IGzipFile

LEVEL = 2
# A shorter answer goes in one packet as it is.
SHORTEST = 200
# Length says something of a secret in a page that repeats what a visitor sent.
MOST_PADDING = 50
_TAKES_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?![.\d]))", re.IGNORECASE)
_GZIP_WINDOW = 16 + isal_zlib.MAX_WBITS


class CompressionMiddleware(MiddlewareMixin):
    def process_response(self, request: HttpRequest, answer: HttpResponseBase) -> HttpResponseBase:
        if answer.has_header("Content-Encoding"):
            return answer
        if not answer.streaming and len(cast(HttpResponse, answer).content) < SHORTEST:
            return answer
        patch_vary_headers(answer, ["Accept-Encoding"])
        if not takes_gzip(request):
            return answer
        if isinstance(answer, StreamingHttpResponse):
            answer.streaming_content = packed_pieces(
                cast(Iterable[bytes], answer.streaming_content)
            )
            del answer.headers["Content-Length"]
            answer.headers["Content-Encoding"] = "gzip"
        elif isinstance(answer, HttpResponse):
            pack(answer)
        if (etag := answer.headers.get("ETag", "")).startswith('"'):
            answer.headers["ETag"] = f"W/{etag}"
        return answer


def takes_gzip(request: HttpRequest) -> bool:
    return bool(_TAKES_GZIP.search(request.headers.get("Accept-Encoding", "")))


def pack(answer: HttpResponse) -> None:
    answer.content = packed(answer.content)
    answer.headers["Content-Length"] = str(len(answer.content))
    answer.headers["Content-Encoding"] = "gzip"


def packed(content: bytes) -> bytes:
    padding = secrets.token_hex(secrets.randbelow(MOST_PADDING))
    written = BytesIO()
    with IGzipFile(padding, "wb", compresslevel=LEVEL, fileobj=written, mtime=0) as file:
        file.write(content)
    return written.getvalue()


def packed_pieces(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """One for each, if only an empty one: whoever sends them shows that it is alive."""
    packing = isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, _GZIP_WINDOW)
    for piece in pieces:
        yield packing.compress(piece)
    yield packing.flush()
