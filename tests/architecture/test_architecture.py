"""The structure that docs/architecture.md promises: layers, folders, registries, and what no module may do."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions

import pytest
from source_tree import PACKAGE, ROOT, Module, dotted, guarded, imported, imports, modules, strings

from linter.model.pack import Family

MODULES = modules()
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40

LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "jsonschema": ("packs",),
    "lxml": ("readers", "annotators", "formats"),
    "lsprotocol": ("lsp",),
    "markdown_it": ("readers",),
    "dask": ("clusters",),
    "fsspec": ("clusters",),
    "pathspec": ("run",),
    "platformdirs": ("packs",),
    "pyarrow": ("reporters", "clusters"),
    "xlsxwriter": ("reporters", "web"),
    "pygls": ("lsp",),
    "pypdfium2": ("readers", "annotators"),
    "rapidfuzz": ("text",),
    "re2": ("binding", "packs", "prose"),
    "rich": ("cli", "reporters"),
    "ruamel": ("packs",),
    "starlette": ("web",),
    "typer": ("cli",),
    "uvicorn": ("web",),
    "watchfiles": ("cli",),
}
"""Which layers may import a library. Any other is one that reads or writes a kind of document."""

DOCUMENTS = ("readers", "annotators")

NETWORK = {
    "asyncio", "ftplib", "http", "imaplib", "nntplib", "poplib", "select", "selectors", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib.request", "webbrowser", "wsgiref", "xmlrpc",
    "aiohttp", "httpx", "requests", "urllib3",
}  # fmt: skip
"""Modules that talk to other machines."""

ON_THIS_MACHINE = {"asyncio", "socket", "webbrowser"}
"""Those that the desk needs, which serves a page to the browser of its own machine."""

NOT_ON_WINDOWS = {
    "crypt",
    "curses",
    "fcntl",
    "grp",
    "posix",
    "pty",
    "pwd",
    "readline",
    "resource",
    "syslog",
    "termios",
    "tty",
}
CALLS_NOT_ON_WINDOWS = re.compile(
    r"os\.(chown|chroot|fchmod|fork|forkpty|getegid|geteuid|getgid|getgroups|getloadavg|getpgid|getuid|initgroups|kill|"
    r"killpg|mkfifo|mknod|nice|pread|pwrite|sched_\w+|setegid|seteuid|setgid|setsid|setuid|sysconf|uname|wait\w*)"
    r"|signal\.(SIGALRM|SIGCHLD|SIGHUP|SIGKILL|SIGPIPE|SIGQUIT|SIGUSR\d|alarm|pause|setitimer|sigwait)|time\.tzset"
)
UNSAFE = re.compile(
    r"eval|exec|compile|__import__|pickle\..*|marshal\..*|shelve\..*|os\.(system|popen|exec\w*|spawn\w*)"
)
MENTIONS_OF_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "base"}


def place(module: Module, line: int) -> str:
    return f"{module.path.relative_to(ROOT).as_posix()}:{line}"


def test_the_layers_keep_to_their_contracts() -> None:
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_no_imports_run_in_a_circle() -> None:
    """Neither those at the top nor those within functions."""
    names = {f"linter.{module.name}": module for module in MODULES}
    graph = {
        name: {used for used in imported(module.tree, set(names)) if used != name} for name, module in names.items()
    }
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the modules of a circle


def test_the_model_needs_the_standard_library_alone() -> None:
    foreign = [
        place(module, line)
        for module in MODULES
        if module.folder == "model"
        for name, line in imports(module.tree)
        if name.partition(".")[0] not in sys.stdlib_module_names and not name.startswith("linter.model")
    ]
    assert foreign == []


@pytest.mark.parametrize("layer", ["reporters", "annotators"])
def test_output_knows_results_and_words_only(layer: str) -> None:
    allowed = (
        "linter.model", "linter.text", "linter.language", "linter.formats", "linter.presentation", "linter.fixes",
        f"linter.{layer}",
    )  # fmt: skip
    foreign = [
        place(module, line)
        for module in MODULES
        if module.folder == layer
        for name, line in imports(module.tree)
        if name.startswith("linter.") and not name.startswith(allowed)
    ]
    assert foreign == []


def libraries() -> list[tuple[Module, str, int]]:
    """Every import of something that is neither the standard library's nor ours."""
    return [
        (module, name.partition(".")[0], line)
        for module in MODULES
        for name, line in imports(module.tree)
        if name.partition(".")[0] not in {*sys.stdlib_module_names, "linter"}
    ]


def test_every_library_stays_in_its_layer() -> None:
    astray = [
        place(module, line) for module, name, line in libraries() if module.folder not in LIBRARIES.get(name, DOCUMENTS)
    ]
    assert astray == []


def test_a_library_that_reads_documents_serves_one_format() -> None:
    formats: dict[str, set[str]] = {}
    for module, name, _ in libraries():
        if module.folder == "readers" and name not in {"re2", "rapidfuzz"}:
            formats.setdefault(name, set()).add(module.name.split(".")[1].partition("_")[0])
    assert {name: sorted(found) for name, found in formats.items() if len(found) > 1} == {}


def test_every_library_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    always, at_times = (
        {re.split(r"[^\w.-]", line)[0].lower().replace("_", "-") for line in lines}
        for lines in (project["dependencies"], extras)
    )
    owners = packages_distributions()
    used = {owner.lower().replace("_", "-") for _, name, _ in libraries() for owner in owners.get(name, [name])}
    assert used - always - at_times == set()
    assert always - used == set()


def test_modules_and_functions_are_short() -> None:
    long = [place(module, 1) for module in MODULES if len(module.text.splitlines()) > LONGEST_MODULE]
    for module in MODULES:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION:
                long.append(f"{place(module, node.lineno)} {node.name}")
    assert long == []


def test_names_say_what_is_in_a_module() -> None:
    assert [module.name for module in MODULES if MENTIONS_OF_NOTHING & set(module.name.split("."))] == []
    assert [module.name for module in MODULES if ast.get_docstring(module.tree) is None] == []


def test_the_only_broad_except_is_the_one_around_rules() -> None:
    broad = [
        module.name
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or dotted(node.type) in {"Exception", "BaseException"})
    ]
    assert broad == ["run.crash"]


@pytest.mark.parametrize("forbidden", [NETWORK, NOT_ON_WINDOWS], ids=["the network", "modules that Windows lacks"])
def test_nothing_imports(forbidden: set[str]) -> None:
    found = [
        f"{place(module, line)} {name}"
        for module in MODULES
        for name, line in imports(module.tree)
        if name in forbidden or name.partition(".")[0] in forbidden
        if forbidden is NETWORK or line not in guarded(module.tree)
        if module.folder != "web" or name not in ON_THIS_MACHINE
    ]
    assert found == []


@pytest.mark.parametrize(
    "forbidden", [CALLS_NOT_ON_WINDOWS, UNSAFE], ids=["what Windows lacks", "what runs foreign code"]
)
def test_nothing_uses(forbidden: re.Pattern[str]) -> None:
    found = [
        f"{place(module, node.lineno)} {dotted(node)}"
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute | ast.Name) and forbidden.fullmatch(dotted(node))
    ]
    assert found == []


def test_texts_are_read_and_written_with_an_encoding() -> None:
    """Without one, a file written on one machine is read as something else on another."""
    found = []
    for module in MODULES:
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call):
                continue
            called = dotted(node.func) or (node.func.attr if isinstance(node.func, ast.Attribute) else "")
            name = called.rpartition(".")[2]
            named = {keyword.arg for keyword in node.keywords}
            binary = any(isinstance(given, ast.Constant) and "b" in str(given.value) for given in node.args)
            opens = name in {"read_text", "write_text"} or called in {"open", "os.fdopen", "io.open"}
            if opens and not binary and "encoding" not in named:
                found.append(f"{place(module, node.lineno)} {called}")
    assert found == []


def registry(module: str, name: str) -> ast.Dict:
    """The dictionary that a registry is: `NAME: Mapping[...] = {...}`, read and not run."""
    (found,) = [one for one in MODULES if one.name == module]
    (value,) = [
        node.value
        for node in found.tree.body
        if isinstance(node, ast.AnnAssign) and dotted(node.target) == name and node.value is not None
    ]
    assert isinstance(value, ast.Dict)
    return value


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("kinds", "KINDS"),
        ("readers", "READERS"),
        ("readers", "KNOWN_SUFFIXES"),
        ("reporters", "REPORTERS"),
        ("annotators", "ANNOTATORS"),
    ],
)
def test_registries_are_literals(module: str, name: str) -> None:
    keys = registry(module, name).keys
    assert all(isinstance(key, ast.Constant) and isinstance(key.value, str) for key in keys)


def test_every_kind_is_registered_under_its_name() -> None:
    """A module of one kind has the kind's name, and calls it KIND; one of several calls each as it is registered."""
    found = registry("kinds", "KINDS")
    registered = {
        key.value: dotted(value) for key, value in zip(found.keys, found.values, strict=True)
        if isinstance(key, ast.Constant)
    }  # fmt: skip
    made = [
        (module.name.rpartition(".")[2], dotted(node.targets[0]))
        for module in MODULES
        if module.folder == "kinds"
        for node in module.tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        if dotted(node.value.func) in {"Kind", "missed"}
    ]
    named = {(module if kind == "KIND" else kind.lower()): f"{module}.{kind}" for module, kind in made}
    assert registered == {name.replace("_", "-"): place for name, place in named.items()}
    assert len(made) == len(registered)


def test_no_label_of_a_report_is_built_into_the_program(family: Family) -> None:
    """What reports say stands in packs. Two characters may be a word of any language; longer ones are not by chance."""
    labels = set()
    for pack in family.packs:
        labels |= {section.label.text for section in pack.template.sections}
        for table in pack.template.tables:
            for block in table.blocks:
                parts = [*block.rows, *block.columns, *block.groups]
                labels |= {label.text for part in parts for label in (part.label, *part.parents)}
    assert len(labels) > 50
    found = [
        f"{place(module, line)} {label}"
        for module in MODULES
        for text, line in strings(module.tree)
        for label in labels
        if len(label) > 2 and label in text
    ]
    assert found == []


def test_the_architecture_page_names_every_folder() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    alone = {path.name for path in PACKAGE.glob("*.py")} - {"__init__.py", "__main__.py"}
    assert [name for name in sorted(folders) if f"{name}/" not in page] == []
    assert [name for name in sorted(alone) if f"`{name}`" not in page] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["desk"]]
    names = [re.split(r"[^\w.-]", line)[0] for line in lines]
    assert [name for name in names if name not in page] == []


OF_A_LANGUAGE = re.compile("[\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\ufe30-\ufe6f\uff01-\uffef]")
"""Characters and marks that Chinese is written with; the wide space parts words in any text."""


def declared_texts(tree: ast.AST) -> set[int]:
    """The nodes in which texts for people are declared: what is given as `zh=` or `en=` or to `Localised`, and the
    description of a kind, which is the second thing that `Kind` or `missed` is given, after its documentation.
    """
    declared: list[ast.expr] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            given = {"Localised": 2, "Kind": 2, "missed": 2}.get(dotted(node.func), 0)
            declared += [keyword.value for keyword in node.keywords if keyword.arg in {"zh", "en"}] + node.args[:given]
    return {id(text) for one in declared for text in written_out(one)}


def written_out(node: ast.expr) -> Iterator[ast.expr]:
    """The texts of which an expression is put together; one that looks something up is none."""
    parts: list[ast.expr] = []
    match node:
        case ast.Constant():
            yield node
        case ast.JoinedStr():
            parts = node.values
        case ast.BinOp():
            parts = [node.left, node.right]
        case ast.IfExp():
            parts = [node.body, node.orelse]
    for part in parts:
        yield from written_out(part)


def test_what_belongs_to_a_language_is_data() -> None:
    """Words and marks by which reports are read stand in `rules/language/`; texts for people are declared as such."""
    found = []
    for module in MODULES:
        if module.folder == "language":
            continue
        told = declared_texts(module.tree) | {
            id(one.value) for one in ast.walk(module.tree) if isinstance(one, ast.Expr)
        }
        found += [
            f"{place(module, node.lineno)} {node.value[:30]}"
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
            if OF_A_LANGUAGE.search(node.value)
        ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "is_declared"),
    [
        ('Localised("件", "cases")', True),
        ('Option(WORDS, zh="词" if long else "词语", en="words")', True),
        ('Kind(__doc__, "说明", check)', True),
        ('Kind(__doc__, "说明", "其他")', False),
        ('UNIT = "件"', False),
        ('Localised(UNITS["件"], "cases")', False),
        ('find(text, "件")', False),
    ],
)
def test_a_text_is_declared_by_where_it_stands(source: str, is_declared: bool) -> None:
    tree = ast.parse(source)
    texts = declared_texts(tree)
    of_a_language = [
        node for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and OF_A_LANGUAGE.search(node.value)
    ]  # fmt: skip
    assert all(id(node) in texts for node in of_a_language) is is_declared


def test_no_two_files_of_tests_have_one_name() -> None:
    """Collected together, the second would be taken for the first."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert [name for name in sorted(set(names)) if names.count(name) > 1] == []
