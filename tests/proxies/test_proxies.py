"""Which proxy a connection goes by, as a table."""

from __future__ import annotations

import pytest
from yarl import URL

from bridge_bot.proxies.proxies import NO_PROXIES, chosen

ENVIRONMENT = {"HTTPS_PROXY": "http://s:1", "HTTP_PROXY": "http://p:1"}
REST, GATEWAY = "https://discord.com/api/v10", "wss://gateway.discord.gg/?v=10"


@pytest.mark.parametrize(
    ("text", "environment", "url", "proxy"),
    [
        ("", {}, REST, None),
        ("", ENVIRONMENT, REST, "http://s:1 (HTTPS_PROXY)"),
        ("", ENVIRONMENT, GATEWAY, "http://s:1 (HTTPS_PROXY)"),
        ("", ENVIRONMENT, "http://h/", "http://p:1 (HTTP_PROXY)"),
        ("", ENVIRONMENT, "ws://h/", "http://p:1 (HTTP_PROXY)"),
        ("", {"HTTP_PROXY": "http://p:1"}, REST, None),
        ("", {"HTTPS_PROXY": "http://s:1"}, "http://h/", None),
        ("", ENVIRONMENT, "https://127.0.0.1/", "http://s:1 (HTTPS_PROXY)"),
        ("", ENVIRONMENT | {"NO_PROXY": "discord.com"}, REST, None),
        ("", ENVIRONMENT | {"NO_PROXY": "discord.com"}, GATEWAY, "http://s:1 (HTTPS_PROXY)"),
        ("none", ENVIRONMENT, REST, None),
        ("None", ENVIRONMENT, GATEWAY, None),
        ("http://o:1", ENVIRONMENT, REST, "http://o:1 (DISCORD_PROXY)"),
        ("http://o:1", {}, GATEWAY, "http://o:1 (DISCORD_PROXY)"),
        ("http://o:1", {"NO_PROXY": "*"}, "http://h/", "http://o:1 (DISCORD_PROXY)"),
        ("http://o:1", {"HTTPS_PROXY": "socks5://s"}, REST, "http://o:1 (DISCORD_PROXY)"),
        ("none", {"HTTPS_PROXY": "socks5://s"}, REST, None),
    ],
)
def test_a_setting_decides_and_where_it_is_empty_the_environment(
    text: str, environment: dict[str, str], url: str, proxy: str | None
) -> None:
    found = chosen("DISCORD_PROXY", text, environment).proxy_for(URL(url))
    assert (found and str(found)) == proxy


@pytest.mark.parametrize(
    ("entry", "url", "is_direct"),
    [
        ("*", "https://h/", True),
        ("discord.gg", "wss://gateway.discord.gg/", True),
        (".discord.gg", "wss://gateway.discord.gg/", True),
        ("*.discord.gg", "wss://gateway.discord.gg/", True),
        (".discord.gg", "wss://discord.gg/", True),
        ("DISCORD.GG", "wss://Discord.gg./", True),
        ("discord.gg", "wss://notdiscord.gg/", False),
        ("gateway.discord.gg", "wss://gateway-us-east1-b.discord.gg/", False),
        ("gg", "wss://discord.gg/", True),
        ("discord.gg:443", "wss://discord.gg/", True),
        ("discord.gg:8443", "wss://discord.gg/", False),
        ("discord.gg:8443", "wss://discord.gg:8443/", True),
        ("localhost", "https://127.0.0.1/", False),
        ("127.0.0.1", "https://127.0.0.1:8443/", True),
        ("127.0.0.1:8443", "https://127.0.0.1:8443/", True),
        ("0.0.1", "https://127.0.0.1/", False),
        ("10.0.0.0/8", "https://10.1.2.3/", True),
        ("10.1.0.0/8", "https://10.200.0.1/", True),
        ("10.0.0.0/8", "https://11.0.0.1/", False),
        ("10.0.0.0/8", "https://h/", False),
        ("10.0.0.0/99", "https://10.0.0.1/", False),
        ("::1", "https://[::1]/", True),
        ("[::1]", "https://[::1]/", True),
        ("[::1]:8443", "https://[::1]:8443/", True),
        ("[::1]:8443", "https://[::1]/", False),
        ("fd00::/8", "https://[fd00::7]/", True),
        (".", "https://h/", False),
        ("", "https://h/", False),
        ("a.example, discord.gg", "wss://discord.gg/", True),
        ("a.example discord.gg", "wss://discord.gg/", True),
        (",,", "https://h/", False),
    ],
)
def test_what_no_proxy_names_is_reached_directly(entry: str, url: str, is_direct: bool) -> None:
    proxies = chosen("DISCORD_PROXY", "", ENVIRONMENT | {"NO_PROXY": entry})
    assert (proxies.proxy_for(URL(url)) is None) == is_direct


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "HTTP_PROXY"])
def test_an_address_that_is_none_is_told_by_the_name_of_its_variable(variable: str) -> None:
    with pytest.raises(ValueError, match=rf"^{variable} is not the address .+\.$"):
        chosen("DISCORD_PROXY", "", {variable: "socks5://me:hunter2@s"})


def test_without_any_proxy_all_is_direct() -> None:
    assert NO_PROXIES.proxy_for(URL(REST)) is None
