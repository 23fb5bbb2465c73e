"""Gold files: annotated documents as JSON, with their text or the path of their article."""

import json
from pathlib import Path
from typing import Any

from timeline.evaluate.reading import Gold, Unread
from timeline.read.text import UnreadableFile, decode


def load_gold(file: Path) -> Any:
    """The file's content, each document with its `text`.

    A `path` is relative to the gold file; its article is decoded as any article is, so that
    offsets count the same code points. Raises Unread.
    """
    gold = json.loads(file.read_text(encoding="utf-8"))
    for document in gold["docs"] if isinstance(gold, dict) else gold:
        if "text" not in document:
            document["text"] = _article(document, file)
    return gold


def _article(document: Gold, file: Path) -> str:
    if "path" not in document:
        raise Unread(f"{file}: {document.get('doc_id')} has neither text nor path")
    article = file.parent / document["path"]
    try:
        return decode(article.read_bytes())[0]
    except OSError as error:
        raise Unread(f"{article}: {(error.strerror or 'cannot be read').lower()}") from None
    except UnreadableFile as error:
        raise Unread(f"{article}: {error}") from None
