from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from briefsmith.publish.markup import Use, read_uses
from briefsmith.publish.sitecheck import Fault, SiteFault, check_site


def page(body: str) -> str:
    head = '<!doctype html>\n<html lang="en"><head><title>A page</title></head>'
    return f'{head}\n<body><main id="main">text\n{body}</main></body>'


def check(root: Path, body: str, *, at: str = "a/b/index.html", base: str = "/") -> list[SiteFault]:
    """The faults of a small sound site, in which the page `at` has `body` on its lines 4 and following."""
    site = {
        "index.html": page('<p id="home">Home'),
        "about.html": page('<p id="about">About'),
        "a/index.html": page('<p id="a"> <p id="Überblick"> <a name="old">'),
        "a/c d/index.html": page('<p id="c">C'),
        "ж/ü.html": page('<p id="ё">Ж'),
        "404.html": page('<a href="/repo/">Home</a>' if base != "/" else '<a href="/">Home</a>'),
        "assets/site.css": "main{}",
        "assets/i.png": "png",
        "feed.xml": "<feed/>",
    }
    for path, content in (site | {at: page(body)}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, "utf-8")
    return check_site(root, site, base)


def kinds(faults: list[SiteFault]) -> list[str]:
    return [fault.kind.value for fault in faults]


SOUND = [
    '<a href="../">directory</a>',
    '<a href="..">directory</a>',
    '<a href=".">this page</a>',
    '<a href="">this page</a>',
    '<a href="./">this page</a>',
    '<a href="../index.html">file</a>',
    '<a href="../../about.html">file</a>',
    '<a href="../../about.html?x=1&amp;y=2#about">query and place</a>',
    '<a href="?q=1">query</a>',
    '<a href="../../a">redirected to a/</a>',
    '<a href="/">top</a>',
    '<a href="/a/#a">from the top</a>',
    '<a href="/a//./x/..//#a">crooked</a>',
    '<a href=" ../ ">white space</a>',
    '<a href="#main">place</a>',
    '<a href="#">top</a>',
    '<a href="#top">top</a>',
    '<a href="#TOP">top</a>',
    '<a href="../#old">by name</a>',
    '<a href="../#%C3%9Cberblick">encoded place</a>',
    '<a href="../#Überblick">place</a>',
    '<a href="#:~:text=some,words">words</a>',
    '<a href="../#a:~:text=some">words at a place</a>',
    '<a href="../c%20d/#c">encoded blank</a>',
    '<a href="../c d/">blank</a>',
    '<a href="/%D0%B6/%C3%BC.html#%D1%91">encoded letters</a>',
    '<a href="/ж/ü.html#ё">letters</a>',
    '<a href="/&#1078;/&uuml;.html">character references</a>',
    '<a href="/feed.xml#page=2">place in another format</a>',
    '<a href="https://example.org/nowhere#x">host</a>',
    '<a href="HTTP://example.org/">host</a>',
    '<a href="//example.org/x">host</a>',
    '<a href="mailto:x@example.org">mail</a>',
    '<a href="tel:+4930">telephone</a>',
    '<img src="data:image/png;base64,AA==">',
    '<img src="/assets/i.png" srcset="/assets/i.png 1x, ../../assets/i.png 2x">',
    '<img srcset="/assets/i.png 1x,/assets/i.png 2x,">',
    '<img srcset=" , /assets/i.png, /assets/i.png 2x 3w ,, /assets/i.png">',
    '<img srcset="data:image/png;base64,AA== 1x">',
    '<link rel="stylesheet" href="../../assets/site.css?v=3">',
    '<link rel="canonical" href="https://example.org/a/b/">',
    '<svg><use href="#main"/></svg>',
    "<a href='../'>single quotes</a>",
    "<a href=../>no quotes</a>",
    "<a href = ../ >blanks around</a>",
    '<A HREF="../">upper case</A>',
    '<a\n  class="x"\n  href="../"\n>lines</a>',
    '<a title="a > b" href="../">bracket in quotes</a>',
    "<a title=it's href=\"../\">lone quote</a> <p title='>'>",
    '<a href="../" href="nowhere">the first counts</a>',
    "<p title=\"<a href='nowhere'>\">tag in an attribute</p>",
    '<!-- <a href="nowhere"> -->',
    '<!-- > <a href="nowhere"> -- --!>',
    '<!--><a href="../"> not in the comment',
    "<script>if (a < b) document.write('<a href=\"nowhere\">')</script>",
    '<SCRIPT type="x">"<img src=nowhere>"</SCRIPT >',
    '<style>a::before { content: "<img src=nowhere>" }</style>',
    '<textarea><a href="nowhere"></textarea>',
    '<p data-href="nowhere" x:src="nowhere">other attributes</p>',
    '<p id="x y">blank</p><a href="#x%20y">place with a blank</a>',
    '<a name="twin" id="other">two names',
    "< a href=nowhere> a < b",
    "</a href=nowhere>",
    '<?php <a href="../"> ?>',
]


@pytest.mark.parametrize("body", SOUND)
def test_sound_markup_has_no_fault(tmp_path: Path, body: str) -> None:
    """Links that a browser can follow, and text that only looks like a link, are no faults."""
    assert check(tmp_path, body) == []


FAULTS = [
    ('<a href="nowhere/">x</a>', Fault.DEAD_LINK, "nowhere/"),
    ('<a href="../about.html">x</a>', Fault.DEAD_LINK, "../about.html"),
    ('<a href="/A/">case</a>', Fault.DEAD_LINK, "/A/"),
    ('<a href="/assets/">folder without a page</a>', Fault.DEAD_LINK, "/assets/"),
    ('<a href="/about.html/">file as a folder</a>', Fault.DEAD_LINK, "/about.html/"),
    ('<a href="../../../../a/">above the top</a>', Fault.DEAD_LINK, "../../../../a/"),
    ('<a href="%2e%2e/%2e%2e/%2e%2e/x">above the top</a>', Fault.DEAD_LINK, "%2e%2e/%2e%2e/%2e%2e/x"),
    ('<area href="nowhere">', Fault.DEAD_LINK, "nowhere"),
    ('<iframe src="nowhere"></iframe>', Fault.DEAD_LINK, "nowhere"),
    ('<a href="?x=1#nowhere">x</a>', Fault.DEAD_ANCHOR, "?x=1#nowhere"),
    ('<a href="#Main">case</a>', Fault.DEAD_ANCHOR, "#Main"),
    ('<a href="../#b">x</a>', Fault.DEAD_ANCHOR, "../#b"),
    ('<a href="/a/#%61b">x</a>', Fault.DEAD_ANCHOR, "/a/#%61b"),
    ('<a href="../#b:~:text=x">x</a>', Fault.DEAD_ANCHOR, "../#b:~:text=x"),
    ('<svg><use href="#icon"/></svg>', Fault.DEAD_ANCHOR, "#icon"),
    ('<p id="main">x</p>', Fault.DUPLICATE_ID, "main"),
    ("<p ID=main>x</p>", Fault.DUPLICATE_ID, "main"),
    ('<a name="main">x</a>', Fault.DUPLICATE_ID, "main"),
    ('<img src="nowhere.png">', Fault.MISSING_ASSET, "nowhere.png"),
    ('<img src="">', Fault.MISSING_ASSET, ""),
    ('<img src="/assets/i.png" srcset="/assets/i.png 1x, n,o.png 2x">', Fault.MISSING_ASSET, "n,o.png"),
    ('<source srcset="nowhere.webp">', Fault.MISSING_ASSET, "nowhere.webp"),
    ('<script src="nowhere.js"></script>', Fault.MISSING_ASSET, "nowhere.js"),
    ('<link rel="stylesheet" href="nowhere.css">', Fault.MISSING_ASSET, "nowhere.css"),
    ('<video poster="nowhere.jpg"></video>', Fault.MISSING_ASSET, "nowhere.jpg"),
    ('<object data="nowhere.pdf"></object>', Fault.MISSING_ASSET, "nowhere.pdf"),
    ("<a href=nowhere>x</a>", Fault.DEAD_LINK, "nowhere"),
    ("<a title=it's href='nowhere'>x</a>", Fault.DEAD_LINK, "nowhere"),
    ('<a title="x" href=\'no"where\'>x</a>', Fault.DEAD_LINK, 'no"where'),
    ('<A\tHREF="nowhere">x</A>', Fault.DEAD_LINK, "nowhere"),
    ('<a title="a>b"href="nowhere">x</a>', Fault.DEAD_LINK, "nowhere"),
    ('<a/href="nowhere"/>', Fault.DEAD_LINK, "nowhere"),
    ('<a href="&#110;owhere?&amp;">x</a>', Fault.DEAD_LINK, "nowhere?&"),
    ('<!-- x --><a href="nowhere"><!-- y -->', Fault.DEAD_LINK, "nowhere"),
    ('<!--><a href="nowhere"> --', Fault.DEAD_LINK, "nowhere"),
    ('<script></script><a href="nowhere">', Fault.DEAD_LINK, "nowhere"),
    ('<scripty><a href="nowhere">', Fault.DEAD_LINK, "nowhere"),
    ("<script>'</scripty>'</script><a href=nowhere>", Fault.DEAD_LINK, "nowhere"),
    ('<a href=x="y>z', Fault.DEAD_LINK, 'x="y'),
]


@pytest.mark.parametrize(("body", "kind", "target"), FAULTS)
def test_fault_is_found_where_it_is(tmp_path: Path, body: str, kind: Fault, target: str) -> None:
    """Each kind of fault is reported once, with its page, its line and the address as the page has it."""
    [fault] = check(tmp_path, body)
    assert (fault.kind, fault.page, fault.line, fault.target) == (kind, "a/b/index.html", 4, target)
    assert fault.detail


@pytest.mark.parametrize("line", [1, 2, 50])
def test_line_is_that_of_the_tag(tmp_path: Path, line: int) -> None:
    """Lines count from 1, whatever stands between the tags."""
    before = "<p\n>" + "x\n" * (line - 3) + "<!--\n-->" if line > 2 else "\n" * (line - 1)
    (tmp_path / "index.html").write_text(f"{before}<a\nhref=x>y", "utf-8")
    assert [fault.line for fault in check_site(tmp_path, [])] == [line]


def test_missing_and_empty_files_are_found(tmp_path: Path) -> None:
    """A file that was to be built must be there and hold something; the whole-file faults have line 0."""
    (tmp_path / "blank.html").write_text(" \n")
    (tmp_path / "data.json").touch()
    (tmp_path / "unexpected.txt").touch()
    (tmp_path / "linked.html").symlink_to("index.html")
    (tmp_path / "index.html").write_text("home")
    faults = check_site(
        tmp_path, ["index.html", "gone/index.html", "data.json", "linked.html", "../x", "gone/index.html"]
    )
    assert [(fault.kind, fault.page, fault.line) for fault in faults] == [
        (Fault.MISSING_PAGE, "../x", 0),
        (Fault.EMPTY_PAGE, "blank.html", 0),
        (Fault.EMPTY_PAGE, "data.json", 0),
        (Fault.MISSING_PAGE, "gone/index.html", 0),
        (Fault.MISSING_PAGE, "linked.html", 0),
    ]


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("<nav>menu</nav><main></main>", True),
        ('<nav>menu</nav><main id="x">\n<!-- text --><div class="y"><p></p></div>\n</main>', True),
        ("<body class=x></body>", True),
        ("<BODY>\n</BODY>", True),
        ("<main><p>x</p></main>", False),
        ("<main><img src=data:,></main>", False),
        ("<main><form></form></main>", False),
        ("<body>Redirecting</body>", False),
        ("verification: 123", False),
    ],
)
def test_page_without_content_is_empty(tmp_path: Path, text: str, empty: bool) -> None:
    """A page is empty when its `main` holds neither text nor a picture nor a form, whatever frame is around it."""
    (tmp_path / "index.html").write_text(text)
    assert kinds(check_site(tmp_path, [])) == ["empty-page"] * empty


@pytest.mark.parametrize("base", ["/repo/", "/repo", "repo", "/re%70o/"])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a href="/repo/a/#a">', []),
        ('<a href="/repo">', []),
        ('<a href="../../">', []),
        ('<a href="../../../repo/about.html">', []),
        ('<a href="/a/">', ["dead-link"]),
        ('<a href="/repository/a/">', ["dead-link"]),
        ('<a href="../../../">', ["dead-link"]),
        ('<img src="/assets/i.png">', ["missing-asset"]),
    ],
)
def test_links_from_the_top_of_the_host_need_the_base(
    tmp_path: Path, base: str, body: str, expected: list[str]
) -> None:
    """Where the site lies below a path, only addresses below it lead into the site."""
    assert kinds(check(tmp_path, body, base=base)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a href="/repo/a/">', []),
        ('<a href="#main">', []),
        ('<img src="/repo/assets/i.png">', []),
        ('<a href="a/">', ["dead-link"]),
        ('<img src="assets/i.png">', ["missing-asset"]),
    ],
)
def test_page_for_lost_readers_needs_whole_addresses(tmp_path: Path, body: str, expected: list[str]) -> None:
    """`404.html` is served at any depth, so a relative address on it leads nowhere in particular."""
    assert kinds(check(tmp_path, body, at="404.html", base="/repo/")) == expected


def test_same_address_is_reported_once_a_page(tmp_path: Path) -> None:
    """A dead link that a page repeats is one fault, at its first line."""
    faults = check(tmp_path, '<a href="x">\n<a href="x">\n<a href="y">')
    assert [(fault.line, fault.target) for fault in faults] == [(4, "x"), (6, "y")]


def test_faults_are_sorted(tmp_path: Path) -> None:
    """Faults come by page, line, kind and address, whatever pass found them."""
    faults = check(tmp_path, '<a href="#gone"><a href="gone">\n<p id="main">', at="b.html")
    faults += check(tmp_path, '<img src="gone"><a href="b">', at="a.html")
    last = check_site(tmp_path, [])
    assert [(fault.page, fault.line, fault.kind.value) for fault in last] == [
        ("a.html", 4, "dead-link"),
        ("a.html", 4, "missing-asset"),
        ("b.html", 4, "dead-anchor"),
        ("b.html", 4, "dead-link"),
        ("b.html", 5, "duplicate-id"),
    ]


def test_name_that_is_no_text_can_be_linked(tmp_path: Path) -> None:
    """A file whose name is no UTF-8 is reached by its encoded bytes."""
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.html")).write_text("x")
    (tmp_path / "index.html").write_text('<a href="%ff.html">x')
    assert check_site(tmp_path, []) == []


def test_page_that_is_no_text_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 do not stop the check."""
    (tmp_path / "index.html").write_bytes(b'\xff\xfe <a href="gone">')
    assert kinds(check_site(tmp_path, [])) == ["dead-link"]


@pytest.mark.parametrize(
    "text",
    [
        "<a " + "x=' " * 50_000,
        "<a " + '"' * 200_000,
        "<a " * 70_000,
        "<a" * 100_000,
        "<a" * 100_000 + ">",
        "<script " * 30_000,
        "<script>" * 30_000,
        "<!--" * 50_000,
        "<!" * 100_000,
        "<" * 200_000,
        "<main>" * 40_000,
        "<main " * 40_000,
        "<main><!--" * 20_000,
        "<main>" + "<p " * 70_000,
        "<img srcset='" + " ," * 100_000 + "'>",
        "<a x" + "=" * 200_000,
        "<a href='" + "../" * 70_000 + "'>",
    ],
)
def test_hostile_markup_takes_no_time(tmp_path: Path, text: str) -> None:
    """Markup that never closes what it opens is read in time that grows with its length only: far below a second."""
    (tmp_path / "index.html").write_text(text)
    begin = time.perf_counter()
    check_site(tmp_path, [])
    assert time.perf_counter() - begin < 5


def test_tag_that_the_page_does_not_finish_is_no_tag(tmp_path: Path) -> None:
    """Like a browser, the check drops a tag in which the page ends."""
    (tmp_path / "index.html").write_text('text <a href="nowhere"')
    assert check_site(tmp_path, []) == []


def test_uses_are_given_in_the_order_of_the_page() -> None:
    """Ids, links and assets come with their lines, and `name` is an id only on `a`."""
    text = '<a id="x" href="y">\n<meta name="z"><img src="i">\n<a name="n">'
    assert list(read_uses(text)) == [(Use.ID, "x", 1), (Use.LINK, "y", 1), (Use.ASSET, "i", 2), (Use.ID, "n", 3)]
