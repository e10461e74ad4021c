"""What an address says of a proxy, and that nothing shows its password."""

from __future__ import annotations

from base64 import b64decode

import pytest

from bridge_bot.proxies.proxy import proxy_at


@pytest.mark.parametrize(
    ("text", "url", "user_pass"),
    [
        ("http://proxy.example:3128", "http://proxy.example:3128", ""),
        ("http://proxy.example:3128/", "http://proxy.example:3128", ""),
        ("proxy.example:3128", "http://proxy.example:3128", ""),
        ("https://proxy.example", "https://proxy.example", ""),
        ("HTTP://[::1]:3128", "http://[::1]:3128", ""),
        ("http://me:pass@proxy:3128", "http://proxy:3128", "me:pass"),
        ("me:pass@proxy:3128", "http://proxy:3128", "me:pass"),
        ("http://m%40e:p%3A%2F%C3%A9@proxy:3128", "http://proxy:3128", "m@e:p:/é"),
        ("http://me@proxy:3128", "http://proxy:3128", "me:"),
    ],
)
def test_an_address_has_a_place_and_perhaps_a_user_and_a_password(
    text: str, url: str, user_pass: str
) -> None:
    proxy = proxy_at(text, "HTTPS_PROXY")
    assert str(proxy) == f"{url} (HTTPS_PROXY)"
    scheme, _, token = proxy.authorization.partition(" ")
    assert scheme == ("Basic" if user_pass else "")
    assert b64decode(token).decode() == user_pass


@pytest.mark.parametrize(
    "text",
    [
        *("socks5://proxy:1080", "http://", "http://proxy:port", "http://proxy:0", "proxy:99999"),
        *("http://proxy/path", "http://proxy?a", "http://proxy#a", "http://me:pa/ss@proxy"),
        *("a b", "http://pröxy", "http://.", "ftp://proxy", "//proxy", ":3128"),
    ],
)
def test_anything_else_is_refused_by_a_sentence_without_it(text: str) -> None:
    with pytest.raises(
        ValueError, match=r"^is not the address of an http or https proxy"
    ) as caught:
        proxy_at(text, "HTTPS_PROXY")
    assert len(text) < 8 or text not in str(caught.value)


def test_its_place_is_told_with_what_names_it_and_without_its_password() -> None:
    proxy = proxy_at("https://me:hunter2@proxy", "CHAT_API_PROXY")
    assert proxy.place == "proxy:443 of CHAT_API_PROXY"
    assert "hunter2" not in f"{proxy!r} {proxy}"
    assert proxy.authorization not in repr(proxy)
