"""Which proxies the settings name: the bot's own ones, or else those of the environment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bridge_bot.proxies.proxies import DIRECT, Proxies, chosen
from bridge_bot.proxies.proxy import proxy_at
from bridge_bot.settings.loading import variable
from bridge_bot.settings.names import CUSTOMARY
from bridge_bot.settings.readers import Secret, optional


class ProxyAddress(Secret):
    """The address of a proxy, or `none`: secret only where a password is in it."""

    __slots__ = ()

    def hidden(self) -> Iterator[str]:
        """What a log leaves out."""
        if "@" in self.reveal():
            yield self.reveal()


@dataclass(frozen=True, slots=True)
class ProxySettings:
    """What the environment says of proxies to each program.

    These are read as they are: one that is no address does no harm where it is not used.
    """

    https_proxy: ProxyAddress | None = variable("HTTPS_PROXY", optional(ProxyAddress), "")
    http_proxy: ProxyAddress | None = variable("HTTP_PROXY", optional(ProxyAddress), "")
    no_proxy: str = variable("NO_PROXY", str, "")

    def check(self, *own: ProxyAddress | None) -> None:
        """Raise a `ValueError` if a proxy of the environment is none, and one of these settings
        leaves the choice to the environment.
        """
        if None in own:
            self.chosen("", None)

    def chosen(self, name: str, own: ProxyAddress | None) -> Proxies:
        """The proxies of a service whose own setting has that name and text."""
        texts = {"HTTPS_PROXY": self.https_proxy, "HTTP_PROXY": self.http_proxy}
        environment = {each: text.reveal() for each, text in texts.items() if text}
        environment["NO_PROXY"] = self.no_proxy
        return chosen(name, own.reveal() if own else "", environment)


def proxy_address(text: str) -> ProxyAddress:
    """The address of an http or https proxy, or `none`."""
    if text.casefold() != DIRECT:
        try:
            proxy_at(text, variable="")
        except ValueError as problem:
            raise ValueError(f"{problem}; or use none") from None
    return ProxyAddress(text)


def in_capitals(values: Mapping[str, str]) -> dict[str, str]:
    """The variables, where `https_proxy` stands as `HTTPS_PROXY`, and so on.

    If both are there, the lower case holds, as for curl and Python.
    """
    lower = {name: values.get(name.lower(), "") for name in CUSTOMARY}
    return {**values, **{name: text for name, text in lower.items() if text.strip()}}
