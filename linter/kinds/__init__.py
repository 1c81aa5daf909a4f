"""Rule kinds by the name that a rule gives in `kind`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.kinds import (
    agency_permission,
    blank_form,
    blank_zeros,
    cell_notation,
    cell_unit,
    cell_value,
    collapsed_group,
    comparison,
    equation,
    extra_section,
    filled_cells,
    known_rows,
    label_edition,
    label_spelling,
    layout_mixed,
    layout_version,
    readable_rows,
    required_columns,
    required_corner,
    required_fact,
    required_rows,
    required_section,
    required_table,
    row_order,
    section_numbering,
    section_order,
    section_title,
)
from linter.kinds.kind import Kind

KINDS: Mapping[str, Kind[Any]] = {
    "agency-permission": agency_permission.KIND,
    "blank-form": blank_form.KIND,
    "blank-zeros": blank_zeros.KIND,
    "cell-notation": cell_notation.KIND,
    "cell-unit": cell_unit.KIND,
    "cell-value": cell_value.KIND,
    "collapsed-group": collapsed_group.KIND,
    "comparison": comparison.KIND,
    "equation": equation.KIND,
    "extra-section": extra_section.KIND,
    "filled-cells": filled_cells.KIND,
    "known-rows": known_rows.KIND,
    "label-edition": label_edition.KIND,
    "label-spelling": label_spelling.KIND,
    "layout-mixed": layout_mixed.KIND,
    "layout-version": layout_version.KIND,
    "readable-rows": readable_rows.KIND,
    "required-columns": required_columns.KIND,
    "required-fact": required_fact.KIND,
    "required-rows": required_rows.KIND,
    "required-section": required_section.KIND,
    "required-table": required_table.KIND,
    "required-corner": required_corner.KIND,
    "row-order": row_order.KIND,
    "section-numbering": section_numbering.KIND,
    "section-order": section_order.KIND,
    "section-title": section_title.KIND,
}
