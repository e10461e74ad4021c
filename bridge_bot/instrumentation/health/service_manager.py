"""Tells systemd how the bot is: the protocol of `sd_notify(3)`.

A message is a datagram of lines such as `READY=1`, sent to the socket that `NOTIFY_SOCKET` names.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from types import TracebackType
from typing import Self


class ServiceManager:
    """The service manager that has started this process, or none: then nothing is sent.

    A context manager that owns its socket. `environment` has what systemd has set (sd_notify(3),
    sd_watchdog_enabled(3)).
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        address = environment.get("NOTIFY_SOCKET", "")
        # `@` stands for the NUL byte with which an abstract address begins.
        self._address = "\0" + address[1:] if address.startswith("@") else address
        self._socket: socket.socket | None = None
        self._status = ""
        self.watchdog_s = _watchdog_s(environment)
        """Within so many seconds it has to hear from the watchdog again; None: it does not ask."""

    @property
    def is_there(self) -> bool:
        """Whether there is one."""
        return bool(self._address)

    def __enter__(self) -> Self:
        if self.is_there:
            self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)
            self._socket.setblocking(False)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._socket is not None:
            self._socket.close()

    def ready(self) -> None:
        """The start is done."""
        self._send("READY=1")

    def starting(self, within_s: float) -> None:
        """The start goes on, and is to be told of again within so many seconds."""
        self._send(f"EXTEND_TIMEOUT_USEC={int(within_s * 1_000_000)}")

    def stopping(self) -> None:
        """The end has begun."""
        self._send("STOPPING=1")

    def alive(self) -> None:
        """The watchdog's sign of life."""
        self._send("WATCHDOG=1")

    def status(self, text: str) -> None:
        """Say on one line how the bot is, if that has changed."""
        if text != self._status and self._send(f"STATUS={text}"):
            self._status = text

    def _send(self, message: str) -> bool:
        """Whether it was sent. If nobody listens, or not fast enough, the bot goes on."""
        if self._socket is None:
            return False
        try:
            self._socket.sendto(message.encode(), self._address)
        except OSError:
            return False
        return True


def _watchdog_s(environment: Mapping[str, str]) -> float | None:
    """How often the watchdog wants to hear, if it watches this very process."""
    if environment.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    text = environment.get("WATCHDOG_USEC", "")
    return int(text) / 1_000_000 if text.isascii() and text.isdigit() and int(text) else None
