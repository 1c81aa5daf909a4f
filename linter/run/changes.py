"""What changed in a repository of git: files since a revision, or as they are staged, and the lines that are new."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from linter.model.message import Message
from linter.model.records import Record
from linter.model.result import Checked, Result
from linter.model.span import TextSpan
from linter.readers import KNOWN_SUFFIXES
from linter.run.walk import Input, suffix
from linter.text.regex import regex

_HUNK = regex(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
SECONDS = 60
"""What git may take for an answer."""

Ranges = tuple[tuple[int, int], ...]
"""First and last lines."""


class Wrong(Exception):
    """Git gives no answer, and why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


class Repository(Record):
    """A repository by the folder of its working tree. What its own settings would let run is not run."""

    folder: str

    def ask(self, *words: str) -> bytes:
        """What git prints. Raises `Wrong`."""
        command = ["git", "-C", self.folder, "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", *words]
        try:
            done = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS, stdin=subprocess.DEVNULL)
        except (OSError, subprocess.TimeoutExpired):
            raise Wrong(Message("changes.no-git")) from None
        if done.returncode != 0:
            reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
            raise Wrong(Message("changes.git-failed", {"reason": reason[:200]}))
        return done.stdout

    def names(self, *words: str) -> list[str]:
        """Names that git prints with zeros between them."""
        return [name.decode("utf-8", "surrogateescape") for name in self.ask(*words).split(b"\0") if name]

    def base(self, revision: str) -> str:
        """Where the branch at hand left `revision`, or that itself where they have nothing in common; or `Wrong`."""
        try:
            commit = self.ask("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
        except Wrong:
            raise Wrong(Message("changes.no-revision", {"name": revision})) from None
        try:
            return self.ask("merge-base", commit, "HEAD").decode().strip() or commit
        except Wrong:
            return commit


_DIFF = ("diff", "--no-ext-diff", "--no-textconv", "--no-color")


def repository_of(path: str) -> Repository:
    """The repository that holds a file or folder. Raises `Wrong`."""
    place = Path(path)
    here = Repository(str(place if place.is_dir() else place.absolute().parent))
    return Repository(here.ask("rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n"))


def changed_since(paths: Sequence[str], revision: str) -> tuple[tuple[Input, ...], Callable[[Result], Result]]:
    """The reports among `paths` that are other than at `revision`, new ones included, and what keeps of a result the
    findings in lines that are new. Raises `Wrong`.
    """
    repository = repository_of(paths[0])
    base = repository.base(revision)
    changed = repository.names(*_DIFF, "--name-only", "--diff-filter=d", "-z", base, "--")
    new = repository.names("ls-files", "--others", "--exclude-standard", "-z")
    wanted = _below(repository, paths, [*changed, *new])
    lines: dict[str, Ranges] = {}
    for shown, name in wanted:
        if name not in new:
            lines[shown] = ranges(repository.ask(*_DIFF, "-U0", base, "--", f":(literal){name}"))
    return tuple(Input(shown, Path(shown), named=False) for shown, _ in wanted), InLines(lines)


def staged(paths: Sequence[str]) -> tuple[Input, ...]:
    """The reports among `paths` that are staged, with what is staged of them and not what lies in the folder."""
    repository = repository_of(paths[0])
    names = repository.names(*_DIFF, "--cached", "--name-only", "--diff-filter=d", "-z", "--")
    found = _below(repository, paths, names)
    return tuple(
        Input(shown, None, named=False, data=repository.ask("cat-file", "blob", f":{name}")) for shown, name in found
    )


def ranges(diff: bytes) -> Ranges:
    """The lines that are new in a difference without context."""
    found = ((int(hunk[1]), int(hunk[2] or 1)) for hunk in _HUNK.finditer(diff.decode("utf-8", "replace")))
    return tuple((first, first + count - 1) for first, count in found if count)


def _below(repository: Repository, paths: Sequence[str], names: Sequence[str]) -> list[tuple[str, str]]:
    """(name as it is shown, name in the repository) of those that may be drafts and are below one of the paths. Raises
    `Wrong`.
    """
    here = Path.cwd()
    roots = [Path(path).resolve() for path in paths]
    found = []
    for name in sorted(set(names)):
        file = Path(repository.folder, name).resolve()
        draft = suffix(file.name) in KNOWN_SUFFIXES and is_draft(file.name)
        if draft and any(file.is_relative_to(root) for root in roots):
            found.append((str(file.relative_to(here) if file.is_relative_to(here) else file), name))
    _refuse_absent(repository, paths, names)
    return found


def _refuse_absent(repository: Repository, paths: Sequence[str], names: Sequence[str]) -> None:
    """Raises `Wrong` for a path that is not in the repository: nothing would be looked at, and nothing said."""
    top = Path(repository.folder).resolve()
    changed = [Path(top, name) for name in names]
    for path in paths:
        if not path.strip():
            raise Wrong(Message("run.empty-path"))
        place = Path(path).resolve()
        if not place.is_relative_to(top) and not top.is_relative_to(place):
            raise Wrong(Message("changes.not-below", {"path": path, "folder": repository.folder}))
        if not place.exists() and not any(file.is_relative_to(place) for file in changed):
            raise Wrong(Message("changes.nothing-there", {"path": path}))


def is_draft(name: str) -> bool:
    """Whether a name is neither that of a marked copy nor of what a word processor leaves beside an open file."""
    return not name.startswith("~$") and not Path(name).stem.endswith(".marked")


class InLines:
    """Keeps the findings in lines that are new, where a file has lines and was there before."""

    def __init__(self, lines: Mapping[str, Ranges]) -> None:
        self.lines = dict(lines)

    def __repr__(self) -> str:
        return f"InLines({self.lines!r})"

    def __call__(self, result: Result) -> Result:
        known = self.lines.get(result.head.path)
        if known is None or not isinstance(result, Checked):
            return result
        kept = [
            one
            for one in result.findings
            if not isinstance(one.span, TextSpan)
            or any(
                first <= span.line <= last
                for span in (one.span, *(cell.span for cell in one.cells))
                if isinstance(span, TextSpan)
                for first, last in known
            )
        ]
        return result._replace(findings=tuple(kept))
