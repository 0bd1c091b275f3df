"""The types of fields: from the text that an editor wrote to a typed value, or to an error that names its cure.

An error's type is the name of a row in the catalogue of findings; its context may hold `help`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
)
from pydantic import StringConstraints as Constraints
from pydantic_core import PydanticCustomError, core_schema

from briefsmith.model.grammar import MARK, shown_as
from briefsmith.values.edtf import DateError, EdtfDate, parse_date
from briefsmith.values.ident import IdError, check_id
from briefsmith.values.quantity import Quantity, QuantityError, parse_quantity
from briefsmith.values.share import ShareError, parse_share
from briefsmith.values.tags import Tlp, is_country, is_language, is_licence, is_wikidata_item
from briefsmith.values.weburl import UrlError, check_url

T = TypeVar("T")

UNKNOWN = "unknown"
"""Written where the source does not say; shown as such, never left out."""


class Target(Enum):
    """What a reference may lead to."""

    ACTOR = "actor"
    ISSUE = "issue"
    TERM = "term"
    SOURCE = "source"
    STATEMENT = "statement"
    """A position, event, figure, claim, judgement, advice or question."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose text is the id of another object; `also` lists words that are no ids."""

    targets: tuple[Target, ...]
    also: frozenset[str] = frozenset()
    free: bool = False
    """Plain names are allowed as well, so that an unknown id is no fault."""


def wrong(name: str, message: str, help_: str = "", key: str = "") -> PydanticCustomError:
    """An error in one field, under the name of its finding; `key` says at which key of a mapping.

    Braces in the message are printed as they are.
    """
    return PydanticCustomError(name, "{message}", {"message": message, "help": help_, "key": key})


def _converted(convert: Callable[[str], T], name: str, refusal: type[Exception]) -> Callable[[Any], T]:
    def validate(value: Any) -> T:
        if not isinstance(value, str):
            message, help_ = f"expected text, found {kind_of(value)}", "write one value, without `- ` or `key:`"
            raise wrong("wrong-type", message, help_)
        try:
            return convert(value.strip())
        except refusal as error:
            message, help_ = getattr(error, "message", str(error)), getattr(error, "help", "")
            raise wrong(name, message, help_) from None

    return validate


def _checked(is_right: Callable[[str], bool], what: str, help_: str) -> AfterValidator:
    def validate(value: str) -> str:
        if not is_right(value):
            raise wrong("malformed-value", f"`{value}` is no {what}", help_)
        return value

    return AfterValidator(validate)


def kind_of(value: Any) -> str:
    """What an editor calls a piece of YAML."""
    if value == "":
        return "nothing"
    return "a list" if isinstance(value, list | tuple) else "a mapping" if isinstance(value, dict) else "text"


def _instant(value: str) -> str:
    try:
        stated = datetime.fromisoformat(value)
    except ValueError:
        stated = None
    if stated is None or stated.tzinfo is None:
        raise wrong("malformed-value", f"`{value}` is no time with a zone", "write it like 2025-11-10T09:30:00+01:00")
    return value


def _url(value: str) -> str:
    if value == UNKNOWN:
        return value
    try:
        check_url(value)
    except UrlError as error:
        raise wrong("unsafe-url", error.message, error.help) from None
    return value


def _id(value: str) -> str:
    try:
        check_id(value)
    except IdError as error:
        raise wrong("malformed-id", error.message, error.help) from None
    return value


class OneOrMany:
    """A list that may be written as its only value."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Wrap a lone value before the list is validated."""
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> Any:
        """Offer both forms to the editor."""
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


class Short:
    """A mapping that may be written as its main text alone: how that becomes the mapping, and what it is."""

    def __init__(self, convert: Callable[[Any], Any], description: str, grammar: str = "text") -> None:
        self._convert = convert
        self._text = {MARK: grammar, "description": description}

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Make the mapping before it is validated."""
        return core_schema.no_info_before_validator_function(self._convert, handler(source))

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> Any:
        """Offer both forms to the editor."""
        return {"anyOf": [self._text, handler(schema)]}


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


Text = Annotated[str, Constraints(strip_whitespace=True, min_length=1), shown_as("text")]
"""A value that the site prints literally."""
Prose = Annotated[str, Constraints(strip_whitespace=True, min_length=1), shown_as("prose")]
"""Markdown with references to facts as `[words](#fact-id)`."""
Id = Annotated[str, Constraints(strip_whitespace=True), AfterValidator(_id), shown_as("id")]
Date = Annotated[EdtfDate, PlainValidator(_converted(parse_date, "malformed-date", DateError)), shown_as("date")]
Value = Annotated[
    Quantity,
    PlainValidator(_converted(parse_quantity, "malformed-quantity", QuantityError)),
    shown_as("quantity"),
]
Share = Annotated[float, PlainValidator(_converted(parse_share, "malformed-value", ShareError)), shown_as("share")]
Instant = Annotated[str, Constraints(strip_whitespace=True), AfterValidator(_instant), shown_as("instant")]
Url = Annotated[str, Constraints(strip_whitespace=True), AfterValidator(_url), shown_as("url")]
Language = Annotated[
    str,
    Constraints(strip_whitespace=True),
    _checked(
        lambda tag: tag == UNKNOWN or is_language(tag), "BCP 47 language tag", "write it like `en`, `uk` or `zh-Hant`"
    ),
    shown_as("language"),
]
Country = Annotated[
    str,
    Constraints(strip_whitespace=True),
    _checked(is_country, "ISO 3166-1 code", "two capital letters, such as `UA`"),
    shown_as("country"),
]
Wikidata = Annotated[
    str,
    Constraints(strip_whitespace=True),
    _checked(is_wikidata_item, "Wikidata id", "a capital Q and digits, such as `Q212`"),
    shown_as("wikidata"),
]
Licence = Annotated[
    str,
    Constraints(strip_whitespace=True),
    _checked(is_licence, "SPDX licence id", "such as `CC-BY-4.0`, with hyphens, or `LicenseRef-unknown`"),
    shown_as("licence"),
]
Hash = Annotated[str, Constraints(strip_whitespace=True, pattern=r"^[0-9a-f]{64}$"), shown_as("hash")]
Count = Annotated[str, Constraints(strip_whitespace=True, pattern=r"^[0-9]{1,9}$"), shown_as("count")]
Marking = Annotated[
    Tlp,
    BeforeValidator(lambda value: value.strip().removeprefix("TLP:") if isinstance(value, str) else value),
]

_SPEAKERS = frozenset({"self", "outlet"})
_Reference = Annotated[str, Constraints(strip_whitespace=True, min_length=1), shown_as("reference")]
ActorRef = Annotated[_Reference, Ref((Target.ACTOR,))]
SPEAKER = Ref((Target.ACTOR,), also=_SPEAKERS)
Speaker = Annotated[_Reference, SPEAKER]
Side = Annotated[
    str,
    Constraints(strip_whitespace=True, min_length=1),
    shown_as("reference"),
    Ref((Target.ACTOR,), also=frozenset({UNKNOWN})),
]
IssueRef = Annotated[_Reference, Ref((Target.ISSUE,))]
TermRef = Annotated[_Reference, Ref((Target.TERM,))]
StatementRef = Annotated[_Reference, Ref((Target.STATEMENT,))]
EventOrSourceRef = Annotated[_Reference, Ref((Target.STATEMENT, Target.SOURCE))]
PlaceRef = Annotated[
    str,
    Constraints(strip_whitespace=True, min_length=1),
    shown_as("reference"),
    Ref((Target.TERM, Target.ACTOR), free=True),
]
AnyRef = Annotated[_Reference, Ref(tuple(Target))]
