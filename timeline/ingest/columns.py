"""What a draft says, as it stands in the columns of a claim and of its mentions."""

from dataclasses import asdict

from timeline import edtf
from timeline.ingest.actors import ActorRow
from timeline.ingest.sameness import statement
from timeline.ingest.sides import Mentioned
from timeline.link.records import ClaimRecord
from timeline.models import Claim
from timeline.records import ClaimDraft

# Columns of the rows of `mention_rows`, beside the id of the claim.
MENTION = ("actor_id", "role", "start", "end", "reason")
MentionRow = tuple[int, str, int, int, str]


def compare_by(claim: Claim, record: ClaimRecord) -> None:
    """Keep what later claims are compared with."""
    claim.terms = sorted(record.features)
    claim.point, claim.heading = record.point, record.heading


def mention_rows(draft: ClaimDraft, actors: dict[str, ActorRow]) -> list[MentionRow]:
    return [
        (
            actors[part.mention.actor].pk,
            part.role.value,
            part.mention.start,
            part.mention.end,
            "; ".join(filter(None, (part.mention.reason, part.reason))),
        )
        for part in draft.participants
    ]


def mentioned(draft: ClaimDraft, actors: dict[str, ActorRow]) -> list[Mentioned]:
    """The same as `telling` reads them, in the order of their places."""
    return [
        Mentioned(actor.pk, part.role.value, part.mention.actor, actor.name, actor.of)
        for part in sorted(draft.participants, key=lambda part: part.mention.start)
        for actor in [actors[part.mention.actor]]
    ]


def propose(claim: Claim, draft: ClaimDraft, actors: dict[str, ActorRow]) -> None:
    """Set what the machine worked out, leaving alone what a curator decided."""
    said, date, coding = draft.attribution, draft.date, draft.coding
    value = edtf.try_parse(date.edtf) if date else None
    claim.propose(
        text=statement(draft),
        standing=draft.standing.value,
        standing_reason=draft.standing_reason,
        attribution_text=said.text[:500] if said else "",
        attribution_reason=said.reason if said else "",
        type=coding.type.value if coding else "",
        mode=(coding.mode or "") if coding else "",
        type_reason=coding.reason if coding else "",
    )
    if not claim.is_curated("attribution_actor"):
        claim.attribution_actor_id = actors[said.actor].pk if said and said.actor else None
    claim.recorded = asdict(draft.recorded) if draft.recorded else {}
    if not claim.is_curated("date_edtf"):
        claim.date_edtf = value.text if value else ""
        claim.date_text = date.text[:200] if date else ""
        claim.date_reason = date.reason if date else ""
        claim.date_inferred = bool(date and "(inferred)" in date.reason)
