"""Who may import whom, read from the source: also what is imported lazily, or for types only.

    cli → app → chat, { discord_adapter, chat_api, store, instrumentation } → core
    core → texts, discord_markdown

Each layer may import every one below it; the four outer packages never import each other.
`chat` is a second, smaller root beside `app`: of the outer packages it has `chat_api` alone.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import bridge_bot

ROOT = Path(bridge_bot.__file__).parent

INNER = {"core", "texts"}
OUTER = {"discord_adapter", "chat_api", "store", "instrumentation"}
MAY_IMPORT: dict[str, set[str]] = {
    "": set(),
    "__main__": {"cli"},
    "cli": {"app", "chat", "sandbox", "settings"} | OUTER | INNER,
    "app": {"chat", "settings"} | OUTER | INNER,
    "chat": {"settings", "chat_api", "discord_markdown"} | INNER,
    **dict.fromkeys(OUTER, INNER),
    "chat_api": {"discord_markdown"} | INNER,  # whether an answer shows anything
    "settings": {"core"},
    "core": {"texts", "discord_markdown"},
    "texts": set(),
    "discord_markdown": set(),
    "sandbox": set(),
}
# Only here is a library forbidden; the core is about the product, not about its surroundings.
FORBIDDEN_IN_CORE = {"discord", "aiohttp", "sqlalchemy", "aiosqlite", "alembic"}


def violations(module: str, source: str, *, is_package: bool = False) -> list[str]:
    """What a module's imports break, one line each; `module` is its full name."""
    layer = layer_of(module)
    if layer not in MAY_IMPORT:
        return [f"{module}: no rule says what {layer} may import"]
    package = module if is_package else module.rpartition(".")[0]
    found = []
    for target, lazy in imports(ast.parse(source), package):
        if target.partition(".")[0] != "bridge_bot":
            if layer == "core" and target.partition(".")[0] in FORBIDDEN_IN_CORE:
                found.append(f"{module} imports {target}")
            continue
        goal = layer_of(target)
        if goal not in {layer, ""} and goal not in MAY_IMPORT[layer]:
            found.append(f"{module} imports {target}")
        elif goal == "sandbox" and layer != "sandbox" and not lazy:
            found.append(f"{module} imports {target} outside a function")
    return found


def layer_of(module: str) -> str:
    """The part of bridge_bot that a module belongs to; empty for the package itself."""
    name = module.partition(".")[2].partition(".")[0]
    return "" if name.startswith("__") and name != "__main__" else name


def imports(node: ast.AST, package: str, *, lazy: bool = False) -> Iterator[tuple[str, bool]]:
    """The full names that a tree imports, and whether a function has to run for it."""
    match node:
        case ast.Import():
            yield from ((alias.name, lazy) for alias in node.names)
        case ast.ImportFrom():
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *filter(None, [node.module])])
            # `from bridge_bot import store` names a part; deeper names can't leave their part.
            names = [f"{base}.{alias.name}" for alias in node.names]
            yield from ((name, lazy) for name in (names if base == "bridge_bot" else [base]))
        case ast.Call(
            func=ast.Attribute(attr="import_module") | ast.Name(id="import_module" | "__import__"),
            args=[ast.Constant(value=str(name)), *_],
        ):
            yield name, lazy
    is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    for child in ast.iter_child_nodes(node):
        yield from imports(child, package, lazy=lazy or is_function)


def module_name(file: Path) -> str:
    parts = file.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_the_package_keeps_the_layers() -> None:
    files = sorted(ROOT.rglob("*.py"))
    assert files
    assert [
        line
        for file in files
        for line in violations(
            module_name(file),
            file.read_text(encoding="utf-8"),
            is_package=file.name == "__init__.py",
        )
    ] == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("bridge_bot.cli", "from bridge_bot.app import run\nimport bridge_bot.settings"),
        ("bridge_bot.cli", "def sandbox():\n    from bridge_bot.sandbox import serve"),
        ("bridge_bot.cli", "from bridge_bot import __version__, store"),
        ("bridge_bot.app", "from bridge_bot import store, core, settings\nimport aiohttp"),
        ("bridge_bot.chat", "from bridge_bot.chat_api.client import ChatApi"),
        ("bridge_bot.store.schema", "import bridge_bot\nfrom bridge_bot.core import errors"),
        ("bridge_bot.store.schema", "from .engine import x\nfrom ..core.errors import y"),
        ("bridge_bot.core.replies.reply", "from bridge_bot.texts import say\nimport markdown_it"),
        (
            "bridge_bot.sandbox.discord.world",
            "from bridge_bot.sandbox.discord.rest.server import x\nimport discord",
        ),
        ("bridge_bot.settings.loading", "from bridge_bot.core.errors import SettingsInvalid"),
        ("bridge_bot.core.replies.reply", "from bridge_bot.discord_markdown import Pages"),
    ],
)
def test_an_import_downwards_is_fine(module: str, source: str) -> None:
    assert violations(module, source) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("bridge_bot.chat_api.client", "from bridge_bot.store import tables"),
        ("bridge_bot.chat_api.client", "from bridge_bot import instrumentation"),
        ("bridge_bot.chat_api.client", "from ..store.tables import TURNS"),
        ("bridge_bot.chat_api.client", "from .. import discord_adapter"),
        ("bridge_bot.store.schema", "def f():\n    import bridge_bot.discord_adapter.client"),
        ("bridge_bot.store.schema", "from bridge_bot.settings import load"),
        ("bridge_bot.store.schema", "from bridge_bot.app import run"),
        ("bridge_bot.core.turns.turn", "import discord"),
        ("bridge_bot.core.turns.turn", "from aiohttp.web import Request"),
        ("bridge_bot.core.turns.turn", "if TYPE_CHECKING:\n    from sqlalchemy import Table"),
        (
            "bridge_bot.core.turns.turn",
            "if TYPE_CHECKING:\n    from bridge_bot.store import tables",
        ),
        ("bridge_bot.core.turns.turn", "from bridge_bot.settings import load"),
        ("bridge_bot.texts", "from bridge_bot.core import errors"),
        ("bridge_bot.discord_markdown.pages", "from bridge_bot.core import model"),
        ("bridge_bot.discord_markdown.pages", "from bridge_bot.texts import say"),
        ("bridge_bot.store.schema", "from bridge_bot.discord_markdown import Pages"),
        ("bridge_bot.settings.loading", "from bridge_bot.store import tables"),
        ("bridge_bot.sandbox.discord.world", "from bridge_bot.core import model"),
        ("bridge_bot.sandbox.discord.world", "importlib.import_module('bridge_bot.core.model')"),
        ("bridge_bot.app", "def f():\n    from bridge_bot.sandbox import serve"),
        ("bridge_bot.chat", "from bridge_bot.app import run"),
        ("bridge_bot.chat", "def f():\n    from bridge_bot.store import schema"),
        ("bridge_bot.cli", "from bridge_bot.sandbox import serve"),
        ("bridge_bot.cli", "if TYPE_CHECKING:\n    import bridge_bot.sandbox.serve"),
        ("bridge_bot.cli", "class C:\n    import bridge_bot.sandbox"),
        ("bridge_bot", "from bridge_bot import core"),
        ("bridge_bot.helpers", ""),
    ],
)
def test_an_import_across_or_upwards_is_found(module: str, source: str) -> None:
    assert len(violations(module, source)) == 1


def test_a_relative_import_is_resolved_from_a_package_as_well() -> None:
    source = "from .store import tables"
    assert violations("bridge_bot.store", source, is_package=True) == []
    assert violations("bridge_bot", source, is_package=True) == [
        "bridge_bot imports bridge_bot.store"
    ]
