"""The plugin's options in `mkdocs.yml` as JSON Schema: strict about ours, silent about everything else there."""

from __future__ import annotations

from typing import Any

from briefsmith.model.grammar import GRAMMARS, any_case
from briefsmith.settings import PLUGIN
from briefsmith.values.tags import Tlp

Schema = dict[str, Any]

_FOLDER: Schema = {
    "type": "string",
    "pattern": r"^(?!/)(?!(?:[\s\S]*/)?\.\.(?:/|$))",
    "errorMessage": "Write a folder below `mkdocs.yml`, without `..` and without a slash in front.",
}
_SHARE: Schema = GRAMMARS["share"].schema()
_MARK = "|".join(any_case(mark.value.lower()).replace("[++]", r"\+") for mark in Tlp)
_LANGUAGE: Schema = {
    "type": "string",
    "pattern": GRAMMARS["language"].pattern.replace(r"\s*", ""),
    "errorMessage": GRAMMARS["language"].cure,
}
_TEXTS: Schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}

_OPTIONS: dict[str, tuple[str, Any, Schema]] = {
    "briefings_dir": ("folder of the fact sheets (default: briefings)", "briefings", _FOLDER),
    "registry_dir": ("folder of what several briefings share (default: registry)", "registry", _FOLDER),
    "seeds_dir": ("folder of the articles (default: seeds)", "seeds", _FOLDER),
    "templates_dir": ("folder of templates that replace the theme's (default: templates)", "templates", _FOLDER),
    "publish_tlp": (
        "the highest Traffic Light Protocol marking that reaches the site (default: CLEAR)",
        "CLEAR",
        {
            "anyOf": [
                {
                    "enum": [mark.value for mark in Tlp],
                    "enumDescriptions": [f"Publishes what is marked {mark.value} or less." for mark in Tlp],
                },
                {"type": "string", "pattern": rf"^\s*(?:{any_case('tlp:')})?(?:{_MARK})\s*$"},
            ]
        },
    ),
    "coverage": ("least share of an article's sentences that must be used or set aside", "90 %", _SHARE),
    "quoted_share": (
        "largest share of a long article that quotes may make up without a warning (default: 25 %)", "25 %", _SHARE
    ),
    "language": ("language of the pages, a BCP 47 tag (default: en)", "en", _LANGUAGE),
    "exports": ("the machine copies to write, by name", ["json"], _TEXTS),
    "pages": (
        "how many pages to write (default: all)",
        "core",
        {"enum": ["all", "core"], "enumDescriptions": ["Every page.", "Home, overview and sources only."]},
    ),
    "url_prefix": ("folder of the site in which the briefings stand (default: its top)", "news", _FOLDER),
}  # fmt: skip


def options_schema() -> Schema:
    """The schema of `mkdocs.yml` as far as this plugin goes, without `$schema`."""
    ours: Schema = {
        "description": "Options of Briefsmith: fact sheets become briefings whose every statement leads to its source.",
        "type": ["object", "null"],
        "properties": {
            name: {"description": said, "examples": [example], **{k: v for k, v in shape.items() if k != "description"}}
            for name, (said, example, shape) in _OPTIONS.items()
        },
        "additionalProperties": False,
        "defaultSnippets": [{"label": "options", "description": "The most used options.", "body": _USUAL}],
    }
    plugins = {"type": "object", "properties": {PLUGIN: ours}}
    entry = {"anyOf": [{"type": "string", "examples": [PLUGIN]}, plugins, {"not": {"type": ["string", "object"]}}]}
    return {
        "title": "mkdocs.yml with Briefsmith",
        "type": "object",
        "properties": {
            "plugins": {
                "description": "MkDocs' plugins, in the order in which they run",
                "examples": [[PLUGIN]],
                "anyOf": [plugins, {"type": "array", "items": entry}, {"not": {"type": ["array", "object"]}}],
            }
        },
    }


_USUAL = {"publish_tlp": "${1|CLEAR,GREEN,AMBER|}", "coverage": "${2:90 %}", "language": "${3:en}"}
