"""A growing Markdown text as messages that Discord shows as the text means.

pages = Pages(limit_chars=2000)
pages.feed("1. **Install:**\\n   ```bash\\n")
pages.end()
list(pages)
"""

from bridge_bot.discord_markdown.blank import is_blank
from bridge_bot.discord_markdown.cursor import CURSOR, without_cursor
from bridge_bot.discord_markdown.pages import Pages

__all__ = ["CURSOR", "Pages", "is_blank", "without_cursor"]
