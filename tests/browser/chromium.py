"""Where the browser is, and what is to be done if there is none."""

from __future__ import annotations

import os
import shutil

HOW_TO_GET_IT = (
    "the browser tests need Chromium: `apt-get install chromium` on Debian, "
    "or BRIDGE_BOT_BROWSER=/path/to/chromium"
)
# As little as possible that is not the page: no calls home, no sandbox and no shared memory that
# containers do not give.
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find() -> str | None:
    """The browser's program, if there is one."""
    named = os.environ.get("BRIDGE_BOT_BROWSER")
    known = (named,) if named else ("chromium", "chromium-browser", "google-chrome")
    return next((found for found in map(shutil.which, known) if found), None)


def required() -> bool:
    """Whether a missing browser is a failure, as it is where changes are judged."""
    settings = os.environ
    return settings.get("CI") == "true" or settings.get("BRIDGE_BOT_REQUIRE_BROWSER") == "1"
