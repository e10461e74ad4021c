"""Files that are uploaded."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions.files import keep_upload
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Upload
from tests.sandbox.one_guild_lab import OneGuildLab


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        (None, ("a.txt", None)),
        ({"filename": "b.txt", "description": "B"}, ("b.txt", "B")),
        ({"id": "0"}, ("a.txt", None)),
    ],
)
def test_a_file_is_kept_by_its_id_and_called_as_the_request_says(
    lab: OneGuildLab, described: Json | None, expected: tuple[str, str | None]
) -> None:
    kept = keep_upload(lab.world.state, Upload("0", "a.txt", "text/plain", b"x"), described)
    assert lab.world.state.files[kept.id] is kept
    assert (kept.filename, kept.description) == expected
    assert (kept.content_type, kept.data) == ("text/plain", b"x")
