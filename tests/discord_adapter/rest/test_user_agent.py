"""How the bot names itself to Discord."""

from __future__ import annotations

import re

from bridge_bot.discord_adapter.rest.user_agent import user_agent


def test_it_has_the_form_that_discord_demands_and_names_the_program() -> None:
    """Discord's documentation: `DiscordBot ($url, $versionNumber)`, and then what one likes."""
    named = user_agent("1.2.3")
    assert re.fullmatch(r"DiscordBot \(https://\S+, \d[\w.]*\) bridge-bot/1\.2\.3", named)
