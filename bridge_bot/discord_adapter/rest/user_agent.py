"""The `User-Agent` of all requests to Discord, REST and gateway alike."""

from __future__ import annotations

import discord

_LIBRARY_URL = "https://github.com/Rapptz/discord.py"


def user_agent(version: str) -> str:
    """The `User-Agent` of that version of this program.

    Discord's documentation demands `DiscordBot ($url, $versionNumber)` with the client library's
    address and version, and lets more follow; a client without may be blocked. discord.py 2.7.1
    leaves the comma out.
    """
    return f"DiscordBot ({_LIBRARY_URL}, {discord.__version__}) bridge-bot/{version}"
