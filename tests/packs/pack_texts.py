"""Writing packs for tests: a folder for each key, with the YAML text of its one file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

BASE = """
pack: {title: {zh: 底, en: Base}, years: {first: 2021}}
sections: [{id: requests, label: 申请}]
tables:
  - id: requests
    section: requests
    title: {zh: 申请, en: requests}
    columns: [{id: person, label: 自然人}, {id: total, label: 总计, aliases: [合计]}]
    rows:
      - {id: received, label: 一、新收}
      - id: results
        label: 二、结果
        rows:
          - {id: granted, label: （一）公开（全部）}
          - {id: other, label: （二）其他}
    sums: {outcomes: [granted, other], all: [received, outcomes]}
rules:
  - id: has-requests
    title: {zh: 有表, en: has the table}
    kind: required-table
    severity: error
    source: 样表
    tables: [requests]
  - id: in-range
    title: {zh: 数值在范围内, en: figures in range}
    kind: cell-range
    severity: warning
    source: 样表
    requires: [has-requests]
    least: 0
    tests: [{pass: {a: 1}}, {fail: {a: -1}}]
"""


def write_packs(root: Path, packs: Mapping[str, str]) -> Path:
    """Write `root/<name>/pack.yaml` for each pack, and give `root` back."""
    for name, text in packs.items():
        (root / name).mkdir(parents=True, exist_ok=True)
        (root / name / "pack.yaml").write_text(dedent(text), encoding="utf-8")
    return root
