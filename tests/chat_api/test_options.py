"""Options make one address and one set of headers, whatever the chatbot's uid holds."""

from __future__ import annotations

import pytest

from tests.harness.chat_api_client import KEY, options

CHAT = "/api/v1/backend/chatbot/b-1/chat"


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("https://api.example.com", "https://api.example.com" + CHAT),
        ("https://api.example.com/", "https://api.example.com" + CHAT),
        ("http://127.0.0.1:8080/proxy/", "http://127.0.0.1:8080/proxy" + CHAT),
        ("https://api.example.com/a%20b", "https://api.example.com/a%20b" + CHAT),
        ("http://[::1]:80//", "http://[::1]" + CHAT),
    ],
)
def test_the_documented_path_is_put_after_the_base(base: str, expected: str) -> None:
    assert str(options(base).url_of("")) == expected


@pytest.mark.parametrize(
    ("uid", "segment"),
    [
        ("9628808a-dbb6", "9628808a-dbb6"),
        ("a/b", "a%2Fb"),
        ("..", "%2E%2E"),
        (".", "%2E"),
        ("../../admin", "..%2F..%2Fadmin"),
        ("a?b#c", "a%3Fb%23c"),
        ("100%", "100%25"),
        ("%2e", "%252e"),
        ("a b\r\n", "a%20b%0D%0A"),
        ("é", "%C3%A9"),
    ],
)
def test_the_uid_is_one_segment_whatever_it_holds(uid: str, segment: str) -> None:
    url = options("https://api.example.com", bot_uid=uid).url_of("")
    assert url.raw_path == f"/api/v1/backend/chatbot/{segment}/chat"
    assert not url.query_string
    assert not url.fragment


@pytest.mark.parametrize(
    ("changed", "name", "value"),
    [
        ({}, "Authorization", f"Bearer {KEY}"),
        ({"auth_scheme": ""}, "Authorization", KEY),
        ({"auth_header": "X-Api-Key", "auth_scheme": ""}, "X-Api-Key", KEY),
        ({"auth_scheme": "Token"}, "Authorization", f"Token {KEY}"),
    ],
)
def test_the_key_goes_where_it_is_wanted(changed: dict[str, str], name: str, value: str) -> None:
    assert options("http://x", **changed).headers[name] == value


def test_the_key_does_not_show_in_the_options() -> None:
    assert KEY not in repr(options("https://api.example.com"))


def test_each_chatbot_has_an_address_of_its_own_and_without_a_name_it_is_the_first_ones() -> None:
    chosen = options("https://api.example.com", bots={"games": "g/1"})
    assert chosen.url_of("games").raw_path == "/api/v1/backend/chatbot/g%2F1/chat"
    assert chosen.url_of("").raw_path == CHAT
