"""The files that commands are run on: reports good and bad, packs good and broken."""

from __future__ import annotations

from collections.abc import Callable

from linter.model.address import Address
from linter.packs import load
from linter.run.form import write

Gouji = Callable[..., tuple[int, str, str]]

OWN_PACK = """\
pack:
  title: {zh: 本地规则, en: local rules}
  extends: cn-open-government
rules:
  - {id: requests-balance, severity: warning}
  - {id: requests-row-totals, enabled: false}
"""

FORMER_PACK = """\
pack:
  title: {zh: 旧的写法, en: former words}
  extends: cn-open-government
rules:
  - id: own-sections
    title: {zh: 第五部分不可缺少, en: section five is there}
    kind: required-section
    sections: [problems]
    severity: error
    source: 本单位要求
    tests:
      - pass: {}
      - fail: {remove: [五、存在的主要问题及改进情况]}
"""

BROKEN_PACK = """\
pack: {title: {zh: 有错的规则, en: broken rules}, extends: cn-open-government}
rules:
""" + "\n".join(f"  - {{id: rule-{number}, kind: no-such-kind-{number}, severity: grave}}" for number in range(20))


def reports() -> dict[str, bytes]:
    pack = load("cn-open-government").packs[-1]
    agency = "青溪镇人民政府"
    good = write(pack.template, 2023, agency)
    total = Address("requests", "new_received", "total")
    faulty = write(
        pack.template, 2023, agency, {total: "7", Address("requests", "new_received", "natural_person"): "7"}
    )
    outline = "\n".join(line for line in good.split("\n") if "\t" not in line)
    return {
        "good.txt": good.encode(),
        "faulty.txt": faulty.encode("gb18030"),
        "outline.txt": outline.encode(),
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 40,
        "mangled.txt": good.encode("utf-8")[:40] + b"\xff\xfe\x00\x81" * 40,
        "yearless.txt": "青溪镇人民政府政府信息公开工作年度报告\n一、总体情况\n做了工作。\n".encode(),
        "twice.txt": f"{good}\n{good}".encode(),
        "old.txt": good.replace("2023", "2012").encode(),
        "folder/good.txt": good.encode(),
        "folder/faulty.md": faulty.replace("\t", " | ").encode(),
        "folder/notes.txt": "买菜。\n".encode(),
        "notes/notes.txt": "买菜。\n".encode(),
        "notes/loose.yaml": b"rules: []\n",
        "own/rules.yaml": OWN_PACK.encode(),
        "former/rules.yaml": FORMER_PACK.encode(),
        "broken/rules.yaml": BROKEN_PACK.encode(),
    }


FILES = reports()
