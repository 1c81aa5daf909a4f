"""Rule kinds by the name that a rule gives in `kind`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.kinds.cells import agency_permission, cell_notation, cell_unit, cell_value, filled_cells
from linter.kinds.figures import adds_up, breakdown, claim, comparison, equation, same_quantity, stated_count
from linter.kinds.kind import Kind
from linter.kinds.sections import (
    extra_section,
    required_section,
    section_content,
    section_numbering,
    section_order,
    section_title,
)
from linter.kinds.tables import (
    blank_form,
    blank_zeros,
    column_departures,
    departures,
    layout_mixed,
    layout_version,
    required_table,
)
from linter.kinds.text import (
    cited_document,
    date_range,
    document_name,
    enumeration,
    listed_parts,
    paired_marks,
    repeated_text,
    repeated_words,
    required_fact,
    required_mention,
    self_name,
    similar_to_previous,
    stated_year,
    statistics_period,
    unwanted_text,
    work_year,
)

KINDS: Mapping[str, Kind[Any]] = {
    "adds-up": adds_up.KIND,
    "agency-permission": agency_permission.KIND,
    "blank-form": blank_form.KIND,
    "blank-zeros": blank_zeros.KIND,
    "breakdown": breakdown.KIND,
    "cell-notation": cell_notation.KIND,
    "cell-unit": cell_unit.KIND,
    "cell-value": cell_value.KIND,
    "cited-document": cited_document.KIND,
    "claim": claim.KIND,
    "collapsed-group": departures.COLLAPSED_GROUP,
    "column-order": column_departures.COLUMN_ORDER,
    "comparison": comparison.KIND,
    "date-range": date_range.KIND,
    "document-name": document_name.KIND,
    "enumeration": enumeration.KIND,
    "equation": equation.KIND,
    "extra-section": extra_section.KIND,
    "filled-cells": filled_cells.KIND,
    "known-columns": column_departures.KNOWN_COLUMNS,
    "known-rows": departures.KNOWN_ROWS,
    "label-edition": departures.LABEL_EDITION,
    "label-spelling": departures.LABEL_SPELLING,
    "layout-mixed": layout_mixed.KIND,
    "layout-version": layout_version.KIND,
    "paired-marks": paired_marks.KIND,
    "listed-parts": listed_parts.KIND,
    "readable-rows": departures.READABLE_ROWS,
    "repeated-table": departures.REPEATED_TABLE,
    "repeated-text": repeated_text.KIND,
    "repeated-words": repeated_words.KIND,
    "required-columns": column_departures.REQUIRED_COLUMNS,
    "required-fact": required_fact.KIND,
    "required-mention": required_mention.KIND,
    "required-rows": departures.REQUIRED_ROWS,
    "required-section": required_section.KIND,
    "required-table": required_table.KIND,
    "required-corner": departures.REQUIRED_CORNER,
    "row-order": departures.ROW_ORDER,
    "same-quantity": same_quantity.KIND,
    "section-content": section_content.KIND,
    "section-numbering": section_numbering.KIND,
    "section-order": section_order.KIND,
    "section-title": section_title.KIND,
    "similar-to-previous": similar_to_previous.KIND,
    "self-name": self_name.KIND,
    "stated-year": stated_year.KIND,
    "statistics-period": statistics_period.KIND,
    "stated-count": stated_count.KIND,
    "unwanted-text": unwanted_text.KIND,
    "work-year": work_year.KIND,
}
