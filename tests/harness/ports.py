"""Ports for servers that are told which one to use."""

from __future__ import annotations

import random
import socket

_NEVER_GIVEN = range(20_000, 32_768)
"""No system gives one of these to who asks for any port, as other tests at the same time do: Linux
begins at 32,768, others at 49,152.
"""


def free_port() -> int:
    """A port of this machine that nobody uses, nor is given before the server is up."""
    while True:
        with socket.socket() as probe:
            port = random.choice(_NEVER_GIVEN)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
