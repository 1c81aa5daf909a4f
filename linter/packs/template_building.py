"""From merged plain data to a `Template`. What is missing is left empty, so that broken packs can be looked at too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.model.agency import AgencyKind, AgencyNames
from linter.model.below import Explained
from linter.model.entity import EntitySpec
from linter.model.template import (
    FactPattern,
    FormTexts,
    Layout,
    SectionSpec,
    Template,
    TitlePattern,
    Years,
)
from linter.packs.document_entries import build_documents
from linter.packs.table_building import build_table, label_of, localised, texts_of
from linter.packs.value_building import build_values
from linter.text.languages import DEFAULT, LANGUAGES

Data = Mapping[str, Any]


def build_template(data: Data) -> Template:
    """The template that the merged data of one pack states."""
    language = languages_of(data)[0]
    entities = data.get("entities", {})
    values = build_values(data.get("values", {}), LANGUAGES[language].figures.decimal_mark)
    return Template(
        layout=data.get("pack", {}).get("layout", ""),
        layouts=tuple(_layout(entry) for entry in data.get("layouts", ())),
        sections=tuple(_section(entry) for entry in data.get("sections", ())),
        tables=tuple(build_table(entry, entities, values) for entry in data.get("tables", ())),
        facts={
            name: tuple(FactPattern(entry.get("region", ""), entry.get("pattern", "")) for entry in patterns)
            for name, patterns in data.get("facts", {}).items()
        },
        agencies=tuple(
            AgencyKind(entry["id"], localised(entry.get("title")), entry.get("pattern", ""), entry.get("sure", True))
            for entry in data.get("agencies", ())
        ),
        titles=tuple(
            TitlePattern(entry.get("pattern", ""), entry.get("alone", True)) for entry in data.get("titles", ())
        ),
        marks=tuple(data.get("marks", ())),
        spellings=dict(data.get("spellings", {})),
        form=_form(data.get("form", {})),
        documents=build_documents(data.get("documents", ())),
        agency_names=_agency_names(data.get("agency-names", {})),
        entities=_entities(entities),
        language=language,
        below=_below(data.get("agencies-below", {})),
    )


def languages_of(data: Data) -> tuple[str, ...]:
    """The languages of a pack: those that it names and that there are, else those of every pack."""
    named = texts_of(data.get("pack", {}).get("language", ()))
    return tuple(id for id in named if id in LANGUAGES) or DEFAULT


def _form(data: Data) -> FormTexts:
    texts = (dict(data.get(key, {})) for key in ("sections", "tables"))
    return FormTexts(data.get("title", ""), data.get("lead", ""), *texts)


def _agency_names(data: Data) -> AgencyNames:
    return AgencyNames(dict(data.get("endings", {})), data.get("area", ""))


def _below(data: Data) -> Explained:
    return Explained(data.get("explained", ""), tuple(data.get("in", ())), data.get("unless", ""))


def years(data: Data | None) -> Years:
    return Years(data.get("first"), data.get("last")) if data else Years()


def _layout(entry: Data) -> Layout:
    return Layout(
        entry["id"],
        localised(entry.get("title")),
        years(entry.get("years")),
        tuple(entry.get("labels", ())),
        tuple(entry.get("headings", ())),
    )


def _section(entry: Data) -> SectionSpec:
    return SectionSpec(entry["id"], label_of(entry), entry.get("number", ""), tuple(entry.get("keywords", ())))


def _entities(entries: Mapping[str, Data]) -> dict[str, EntitySpec]:
    """The kinds of entities by their ids."""
    return {id: _entity(id, entry) for id, entry in entries.items()}


def _entity(id: str, entry: Data) -> EntitySpec:
    samples = entry.get("samples") or ()
    return EntitySpec(
        id,
        localised(entry.get("title")),
        texts_of(entry.get("total", ())),
        {name: tuple(others) for name, others in entry.get("aliases", {}).items()},
        (entry.get("key") or {}).get("code", ""),
        tuple(entry.get("parent", ())),
        dict(samples) if isinstance(samples, Mapping) else {str(name): str(name) for name in samples},
    )
