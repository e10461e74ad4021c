"""Restores what the patches change of discord.py for the whole process, after each test."""

from __future__ import annotations

from collections.abc import Iterator

import discord
import pytest
from discord.gateway import DiscordWebSocket

_PATCHED: tuple[tuple[object, str], ...] = (
    (discord.http.Route, "BASE"),
    (DiscordWebSocket, "DEFAULT_GATEWAY"),
    (discord.shard, "DiscordWebSocket"),
    (discord.shard, "Shard"),
    (discord.shard, "ExponentialBackoff"),
    (discord.VoiceClient, "warn_nacl"),
    (discord.VoiceClient, "warn_dave"),
)


@pytest.fixture(autouse=True)
def discord_py_restored() -> Iterator[None]:
    """discord.py is after each test what it was before."""
    before = [(where, name, getattr(where, name)) for where, name in _PATCHED]
    yield
    for where, name, value in before:
        setattr(where, name, value)
