"""The reference of fields as Markdown, generated from the model: what `schema` tells an editor, for people."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from briefsmith.model.descriptions import descriptions
from briefsmith.model.evidence import FullQuote, Unnamed
from briefsmith.model.objects import Actor, Correction, Issue, Post, Sense, SetAside, SourceRecord, Term
from briefsmith.model.reasoning import Advice, Assessment, Question, Reasoning
from briefsmith.model.sheet import Sheet
from briefsmith.model.statements import Claim, Event, Figure, Position, Statement
from briefsmith.model.vocabulary import Word

_SECTIONS: tuple[tuple[str, type[BaseModel], type[BaseModel] | None], ...] = (
    ("The sheet", Sheet, None),
    ("Source", SourceRecord, None),
    ("Passage set aside", SetAside, None),
    ("Correction or withdrawal", Correction, None),
    ("Evidence in its full form", FullQuote, None),
    ("Every statement", Statement, None),
    ("Position", Position, Statement),
    ("Event", Event, Statement),
    ("Figure", Figure, Statement),
    ("Claim", Claim, Statement),
    ("People whom a source does not name", Unnamed, None),
    ("Actor", Actor, None),
    ("Post", Post, None),
    ("Issue", Issue, None),
    ("Term", Term, None),
    ("Sense of a term", Sense, None),
    ("Every judgement, advice and question", Reasoning, None),
    ("Judgement", Assessment, Reasoning),
    ("Advice", Advice, Reasoning),
    ("Question", Question, Reasoning),
)


def reference_page() -> str:
    """The whole page, the same bytes for the same model."""
    return "\n".join(["# Reference of fields", "", _INTRODUCTION, "", *_sections(), *_word_lists()]) + "\n"


_INTRODUCTION = (
    "Every key of a fact sheet. **R** marks those that must be there. A list may be written as its only value. "
    "Keys that begin with `x-` are yours: they pass through unchecked."
)


def _sections() -> Iterator[str]:
    for title, model, shared in _SECTIONS:
        yield f"## {title}\n"
        more = f" Besides the fields of every {shared.__name__.lower()}:" if shared else ""
        yield (model.__doc__ or "").strip() + more
        yield "\n| key | needed | meaning | example |\n| --- | --- | --- | --- |"
        said = descriptions(model)
        for name, field in model.model_fields.items():
            if shared is None or name not in shared.model_fields or model.__annotations__.get(name):
                yield _row(name, field, said.get(name, ""))
        yield ""


def _row(name: str, field: FieldInfo, meaning: str) -> str:
    example = f"`{_example(field.examples[0])}`" if field.examples else ""
    required = "**R**" if field.is_required() else ""
    return f"| `{field.alias or name}` | {required} | {_cell(meaning)} | {_cell(example)} |"


def _example(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _word_lists() -> Iterator[str]:
    yield "## Words\n"
    yield "The closed lists, and what each word means.\n"
    for word in Word.__subclasses__():
        yield f"### {word.__name__}\n"
        yield f"{(word.__doc__ or '').strip()}\n"
        yield "| word | meaning |\n| --- | --- |"
        yield from (f"| `{each.value}` | {_cell(each.meaning)} |" for each in word)
        yield ""
