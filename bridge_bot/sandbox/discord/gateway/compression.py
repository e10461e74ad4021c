"""Compression of a gateway connection: one stream for its whole life, flushed per message."""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Callable
from typing import Any

Compress = Callable[[bytes], bytes]


def compressor(name: str | None) -> Compress | None:
    """What compresses the messages of one connection; None for none.

    `name` is the gateway's parameter `compress`: `zlib-stream`, or `zstd-stream` where Python
    (3.14 or later), `backports.zstd` or `zstandard` brings it. Raises ValueError for another.
    """
    if name is None:
        return None
    if name == "zlib-stream":
        return _zlib()
    if name == "zstd-stream":
        return _zstd()
    raise ValueError(f"no compression is called {name!r}")


def _zlib() -> Compress:
    stream = zlib.compressobj()
    # Each message ends with the four bytes of Z_SYNC_FLUSH, which tell the client that it is whole.
    return lambda data: stream.compress(data) + stream.flush(zlib.Z_SYNC_FLUSH)


def _zstd() -> Compress:
    for name in ("compression.zstd", "backports.zstd"):  # the second is the first for older Pythons
        if (zstd := _module(name)) is not None:
            stream = zstd.ZstdCompressor()
            return lambda data: bytes(stream.compress(data, mode=stream.FLUSH_BLOCK))
    if (zstandard := _module("zstandard")) is not None:
        writer = zstandard.ZstdCompressor().compressobj()
        block = zstandard.COMPRESSOBJ_FLUSH_BLOCK
        return lambda data: bytes(writer.compress(data) + writer.flush(block))
    raise ValueError("no zstd is installed")


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
