"""What the preview adds to a page: its script, its style, and a panel with the findings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from briefsmith.findings.located import Located
from briefsmith.findings.locator import Locator, Range

OWN = "_briefsmith/"
"""Where the preview's own files stand, beside the site."""

_HEAD = Markup('<link rel="stylesheet" href="/{own}preview.css"><script src="/{own}preview.js" defer></script>\n')
_SHOWN = 30
_BODY = re.compile(rb"<body\b[^>]*>")


def with_panel(page: bytes, findings: list[Located], locator: Locator, failure: str) -> bytes:
    """The page with the panel on it. All that is in the panel is escaped: it shows the editor's own bad input."""
    head = _HEAD.format(own=OWN).encode()
    panel = _panel(findings, locator, failure).encode("utf-8", errors="xmlcharrefreplace")
    page = page.replace(b"</head>", head + b"</head>", 1)
    return _BODY.sub(lambda match: match[0] + panel, page, count=1)


def without_panel(page: bytes) -> bytes:
    """The page as it would be published."""
    page = page.replace(_HEAD.format(own=OWN).encode(), b"", 1)
    return re.sub(rb'<aside class="bs-preview".*?</aside><!--preview-->', b"", page, count=1, flags=re.DOTALL)


def _panel(findings: list[Located], locator: Locator, failure: str) -> Markup:
    errors = [each for each in findings if each.finding.is_error]
    warnings = [each for each in findings if not each.finding.is_error]
    stops = bool(errors or failure)
    parts = [
        Markup('<aside class="bs-preview" lang="en" dir="ltr" aria-label="Preview" data-state="{}">').format(
            "broken" if stops else "good"
        )
    ]
    if stops:
        parts.append(Markup("<p><strong>{}</strong></p>").format(_headline(len(errors))))
    if failure:
        parts.append(Markup("<pre>{}</pre>").format(failure))
    parts += _lists(errors, warnings, locator)
    return Markup("").join([*parts, Markup("</aside><!--preview-->")])


def _headline(errors: int) -> str:
    count = f"{errors} error{'s' if errors != 1 else ''}" if errors else "It cannot be built"
    return f"{count}; below is the page as it last was"


def _lists(errors: list[Located], warnings: list[Located], locator: Locator) -> Iterator[Markup]:
    if errors:
        yield _list(errors, locator)
    if warnings:
        count = f"{len(warnings)} warning{'s' if len(warnings) != 1 else ''}"
        yield Markup("<details><summary>{}</summary>{}</details>").format(count, _list(warnings, locator))


def _list(found: list[Located], locator: Locator) -> Markup:
    rows = [_row(each, locator) for each in found[:_SHOWN]]
    if len(found) > _SHOWN:
        rows.append(Markup("<li>… and {} more: <code>build.py check</code></li>").format(len(found) - _SHOWN))
    return Markup("<ol>{}</ol>").format(Markup("").join(rows))


def _row(each: Located, locator: Locator) -> Markup:
    finding, place = each.finding, each.range
    line = locator.source_line(place.file, place.line).strip()
    return Markup('<li><code class="bs-place">{}</code> <bdi>{}</bdi> <small>{}</small>{}<p>{}</p></li>').format(
        _place(place),
        finding.message,
        finding.code.number,
        Markup("<pre>{}</pre>").format(line) if line else "",
        finding.help,
    )


def _place(place: Range) -> str:
    return f"{place.file}:{place.line}:{place.column}"
