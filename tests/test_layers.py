"""The shape of the code: which part may import which, and how big a thing may get."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Low to high. A part imports from parts lower down and from itself, never from a peer.
LAYERS: list[set[str]] = [
    {"vocabulary", "edtf", "folding", "settings", "wsgi", "replicas", "kept_connections"},
    {"records"},
    {"knowledge"},
    {"read"},
    {"extract"},
    {"link"},
    {"models"},
    {"migrations"},
    {"ingest"},
    # Writes what it is handed: filters and requests are read by the pages above it.
    {"publish", "generate"},
    {"browse", "curate", "health", "evaluate"},
    # Measures all that is below it.
    {"bench"},
    {"urls", "management", "templatetags", "admin", "apps"},
]
LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}
PURE = {"vocabulary", "edtf", "folding", "records", "knowledge", "read", "extract", "link"}
# extract's sources are records: how a file was read is none of its business.
FORBIDDEN = {("extract", "read"), ("link", "read")}
VAGUE = re.compile(r"(utils?|helpers?|libs?|common|misc|tools?)(\.py)?", re.IGNORECASE)
SQL = re.compile(
    r"\bSELECT\s.+\sFROM\s|\bINSERT INTO\s|\bUPDATE\s+\w+\s+SET\s|\bDELETE FROM\s"
    r"|\bCREATE (VIRTUAL )?(TABLE|INDEX)\s|\bDROP (TABLE|INDEX)\s",
    re.DOTALL,
)
SQL_ALLOWED = (
    "timeline/browse/search.py",
    # Reads a million rows as the driver gives them; its queries are the models'.
    "timeline/browse/index/rows.py",
    "timeline/migrations/",
    # What the ORM wrote, kept to be asked again.
    "timeline/models/written_queries.py",
    # Triggers, and what is read in one statement with the state of the transactions.
    "timeline/models/version",
    # COPY, which Django has no words for; and indexes taken away and put back.
    "timeline/ingest/rows.py",
    "timeline/generate/load.py",
)
SQL_CALLS = {"raw", "extra", "RawSQL", "cursor"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


FOLDERS = ("timeline", "tests")


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in python_files(FOLDERS[0])
}
TREES = {module: ast.parse(path.read_text()) for module, path in MODULES.items()}


def imported(module: str, tree: ast.AST, is_package: bool = False) -> Iterator[str]:
    """The dotted names a module imports; `from a import b` gives `a.b`."""
    package = module.split(".") if is_package else module.split(".")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*start, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def imports_of(module: str) -> list[str]:
    return list(imported(module, TREES[module], MODULES[module].name == "__init__.py"))


def part_of(name: str) -> str | None:
    """`timeline.read.text` is of the part `read`."""
    pieces = name.split(".")
    return pieces[1] if pieces[0] == "timeline" and len(pieces) > 1 else None


def points_up(importer: str, imported_name: str) -> bool:
    low, high = part_of(imported_name), part_of(importer)
    if low is None or high is None or low == high:
        return False
    return LEVEL[low] >= LEVEL[high] or (high, low) in FORBIDDEN


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def views(module: str) -> Iterator[Function]:
    """What answers a request: takes `request` first."""
    for function in functions(TREES[module]):
        arguments = function.args.posonlyargs + function.args.args
        if arguments and arguments[0].arg == "request":
            yield function


def calls_of(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute):
                yield called.attr
            elif isinstance(called, ast.Name):
                yield called.id


def test_every_part_has_its_layer() -> None:
    parts = {part for module in MODULES if (part := part_of(module))}
    assert parts <= LEVEL.keys(), "give the new part a place in LAYERS"


@pytest.mark.parametrize(
    ("importer", "name", "expected"),
    [
        ("timeline.read.text", "timeline.extract.body", True),
        ("timeline.extract.body", "timeline.records.Span", False),
        ("timeline.extract.body", "timeline.read.text", True),
        ("timeline.curate.review", "timeline.browse.facets", True),
        ("timeline.browse.views", "timeline.models.Event", False),
        ("timeline.browse.views.exports", "timeline.publish.formats", False),
        ("timeline.publish.formats", "timeline.browse.filters", True),
        ("timeline.models.events", "django.db.models", False),
    ],
)
def test_an_import_that_points_up_or_sideways_is_seen(
    importer: str, name: str, expected: bool
) -> None:
    assert points_up(importer, name) is expected


def test_imports_of_every_form_are_seen() -> None:
    tree = ast.parse(
        "import timeline.a\nfrom timeline import b\nfrom . import c\nfrom ..d import e"
    )
    assert list(imported("timeline.read.text", tree)) == [
        "timeline.a",
        "timeline.b",
        "timeline.read.c",
        "timeline.d.e",
    ]


def test_imports_point_down() -> None:
    wrong = [(m, name) for m in MODULES for name in imports_of(m) if points_up(m, name)]
    assert not wrong


def test_pure_layers_know_no_django() -> None:
    pure = [module for module in MODULES if part_of(module) in PURE]
    names = [(module, name) for module in pure for name in imports_of(module)]
    assert not [pair for pair in names if pair[1].startswith(("django", "psycopg"))]


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {module: edges(module) for module in MODULES}
    done: set[str] = set()
    for module in graph:
        walk(module, graph, [], done)


def edges(module: str) -> set[str]:
    found = set()
    for name in imports_of(module):
        while name and name not in MODULES:
            name = name.rpartition(".")[0]
        if name and name != module:
            found.add(name)
    return found


def walk(module: str, graph: dict[str, set[str]], path: list[str], done: set[str]) -> None:
    assert module not in path, " imports ".join([*path[path.index(module) :], module])
    if module not in done:
        for other in graph[module]:
            walk(other, graph, [*path, module], done)
        done.add(module)


def test_imports_stand_at_the_top() -> None:
    inside = [
        (module, function.name)
        for module, tree in TREES.items()
        for function in functions(tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not inside


def test_views_are_short() -> None:
    all_views = [(module, view) for module in MODULES for view in views(module)]
    assert all_views
    assert not [(module, view.name) for module, view in all_views if length(view) > 40]


def test_views_ask_named_questions() -> None:
    trees: list[tuple[str, ast.AST]] = [
        *((module, view) for module in MODULES for view in views(module)),
        *((module, tree) for module, tree in TREES.items() if ".views" in module),
    ]
    assert not [module for module, tree in trees if "filter" in calls_of(tree)]


def test_sql_is_written_in_one_place() -> None:
    wrong = []
    for module, tree in TREES.items():
        if MODULES[module].relative_to(ROOT).as_posix().startswith(SQL_ALLOWED):
            continue
        wrong += [(module, name) for name in SQL_CALLS & set(calls_of(tree))]
        wrong += [
            (module, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and SQL.search(str(node.value))
        ]
    assert not wrong


def test_files_and_functions_stay_small() -> None:
    files = {path: path.read_text() for path in [ROOT / "dev.py", *python_files(*FOLDERS)]}
    written = {path: text for path, text in files.items() if "migrations" not in path.parts}
    assert not [path for path, text in written.items() if text.count("\n") > 400]
    assert not [
        (path, function.name)
        for path, text in written.items()
        for function in functions(ast.parse(text))
        if length(function) > 60
    ]


def test_names_say_what_is_inside() -> None:
    paths = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    assert not [path for path in paths if VAGUE.fullmatch(path.name)]
