"""What the documents say exists does, and what exists is said."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands
from django.db.models import ForeignKey

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("samples/*.md")])
MODEL = (ROOT / "docs" / "data-model.md").read_text()
TABLES = {model.__name__: model for model in apps.get_app_config("timeline").get_models()}
RELATION = re.compile(r"^    (\w+) (\|\||\|o)--o\{ (\w+) : ", re.M)
ENTITY = re.compile(r"^    (\w+) \{\n(.*?)^    \}", re.M | re.S)


def text(*paths: str) -> str:
    return "\n".join((ROOT / path).read_text() for path in paths)


def rows(document: str) -> set[str]:
    """The names in the first column of a table of settings."""
    return set(re.findall(r"^\| `([A-Z_]+)` \|", document, re.M))


def documented_commands() -> set[str]:
    ours = "\n".join(path.read_text() for path in DOCUMENTS)
    return set(re.findall(r"(?:python3? dev\.py|manage\.py) ([a-z_]+)", ours))


def test_documented_commands_exist() -> None:
    assert documented_commands() <= {"demo", "test", *get_commands()}


def test_commands_of_our_own_are_documented() -> None:
    ours = {name for name, app in get_commands().items() if app == "timeline"}
    mentioned = re.findall(r"`(\w+)`", text("CHANGELOG.md"))
    assert ours <= documented_commands() | set(mentioned)


def test_every_setting_is_documented_and_every_documented_one_exists() -> None:
    code = text("timeline/settings.py", "gunicorn.conf.py", "timeline/management/probe.py")
    read = set(re.findall(r'(?:_flag|_number|_words|_origins|environ\.get)\(\s*"([A-Z_]+)"', code))
    read |= set(re.findall(r"environ\.get\('([A-Z_]+)'", code))
    composed = set(re.findall(r"\$\{(\w+)", text("docker-compose.yml")))
    assert rows(text("docs/deployment.md")) == read | composed


def test_variables_of_a_test_run_are_documented() -> None:
    code = text("dev.py", *(str(path) for path in (ROOT / "tests").rglob("*.py")))
    used = set(re.findall(r'"(DATELINE_[A-Z_]+)"', code))
    # Settings, and what one process hands on to another.
    handed_on = {"DATELINE_TEST_SERVER", "DATELINE_DATA_DIR"}
    assert rows(text("CONTRIBUTING.md")) == used - handed_on


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", path.read_text())
    local = [target for target in targets if "://" not in target]
    assert not [target for target in local if not (path.parent / target).exists()]


def test_folders_that_documents_name_exist() -> None:
    named = re.findall(r"`((?:timeline|tests|docs|samples)/[\w/.]*)`", text("README.md"))
    named += re.findall(r"`((?:timeline|tests|docs|samples)/[\w/.]*)`", text("CONTRIBUTING.md"))
    assert named
    assert not [place for place in named if not (ROOT / place).exists()]


def test_the_drawing_has_every_table_and_no_other() -> None:
    assert {name for name, _ in ENTITY.findall(MODEL)} == TABLES.keys()


def test_the_drawing_names_only_columns_that_exist() -> None:
    for name, body in ENTITY.findall(MODEL):
        drawn = {line.split()[1] for line in body.splitlines()}
        assert drawn <= {field.name for field in TABLES[name]._meta.local_fields}, name


def test_the_drawing_has_every_relation_and_no_other() -> None:
    keys = sorted(
        (field.related_model.__name__, "|o" if field.null else "||", name)
        for name, model in TABLES.items()
        for field in model._meta.local_fields
        if isinstance(field, ForeignKey)
    )
    assert sorted(RELATION.findall(MODEL)) == keys
