"""Files that are uploaded: kept by their id, so that they can be fetched."""

from __future__ import annotations

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Attachment, Upload
from bridge_bot.sandbox.discord.state import WorldState


def keep_upload(state: WorldState, upload: Upload, described: Json | None = None) -> Attachment:
    """Keep an uploaded file; `described` is what the body of the request says of it."""
    described = described or {}
    kept = Attachment(
        id=state.ids.make(),
        filename=described.get("filename") or upload.filename,
        content_type=upload.content_type,
        data=upload.data,
        description=described.get("description"),
    )
    state.files[kept.id] = kept
    return kept
