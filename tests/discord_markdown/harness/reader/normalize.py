"""Parsed nodes without what makes no difference to how they look."""

from __future__ import annotations

import re
from typing import Any

Node = dict[str, Any]

_BLOCKS = {"codeblock", "quote", "heading", "subtext", "list"}


def normalize(nodes: list[Node], *, edges: bool = False) -> list[Node]:
    """Neighbouring texts are one; spaces before a line break go, three breaks are two.

    At the edge of a block a text loses its breaks and spaces; with `edges` at those of `nodes`,
    too.
    """
    joined: list[Node] = []
    for node in nodes:
        if node["t"] == "text" and joined and joined[-1]["t"] == "text":
            joined[-1] = {"t": "text", "v": joined[-1]["v"] + node["v"]}
        else:
            joined.append(node)
    kinds = ["edge" if edges else "", *(node["t"] for node in joined), "edge" if edges else ""]
    normalized = []
    for number, node in enumerate(joined):
        before, after = kinds[number], kinds[number + 2]
        new = _text(node, before, after) if node["t"] == "text" else _inside(node)
        if new.get("v") != "" or new["t"] != "text":
            normalized.append(new)
    return normalized


def _text(node: Node, before: str, after: str) -> Node:
    words = re.sub(r" +\n", "\n", node["v"])
    words = re.sub(r"\n{3,}", "\n\n", words)
    if before == "edge" or before in _BLOCKS:
        words = words.lstrip(" \n")
    if after == "edge" or after in _BLOCKS:
        words = words.rstrip(" \n")
    return {"t": "text", "v": words}


def _inside(node: Node) -> Node:
    new = dict(node)
    if "c" in node:
        new["c"] = normalize(node["c"], edges=node["t"] in _BLOCKS)
    if "items" in node:
        new["items"] = [normalize(item, edges=True) for item in node["items"]]
    return new
