"""The line of an operation that failed."""

from __future__ import annotations

import logging

from bridge_bot.core.events import OperationFailed
from bridge_bot.instrumentation.log_lines.line import LogLine, cause, is_expected, line


@line.register
def _(event: OperationFailed) -> LogLine:
    detail = f" ({event.detail})" if event.detail else ""
    outlook = f"; {event.outlook}" if event.outlook else ""
    message = f"while {event.operation}{detail}{outlook}: {cause(event.error)}"
    fault = None if is_expected(event.error) else event.error
    return LogLine(logging.WARNING, message, kind=message, traceback_of=fault)
