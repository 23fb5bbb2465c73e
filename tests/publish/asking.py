"""What the tests of exports share: answers read whole, and a world with many events."""

import csv
import io
import json
import random
from collections.abc import Iterator
from typing import Any

from django.test import Client

from tests.browse import make
from timeline.vocabulary import Role

# Each begins as a formula would, and holds markup, a quote and a line break.
HOSTILE = "=1+1<script>alert(1)</script>\"'&,\n\x0b\u202e{{ 7 }}"


def body(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, (address, answer.getvalue()[:400])
    return answer.getvalue().decode()


def table(client: Client, query: str = "") -> list[dict[str, str]]:
    text = body(client, f"/export/events.csv{query}")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def lines(client: Client, query: str = "") -> list[dict[str, Any]]:
    text = body(client, f"/export/events.jsonl{query}")
    return [json.loads(line) for line in text.split("\n") if line]


def loaded(client: Client, address: str) -> Any:
    return json.loads(body(client, address))


def crowd(events: int = 23) -> None:
    """Events of all ages and kinds, told by some of three sources on several days."""
    dice = random.Random(7)
    sources = [make.source(f"Outlet {n}") for n in range(3)]
    actors = [make.actor(f"state-{n}", f"State {n}") for n in range(3)]
    for n in range(events):
        date = dice.choice(["", "2021", "2022-03", "2022-03-04", "2022-05-01/2022-06-01", "2023-1"])
        event = make.event(f"Event {n}", date if date != "2023-1" else "2023-01-1" + str(n % 10))
        event.type = dice.choice(["", "AID", "CONSULT", "ASSAULT"])
        for actor in dice.sample(actors, dice.randrange(3)):
            make.part(event, actor, dice.choice(list(Role)))
        for k in range(dice.randrange(1, 4)):
            text = f"Report {n} {k}: the ferry of Elbistan sank with {n} people aboard."
            day = dice.choice(["2022-03-05", "2022-07-01", "2023", ""])
            report = make.article(dice.choice(sources), text, published_edtf=day)
            standing = dice.choice(["reported", "alleged", "denied"])
            make.claim(event, report, text[12:], standing=standing)
        make.settle(event)


def queries() -> Iterator[str]:
    """Query strings of every kind of filter, alone and together."""
    dice = random.Random(11)
    parts = (
        ["", "actor=state-1", "actor=state-0&actor=state-2&match=any", "by=state-2"],
        ["", "type=AID", "type=none&type=CONSULT"],
        ["", "from=2022", "from=2022-03-04&to=2022-05", "from=2022&certain=1", "undated=1"],
        ["", "known=2022-04", "known=2022"],
        ["", "source=outlet-1", "standing=alleged&source=outlet-0"],
        ["", "q=ferry+-7", "order=oldest"],
    )
    yield ""
    for each in parts:
        yield from (f"?{part}" for part in each if part)
    for _ in range(12):
        chosen = [part for each in parts if (part := dice.choice(each))]
        yield f"?{'&'.join(chosen)}"
