"""Stand-ins on this machine for Discord and for the Chat API; they know nothing of the bot.

`serve` puts the bot between them, as a process, and a page in the browser in front of them.
"""


class CannotServe(Exception):
    """The sandbox can't be served. The text is a sentence for whoever started it."""
