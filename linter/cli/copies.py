"""Where the marked copies of several drafts go: beside each, or into a folder that is laid out as theirs is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from linter.cli.console import WrongUse, output_failed
from linter.model.message import Message
from linter.model.records import Record
from linter.model.result import Failed
from linter.run.walk import STDIN, Input


class Copies(Record):
    """`output` is the file that the user asks for, where there is one draft; `bases` are the names of the copies by
    those of the drafts, without `.marked` and suffix, where there may be several; `folder` is what they go into.
    """

    output: Path | None
    bases: dict[str, Path]
    folder: Path | None = None

    @classmethod
    def of(cls, paths: Sequence[str], items: Iterable[Input | Failed], output: Path | None) -> Copies:
        """For the drafts that `paths` have led to."""
        several = len(paths) > 1 or any(path not in (STDIN, "") and Path(path).is_dir() for path in paths)
        if not several and (output is None or not output.is_dir()):
            return cls(output, {})
        bases: dict[str, Path] = {}
        for item in items:
            if isinstance(item, Input) and (item.path is not None or output is not None):
                base = _base(item, output)
                bases[item.name] = base if base not in bases.values() else base.with_name(Path(item.name).name)
        return cls(None, bases, output)

    @property
    def several(self) -> bool:
        """Whether there may be more than one."""
        return bool(self.bases) or self.folder is not None

    def prepare(self, copy: Path) -> None:
        """Make the folder of a copy, where the user names one to put copies into; raises WrongUse."""
        if self.folder is None:
            return
        try:
            copy.parent.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise WrongUse(Message("cli.output-is-no-folder", {"path": str(self.folder)})) from None
        except OSError as error:
            raise output_failed(str(copy.parent), error) from None


def _base(item: Input, folder: Path | None) -> Path:
    """The name of a copy without what is added to it: that of the draft, in `folder` as it stood in the one that was
    walked.
    """
    path = Path(item.name)
    if folder is None:
        return path.with_suffix("")
    below = path.relative_to(item.folder) if item.folder is not None else Path(path.name)
    return (folder / below).with_suffix("")
