"""What the text of a link may look like, and what is shown then."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.shown_address import is_same_address, looks_like_another
from tests.discord_markdown.harness.pages import pages_of

EVIL = "https://evil.example/x"


@pytest.mark.parametrize(
    "visible",
    [
        "bank.com",
        "BANK.COM",
        "www.bank.com/login",
        "https://bank.com",
        "ｂａｎｋ．ｃｏｍ",
        "bank․com",
        "bank。com",
        "https:⁄⁄bank.com",
        "https∶//bank.com",
        "банк.рф",
        "bank.com.",
        "(bank.com)",
        "»bank.com«",
        "bank.com: log in",
        "Log in at bank.com",
        "Log in at bank.co.uk now",
        "bank.com/a b",
        "bank.example/a b",
        "evil.example.bank.com now",
        "bank.com:443",
    ],
)
def test_a_text_that_names_another_address_never_hides_where_its_link_leads(visible: str) -> None:
    assert looks_like_another(visible, EVIL)
    (page,) = pages_of(f"[{visible}]({EVIL})")
    assert page.endswith(f"(<{EVIL}>)")
    assert f"]({EVIL}" not in page


@pytest.mark.parametrize(
    ("visible", "address"),
    [
        ("Setup", EVIL),
        ("evil.example", "https://www.evil.example/"),
        ("the docs at evil.com", "https://evil.com/docs"),
        ("the docs at evil.com", "https://docs.evil.com/x"),
        ("evil.com: the docs", "https://www.evil.com"),
        ("README.md", "https://a.example/x/README.md"),
        ("asyncio.run() and main.py", EVIL),
        ("Node.js and Vue.js", EVIL),
        ("e.g. this, i.e. that", EVIL),
        ("version 1.2.3", EVIL),
        ("Read more…", EVIL),
        ("and/or", EVIL),
        ("第一步。安装", EVIL),
    ],
)
def test_a_text_that_names_none_or_that_of_its_link_stays_a_link(
    visible: str, address: str
) -> None:
    assert not looks_like_another(visible, address)


def test_an_address_is_the_same_without_its_scheme_and_in_other_letters() -> None:
    assert is_same_address("Ｅvil.example/x/", EVIL)
    assert not is_same_address("evil.example/y", EVIL)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"a \u202e{EVIL} \u202db", f"a {EVIL} b"),
        (f"[\u202eknab](<{EVIL}>)", f"[knab](<{EVIL}>)"),
        ("`a\u202eb`", "`ab`"),
        ("a&#x202E;b &#8238;c &#x00202d;d", "a&#x202E;b &#8238;c &#x00202d;d"),
        ("שלום \u200fabc\u200e \u2067x\u2069", "שלום \u200fabc\u200e \u2067x\u2069"),
    ],
)
def test_no_text_is_shown_in_another_order_than_its_letters_have(text: str, shown: str) -> None:
    """What Arabic and Hebrew need to stand beside Latin letters stays."""
    assert pages_of(text) == [shown]
