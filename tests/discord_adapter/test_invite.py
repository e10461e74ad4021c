"""The link by which the bot is invited."""

from __future__ import annotations

from bridge_bot.discord_adapter.invite import PERMISSIONS, invite_link


def test_the_invite_link_asks_for_what_the_bot_uses_and_nothing_more() -> None:
    assert {name for name, granted in PERMISSIONS if granted} == {
        "read_messages",  # discord.py's name for Discord's View Channels
        "send_messages",
        "send_messages_in_threads",
        "create_public_threads",
        "attach_files",
        "add_reactions",
        "read_message_history",
    }
    assert invite_link(42) == (
        "https://discord.com/oauth2/authorize?client_id=42"
        "&scope=bot+applications.commands&permissions=309237746752"
    )
