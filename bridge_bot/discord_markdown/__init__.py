"""A growing Markdown text as messages that Discord shows as the text means.

pages = Pages(limit_chars=2000)
pages.feed("1. **Install:**\\n   ```bash\\n")
pages.end()
list(pages)
"""

from bridge_bot.discord_markdown.blank import is_blank
from bridge_bot.discord_markdown.citations import Citations, SourceEntry
from bridge_bot.discord_markdown.cursor import CURSOR, without_cursor
from bridge_bot.discord_markdown.masked_link import masked_link
from bridge_bot.discord_markdown.pages import Pages, SourcesLine
from bridge_bot.discord_markdown.private_marks import PrivateMarks

__all__ = [
    "CURSOR",
    "Citations",
    "Pages",
    "PrivateMarks",
    "SourceEntry",
    "SourcesLine",
    "is_blank",
    "masked_link",
    "without_cursor",
]
