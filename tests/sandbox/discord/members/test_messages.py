"""Messages as a client sends them."""

from __future__ import annotations

from tests.sandbox.one_guild_lab import OneGuildLab


def test_a_paste_over_two_thousand_characters_becomes_a_file(lab: OneGuildLab) -> None:
    said = lab.world.messages.send(lab.channel, lab.ann, "x" * 2001)
    assert said.content == ""
    assert [(file.filename, len(file.data)) for file in said.attachments] == [("message.txt", 2001)]
