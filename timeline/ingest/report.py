"""What an ingest did, as counts and failures."""

from dataclasses import asdict, dataclass, field

from timeline.records import Failure


@dataclass(slots=True)
class Counts:
    """Articles by what became of them; `claims`, `events`, `citations` are new rows."""

    new: int = 0
    unchanged: int = 0
    updated: int = 0
    failed: int = 0
    claims: int = 0
    events: int = 0
    citations: int = 0

    def add(self, other: "Counts") -> None:
        for name, value in asdict(other).items():
            setattr(self, name, getattr(self, name) + value)

    def lines(self) -> list[str]:
        return [
            f"Articles: {self.new} new, {self.unchanged} unchanged, "
            f"{self.updated} updated, {self.failed} failed",
            f"Claims: {self.claims} new, events: {self.events} new, "
            f"citations: {self.citations} new",
        ]


@dataclass(slots=True)
class Report:
    """`lost`: why the run ended before its end, "" when it did not."""

    counts: Counts = field(default_factory=Counts)
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    interrupted: bool = False
    lost: str = ""
