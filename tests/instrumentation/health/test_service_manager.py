"""What systemd is sent, by a socket as it has one."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bridge_bot.instrumentation.health.service_manager import ServiceManager


@contextmanager
def listening(address: str) -> Iterator[socket.socket]:
    """A socket at that address, as systemd writes it."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind("\0" + address[1:] if address.startswith("@") else address)
        listener.settimeout(5.0)
        yield listener


@pytest.mark.parametrize("is_abstract", [False, True])
def test_each_message_is_one_datagram(tmp_path: Path, is_abstract: bool) -> None:
    address = f"@bridge-bot-{os.getpid()}" if is_abstract else str(tmp_path / "notify")
    with (
        listening(address) as systemd,
        ServiceManager({"NOTIFY_SOCKET": address}) as manager,
    ):
        manager.starting(60.0)
        manager.ready()
        manager.alive()
        manager.status("ready")
        manager.status("ready")  # which is told already
        manager.stopping()
        assert [systemd.recv(1000) for _ in range(5)] == [
            b"EXTEND_TIMEOUT_USEC=60000000",
            b"READY=1",
            b"WATCHDOG=1",
            b"STATUS=ready",
            b"STOPPING=1",
        ]


def test_without_a_manager_or_while_it_does_not_listen_the_bot_goes_on(tmp_path: Path) -> None:
    with ServiceManager({}) as manager:
        assert not manager.is_there
        manager.ready()
    with ServiceManager({"NOTIFY_SOCKET": str(tmp_path / "gone")}) as manager:
        assert manager.is_there
        manager.ready()


@pytest.mark.parametrize(
    ("environment", "watchdog_s"),
    [
        ({}, None),
        ({"WATCHDOG_USEC": "30000000"}, 30.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(os.getpid())}, 30.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"}, None),
        ({"WATCHDOG_USEC": "0"}, None),
        ({"WATCHDOG_USEC": "soon"}, None),
    ],
)
def test_the_watchdog_is_the_one_of_this_process(
    environment: dict[str, str], watchdog_s: float | None
) -> None:
    assert ServiceManager(environment).watchdog_s == watchdog_s
