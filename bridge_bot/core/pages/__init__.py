"""A growing Markdown text as the pages that Discord can show."""

from bridge_bot.core.pages.mark import MARK, without_mark
from bridge_bot.core.pages.pages import Pages

__all__ = ["MARK", "Pages", "without_mark"]
