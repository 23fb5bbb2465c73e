"""Pinned, hashed, complete and without the address of any registry."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
FILES = ("requirements.txt", "requirements-test.txt")


def pins(file: str) -> dict[str, set[str]]:
    """Each name with its versions and their hashes; on which Python they hold is left out."""
    joined = (ROOT / file).read_text().replace("\\\n", " ")
    found: dict[str, set[str]] = {}
    for line in joined.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, _, rest = line.partition("==")
        version, *hashes = re.split(r"\s+--hash=", rest)
        version = version.partition(";")[0].strip()
        assert hashes, f"{file}: {name} has no hash"
        found.setdefault(canonicalize_name(name), set()).add(" ".join([version, *sorted(hashes)]))
    return found


def versions(file: str, name: str) -> list[str]:
    return [pin.split()[0] for pin in pins(file)[canonicalize_name(name)]]


def wanted() -> dict[str, list[Requirement]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = [text for texts in project["optional-dependencies"].values() for text in texts]
    plain = [Requirement(text) for text in project["dependencies"]]
    return {FILES[0]: plain, FILES[1]: plain + [Requirement(text) for text in extras]}


@pytest.mark.parametrize("file", FILES)
def test_no_address_is_written_down(file: str) -> None:
    text = (ROOT / file).read_text()
    assert "://" not in text
    assert not re.search(r"^\s*(-i|-f|--index|--extra-index|--find-links|--trusted)", text, re.M)


@pytest.mark.parametrize("file", FILES)
def test_everything_asked_for_is_pinned_within_its_bounds(file: str) -> None:
    for requirement in wanted()[file]:
        for version in versions(file, requirement.name):
            assert requirement.specifier.contains(version), f"{requirement} is pinned {version}"


def test_tests_run_on_the_versions_that_are_served() -> None:
    served, tested = pins(FILES[0]), pins(FILES[1])
    assert {name: tested.get(name) for name in served} == served


# Measuring is for those who change Dateline: `dev.py evaluate` installs what the tests need. A
# cluster is for those who have one, and loaded by name.
EXTRAS = (ROOT / "timeline" / "evaluate", ROOT / "timeline" / "extract" / "on_dask.py")


@pytest.mark.parametrize("file", FILES)
def test_what_the_code_imports_is_asked_for(file: str) -> None:
    """Something installed by hand, or by another package, is not there on another machine."""
    imported = {
        name.split(".")[0]
        for path in (ROOT / "timeline").rglob("*.py")
        if file == FILES[1] or not {path, *path.parents} & set(EXTRAS)
        for node in ast.walk(ast.parse(path.read_text()))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    distributions = packages_distributions()
    asked = {canonicalize_name(requirement.name) for requirement in wanted()[file]}
    foreign = imported - set(sys.stdlib_module_names) - {"timeline", ""}
    assert not [
        name
        for name in foreign
        if not asked & {canonicalize_name(found) for found in distributions.get(name, [name])}
    ]
