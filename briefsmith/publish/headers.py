"""What a server should say with every page, ready for several of them, all from the one policy of the pages."""

from __future__ import annotations

from briefsmith.publish.face import POLICY

FILE = "_headers"
"""Netlify, Cloudflare Pages and others read it from the root of the site."""

HEADERS = (
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
"""Name and value. `frame-ancestors`, which keeps pages out of others' frames, works in a header only."""


def headers_file() -> str:
    """The file `_headers`."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS)


def nginx() -> str:
    """Lines for the `server` block of nginx."""
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS)


def apache() -> str:
    """Lines for `.htaccess` or a virtual host of Apache, which needs `mod_headers`."""
    return "".join(f'Header always set {name} "{value}"\n' for name, value in HEADERS)


def with_headers(page: str) -> str:
    """A Markdown page with the current lines in its blocks, each named by the comment above it."""
    for name, text in (("_headers", headers_file()), ("nginx", nginx()), ("apache", apache())):
        head, mark, rest = page.partition(f"<!-- generated: {name} -->\n")
        _, _, behind = rest.partition("```\n\n") if mark else ("", "", "")
        page = f"{head}{mark}\n```text\n{text}```\n\n{behind}" if mark else page
    return page
