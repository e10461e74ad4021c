"""Who may import whom, as the contracts in `pyproject.toml` say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import bridge_bot

PACKAGE = Path(bridge_bot.__file__).parent


def test_the_package_keeps_the_layers() -> None:
    """Also by imports in functions, and for types only."""
    linter = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run(
        [linter, "--no-cache"], check=False, cwd=PACKAGE.parent, capture_output=True, text=True
    )
    assert checked.returncode == 0, checked.stdout


def test_nothing_of_the_package_is_imported_in_a_way_that_no_linter_sees() -> None:
    hidden = re.compile(r"""(import_module|__import__)\(\s*["'](bridge_bot|\.)""")
    assert hidden.search('importlib.import_module("bridge_bot.core.model")')
    sources = {file: file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py")}
    assert sources
    assert [file for file, source in sources.items() if hidden.search(source)] == []


def test_the_command_line_loads_neither_the_sandbox_nor_the_bot_before_they_are_run() -> None:
    """No command is to pay for another, in time or in memory."""
    program = "import sys, bridge_bot.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "bridge_bot.cli" in loaded
    assert not {"bridge_bot.sandbox", "bridge_bot.app"} & set(loaded)
