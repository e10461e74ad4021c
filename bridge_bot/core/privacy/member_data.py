"""What is told of a member's data: a file with all of it, and what was removed of it. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from bridge_bot.core.ports import Forgotten, MemberRows
from bridge_bot.texts import Texts


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file for a member."""

    name: str
    content: bytes


def export_json(member_id: int, rows: MemberRows, at_s: float) -> str:
    """All that is stored of a member at a time, in seconds since the Unix epoch, as JSON."""
    exported = {
        "member_id": str(member_id),
        "exported_at": datetime.fromtimestamp(int(at_s), UTC).isoformat(),
        "tables": rows,
    }
    return json.dumps(exported, ensure_ascii=False, indent=2)


def export_file(
    member_id: int, rows: MemberRows, at_s: float, *, most_bytes: int
) -> ExportFile | None:
    """The same as a file, zipped if it is larger than so much; None if it still is."""
    content = export_json(member_id, rows, at_s).encode()
    if len(content) <= most_bytes:
        return ExportFile("export.json", content)
    zipped = BytesIO()
    with ZipFile(zipped, "w", ZIP_DEFLATED) as archive:
        archive.writestr("export.json", content)
    content = zipped.getvalue()
    return ExportFile("export.zip", content) if len(content) <= most_bytes else None


def forgotten_text(forgotten: Forgotten, texts: Texts) -> str:
    """What was removed of a member, what stays and why, as Markdown."""
    paragraphs = [
        texts.get(
            "forget-done",
            questions=forgotten.questions,
            sources=forgotten.sources,
            votes=forgotten.votes,
            conversations=forgotten.conversations,
        ),
        texts.get("forget-left", count=forgotten.left) if forgotten.left else "",
        texts.get("forget-stays"),
        texts.get("forget-elsewhere"),
    ]
    return "\n\n".join(filter(None, paragraphs))
