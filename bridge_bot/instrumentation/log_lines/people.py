"""The lines of what happens to the people that a server has named to be called."""

from __future__ import annotations

import logging

from bridge_bot.core.events import HelpRoleUnreachable
from bridge_bot.instrumentation.log_lines.line import LogLine, line


@line.register
def _(event: HelpRoleUnreachable) -> LogLine:
    message = f"a server's role for help can't be called: {event.problem}"
    return LogLine(
        logging.WARNING, message, {"server": str(event.guild_id), "role": str(event.role_id)}
    )
