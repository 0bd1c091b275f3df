"""Web addresses: the honest ones pass, the hostile ones do not, and text fragments lead to a passage."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from briefsmith.values.weburl import UrlError, check_url, text_fragment

HONEST = [
    "https://www.example.org/", "http://example.org", "HTTPS://Example.ORG/A?b=c&d=e#f", "https://example.org:8443/x",
    "https://example.org/a%20b", "https://example.org/новости/1", "https://пример.рф/", "https://münchen.example/",
    "https://例え.テスト/", "https://日本語とkanji.example/", "https://xn--e1afmkfd.xn--p1ai/", "https://192.0.2.1/",
    "https://[2001:db8::1]/x", "https://[2001:db8::1]:8080/x", "https://example.org./", "https://a_b.example.org/",
    "https://example.org/@user/1", "https://example.org/?q=a@b", "https://example.org/x,y;z=(1)!~*'", "http://localhost/",
    "mailto:desk@example.org", "https://example.org/#:~:text=a", "https://example.org/{x}|y",
]  # fmt: skip

HOSTILE = [
    "", " ", "javascript:alert(1)", "JavaScript:alert(1)", "jAvAsCrIpT:alert(1)", " javascript:alert(1)",
    "java\nscript:alert(1)", "java\tscript:alert(1)", "java\x00script:alert(1)", "\x01javascript:alert(1)",
    "javascript://example.org/%0aalert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
    "javascript\u200b:alert(1)", "ｊavascript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=", "DATA:,x", "vbscript:msgbox(1)", "file:///etc/passwd", "blob:https://a/b",
    "about:blank", "view-source:https://example.org", "filesystem:https://a/b", "ftp://example.org/x", "intent://x",
    "tel:+123", "ws://example.org", "chrome://settings", "//example.org/x", "///example.org", "/x", "x", "example.org",
    "www.example.org", "../x", "?x", "#x", "https:", "https:/", "https://", "https:///x", "https://?x", "https://#x",
    "https:example.org", "https:/example.org", "https:\\\\example.org", "https://example.org\\@evil.example",
    "https://user@example.org/", "https://user:secret@example.org/", "https://example.org@evil.example/",
    "https://example.org%40evil.example/", "https://@example.org", "https://:80/", "https://example.org:99999/",
    "https://example.org:x/", "https://example.org:80:80/", "https://exa mple.org/", "https://example.org/a b",
    "https://example.org/a\u00a0b", "https://example.org/a\u2028b", "https://example.org/\r\nSet-Cookie:x",
    "https://example.org/\x7f", "https://example.org/%00", "https://example.org/%0d%0aX", "https://example.org/%1F",
    "https://example.org/\u202egpj.exe", "https://example.org/\u2066x", "https://example.org/\u200e", "https://a\u200d.b/",
    "https://example.org/\u200bx", "https://example.org/\ufeff", "https://example.org/\u00adx",
    "https://example.org/\U000e0041", "https://example.org/\ud800", "https://example.org/<script>",
    'https://example.org/"onmouseover="x', "https://example.org/`x`", "https://.example.org/", "https://example..org/",
    "https://-a.example/", "https://a-.example/", "https://%65xample.org/", "https://exa%2emple/", "https://ex$ample.org",
    "https://example。org/", "https://ｅxample.org/", "https://example.org⁄evil/", "https://①.example/",
    "https://2130706433/", "https://0x7f.1/", "https://127.1/", "https://999.1.1.1/", "https://0x7f000001/",
    "https://[::1/", "https://[::zz]/", "https://::1/", "https://[javascript]/", f"https://{'a' * 64}.example/",
    f"https://{'a.' * 130}example/", f"https://example.org/{'x' * 2048}", "https://аpple.example/",
    "https://pаypal.example/", "https://gооgle.example/", "https://αpple.example/", "https://exаmple.org:80/x",
    "mailto:", "mailto:x", "mailto:a@b?bcc=c@d", "mailto:a@b,c@d", "mailto:a@b%0abcc:c", "mailto:<a@b>", "mailto://a@b",
]  # fmt: skip


@pytest.mark.parametrize("url", HONEST)
def test_an_honest_address_passes(url: str) -> None:
    """Web and mail addresses pass in every script."""
    check_url(url)


@pytest.mark.parametrize("url", HOSTILE)
def test_a_hostile_address_is_refused(url: str) -> None:
    """What runs, hides, redirects or is no address is refused with a message that shows everything."""
    with pytest.raises(UrlError) as caught:
        check_url(url)
    assert caught.value.message.isprintable()
    assert caught.value.help.isprintable()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("javascript:alert(1)", "the scheme `javascript:` is not allowed in a link"),
        ("www.example.org", "`www.example.org` does not begin with `https://`"),
        ("https://user@example.org/", "`https://user@example.org/` has a user name before its host"),
        (
            "https://example.org/\u202ex",
            r"`https://example.org/\u202ex` contains U+202E (RIGHT-TO-LEFT OVERRIDE)",
        ),
        ("https://аpple.example/", "`аpple.example` mixes scripts in one name; it is `xn--pple-43d.example`"),
    ],
)
def test_the_message_names_the_bad_piece(url: str, message: str) -> None:
    """Each kind of trouble has its own words; mixed scripts are shown as punycode."""
    with pytest.raises(UrlError) as caught:
        check_url(url)
    assert caught.value.message == message


URL = "https://example.org/a"


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "link"),
    [
        ("two words", "", "", f"{URL}#:~:text=two%20words"),
        ("a-b, c & d", "", "", f"{URL}#:~:text=a%2Db%2C%20c%20%26%20d"),
        ("over\n  two lines", "", "", f"{URL}#:~:text=over%20two%20lines"),
        ("“Russia’s”", "", "", f"{URL}#:~:text=%E2%80%9CRussia%E2%80%99s%E2%80%9D"),
        ("x", "before this", "", f"{URL}#:~:text=before%20this-,x"),
        ("x", "", "after this", f"{URL}#:~:text=x,-after%20this"),
        ("x", "tting short of it ", " and then some mo", f"{URL}#:~:text=short%20of%20it-,x,-and%20then%20some"),
        ("first part\n\nlast part", "", "", f"{URL}#:~:text=first%20part,last%20part"),
    ],
)
def test_a_fragment_leads_to_the_passage(exact: str, prefix: str, suffix: str, link: str) -> None:
    """The directive has prefix, passage and suffix, encoded so that none of its own signs stand in them."""
    assert text_fragment(URL, exact, prefix, suffix) == link


def test_a_long_passage_is_given_by_its_ends() -> None:
    """More than 300 characters become start and end, cut between words."""
    passage = " ".join(f"word{number}" for number in range(100))
    start, end = text_fragment(URL, passage).partition("text=")[2].split(",")
    assert passage.startswith(f"{unquote(start)} ")
    assert passage.endswith(f" {unquote(end)}")
    assert max(len(unquote(start)), len(unquote(end))) <= 80


def test_a_passage_of_300_characters_is_given_whole() -> None:
    """The limit itself still stands whole."""
    passage = "x" * 300
    assert text_fragment(URL, passage).endswith(f"text={passage}")


def test_an_address_keeps_its_own_fragment() -> None:
    """A fragment stays in front of the directive, an old directive is replaced."""
    assert text_fragment(f"{URL}#part", "x") == f"{URL}#part:~:text=x"
    assert text_fragment(f"{URL}#:~:text=old", "x") == f"{URL}#:~:text=x"
