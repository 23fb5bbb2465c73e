"""`evaluate` as it is typed: what it prints and how it ends."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

TEXT = "Rain fell on Monday over the whole valley. The dam held.\n\nNobody in the town was hurt.\n"


def write(folder: Path, name: str, **more: Any) -> None:
    document = {"doc_id": "a", **more}
    (folder / name).write_text(json.dumps([document]), encoding="utf-8")


def evaluate(folder: Path, *arguments: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command("evaluate", str(folder), *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_figures_stand_under_their_step_and_absent_gold_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    spans = [[0, 42], [43, 56], [58, 86]]
    write(tmp_path, "sentences.json", path="a.txt", sentences=spans)
    printed, said = evaluate(tmp_path)
    assert printed.split("\n")[1:3] == [
        "sentences",
        "  boundary F1                               1.0000",
    ]
    assert "dates: none of timebank/gold.json, dates.json is there" in said


def test_one_step_is_measured_alone(tmp_path: Path) -> None:
    write(tmp_path, "sentences.json", text=TEXT, sentences=[[0, 42]])
    write(tmp_path, "cleaning.json", text=TEXT, body=[[0, 56], [58, 86]])
    printed, said = evaluate(tmp_path, "--step", "cleaning")
    assert "cleaning" in printed
    assert "sentences" not in printed + said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "has neither text nor path"),
        ({"path": "gone.txt"}, "gone.txt: no such file or directory"),
    ],
)
def test_gold_without_its_article_ends_in_a_sentence(
    tmp_path: Path, more: dict[str, str], said: str
) -> None:
    write(tmp_path, "sentences.json", sentences=[], **more)
    with pytest.raises(CommandError, match=said):
        evaluate(tmp_path)


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="holds no gold that is known"):
        evaluate(tmp_path)
    with pytest.raises(CommandError, match="is no folder"):
        evaluate(tmp_path / "nowhere")
