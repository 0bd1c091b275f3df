"""What all parts of a sheet share: frozen, no unknown keys but `x-…`, which pass through to the exports."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict

from briefsmith.model.fields import wrong

EXTENSION = "x-"


def _extension_key(key: str) -> str:
    if not key.startswith(EXTENSION):
        raise wrong("unknown-key", f"unknown key `{key}`")
    return key


def _close_schema(schema: dict[str, Any]) -> None:
    schema["additionalProperties"] = False
    schema["patternProperties"] = {"^x-": {}}


class Part(BaseModel):
    """A mapping of the schema."""

    # Building is deferred because most parts are only ever validated inside a sheet, whose own schema holds them all.
    model_config = ConfigDict(frozen=True, extra="allow", json_schema_extra=_close_schema, defer_build=True)
    __pydantic_extra__: dict[Annotated[str, AfterValidator(_extension_key)], Any]
