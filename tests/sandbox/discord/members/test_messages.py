"""Messages as a client sends them."""

from __future__ import annotations

from tests.sandbox.small_world import SmallWorld


def test_a_paste_over_two_thousand_characters_becomes_a_file(small: SmallWorld) -> None:
    said = small.world.messages.send(small.channel, small.ann, "x" * 2001)
    assert said.content == ""
    assert [(file.filename, len(file.data)) for file in said.attachments] == [("message.txt", 2001)]
