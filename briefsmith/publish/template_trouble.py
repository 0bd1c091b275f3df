"""What is wrong in a page template, with the file and the line that an editor has to open."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError


def describe(error: TemplateError, template: str) -> str:
    """A line of place and message, and a cure; `template` is the page's own, in whose rendering it came up."""
    if isinstance(error, TemplateNotFound):
        return f"{template}: template `{error.name}` is not there\n  help: put it into the templates folder"
    if isinstance(error, TemplateSyntaxError):
        place = f"{error.filename or error.name or template}:{error.lineno}"
    else:
        place = _place_of_failure(error) or template
    return f"{place}: {error.message}\n  help: correct the template, or delete it to get the package's own"


def _place_of_failure(error: TemplateError) -> str:
    """The innermost line of a template that was running; Jinja puts templates into the traceback under their names."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno}" for frame in frames if PurePath(frame.filename).suffix == ".html"]
    return lines[-1] if lines else ""
