"""Web addresses: which may stand in a page, and links that lead to a passage within one."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import quote

from briefsmith.values.bad_value import BadValue, shown

LONGEST = 2048
"""Characters of a URL."""

LONGEST_WHOLE = 300
"""Code points of a passage that a text fragment gives whole; a longer one is given by its start and its end."""

EDGE = 80
"""Code points that the start and the end of a long passage have at most."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_AUTHORITY = re.compile(r"//([^/?#]*)")
_HOST_PORT = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^:\[\]]+)(?::([0-9]{1,5}))?")
_MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@([^@:\[\]/?#]+)")
_UNSAFE = re.compile(r"[\\<>\"`]")
_ESCAPED_CONTROL = re.compile(r"%(?:[01][0-9A-Fa-f]|7[Ff])")

DIRECTIVE = ":~:"
"""What begins the part of a fragment that is for the browser and hidden from the page."""

WHOLE = "write the whole address, as in `https://www.example.org/article`"


class UrlError(BadValue):
    """A text that is no web address, or one that could deceive or run something."""


def check_url(text: str) -> None:
    """Refuse what may not become a link; raises UrlError.

    Accepted are http, https and mailto with a host. Refused are other schemes, addresses without one, user names and
    passwords, white space, control, invisible and bidirectional characters (bare, and control characters also as %XX),
    backslashes, and hosts whose labels mix scripts. Hosts in one script of any language pass as they are.
    """
    _check_characters(text)
    match = _SCHEME.fullmatch(text)
    if text.startswith("//") or not match:
        raise UrlError(f"{shown(text)} does not begin with `https://`", WHOLE)
    scheme, rest = match[1].lower(), match[2]
    if scheme == "mailto":
        _check_mail(text, rest)
    elif scheme in ("http", "https"):
        _check_web(text, rest)
    else:
        raise UrlError(f"the scheme `{match[1]}:` is not allowed in a link", "use an address with `https:` or `http:`")


def text_fragment(url: str, exact: str, prefix: str = "", suffix: str = "") -> str:
    """Give `url` with a `#:~:text=` directive (WICG URL Fragment Text Directives) for the passage `exact`.

    A passage of more than 300 code points, or one that runs over a paragraph's end, is given as start and end, cut
    between words. `prefix` and `suffix` are the text around the passage; as their outer ends may be cut within a word,
    which no browser would find, the outermost word of three or more is left out. A fragment that the address has
    already is kept.
    """
    before, after = _squeeze(prefix), _squeeze(suffix)
    pieces = [
        *([f"{_encode(_without_first_word(before))}-"] if before else []),
        *(_encode(piece) for piece in _passage(exact)),
        *([f"-{_encode(_without_last_word(after))}"] if after else []),
    ]
    address = url.partition(DIRECTIVE)[0]
    hash_sign = "" if "#" in address else "#"
    return f"{address}{hash_sign}{DIRECTIVE}text={','.join(pieces)}"


def _check_characters(text: str) -> None:
    if not text:
        raise UrlError("the address is empty", WHOLE)
    if len(text) > LONGEST:
        raise UrlError(f"{shown(text)} is too long for an address", f"write at most {LONGEST} characters")
    hidden = next((character for character in text if character == " " or not character.isprintable()), None)
    if hidden is not None:
        name = unicodedata.name(hidden, "a control character")
        cure = "leave it out, or write it as %XX if it belongs to the address"
        raise UrlError(f"{shown(text)} contains U+{ord(hidden):04X} ({name})", cure)
    if match := _UNSAFE.search(text):
        raise UrlError(f"{shown(text)} contains {shown(match[0])}", f"write it as `%{ord(match[0]):02X}`")
    if match := _ESCAPED_CONTROL.search(text):
        raise UrlError(f"{shown(text)} contains the control character `{match[0]}`", "leave it out")


def _check_web(text: str, rest: str) -> None:
    match = _AUTHORITY.match(rest)
    if not match or not match[1]:
        raise UrlError(f"{shown(text)} has no host", WHOLE)
    if "@" in match[1]:
        raise UrlError(f"{shown(text)} has a user name before its host", "leave out everything up to the `@`")
    parts = _HOST_PORT.fullmatch(match[1])
    if not parts or int(parts[2] or 0) > 65535:
        raise UrlError(f"{shown(match[1])} is no host", WHOLE)
    _check_host(parts[1])


def _check_mail(text: str, rest: str) -> None:
    match = _MAIL.fullmatch(rest)
    if not match:
        raise UrlError(f"{shown(text)} is no mail address", "write one address alone, as in `mailto:desk@example.org`")
    _check_host(match[1])


def _check_host(host: str) -> None:
    if host.startswith("["):
        _check_number(host, host[1:-1])
        return
    labels = host.removesuffix(".").split(".")
    if len(host) > 253 or not all(_is_label(label) for label in labels):
        raise UrlError(f"{shown(host)} is no host", "write letters, digits and hyphens between the dots")
    if re.fullmatch(r"[0-9]+|0[xX][0-9A-Fa-f]*", labels[-1]):
        _check_number(host, host)
    for label in labels:
        if not _is_one_script(label):
            cure = "check it letter by letter; copy the address from the site itself"
            raise UrlError(f"{shown(host)} mixes scripts in one name; it is {shown(_punycode(host))}", cure)


def _check_number(host: str, number: str) -> None:
    """Refuse numbers that browsers read as an address although they do not look like one, such as 0x7f.1."""
    try:
        ipaddress.ip_address(number)
    except ValueError:
        raise UrlError(f"{shown(host)} is no host", "write the host's name, or four numbers from 0 to 255") from None


def _is_label(label: str) -> bool:
    """Say whether a part of a host is letters, digits and inner hyphens that no browser would read as other ones."""
    if not 1 <= len(label) <= 63 or label.startswith("-") or label.endswith("-"):
        return False
    if unicodedata.normalize("NFKC", label) != label:
        return False
    return all(character in "-_" or unicodedata.category(character)[0] in "LMN" for character in label)


_WRITTEN_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "IDEOGRAPHIC"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
)
"""Scripts that one name may mix: the highly restrictive level of Unicode's UTS 39."""


def _is_one_script(label: str) -> bool:
    letters = (character for character in label if unicodedata.category(character)[0] == "L")
    scripts = {unicodedata.name(letter, "UNKNOWN").split()[0] for letter in letters}
    return len(scripts) <= 1 or any(scripts <= together for together in _WRITTEN_TOGETHER)


def _punycode(host: str) -> str:
    labels = host.split(".")
    return ".".join(f"xn--{label.encode('punycode').decode()}" if not label.isascii() else label for label in labels)


def _passage(exact: str) -> list[str]:
    paragraphs = [_squeeze(paragraph) for paragraph in re.split(r"\n\s*\n", exact.strip())]
    whole = " ".join(paragraphs)
    if len(paragraphs) == 1 and len(whole) <= LONGEST_WHOLE:
        return [whole]
    return [_start(paragraphs[0]), _end(paragraphs[-1])]


def _start(text: str) -> str:
    """Cut after the last word that fits; a script without spaces is cut where the room ends."""
    if len(text) <= EDGE:
        return text
    return text[: EDGE + 1].rpartition(" ")[0] or text[:EDGE]


def _end(text: str) -> str:
    if len(text) <= EDGE:
        return text
    return text[-EDGE - 1 :].partition(" ")[2] or text[-EDGE:]


def _without_first_word(text: str) -> str:
    words = text.split(" ")
    return " ".join(words[1:]) if len(words) > 2 else text


def _without_last_word(text: str) -> str:
    words = text.split(" ")
    return " ".join(words[:-1]) if len(words) > 2 else text


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _encode(text: str) -> str:
    """Percent-encode; `-`, `,` and `&` have a meaning of their own in a directive."""
    return quote(text, safe="").replace("-", "%2D")
