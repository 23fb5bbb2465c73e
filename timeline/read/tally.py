"""What was passed over on the way to the articles."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """What was passed over on the way, for the closing lines of a run.

    `skipped`: files of other kinds in folders; `duplicates`: files reached a second time;
    `notes`: sentences worth telling, at most `MAX_NOTES` of them.
    """

    skipped: int = 0
    duplicates: int = 0
    notes: list[str] = field(default_factory=list)

    MAX_NOTES = 50

    def note(self, sentence: str) -> None:
        if len(self.notes) < self.MAX_NOTES:
            self.notes.append(sentence)
