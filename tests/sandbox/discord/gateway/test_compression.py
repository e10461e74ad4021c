"""Compressed streams of the gateway."""

from __future__ import annotations

import importlib
import zlib
from typing import Any

import pytest

from bridge_bot.sandbox.discord.gateway.compression import compressor


def test_a_compressed_stream_can_be_read_message_by_message() -> None:
    compress = compressor("zlib-stream")
    assert compress is not None
    reader = zlib.decompressobj()
    for text in (b"one", b"two"):
        sent = compress(text)
        assert sent.endswith(b"\x00\x00\xff\xff")
        assert reader.decompress(sent) == text
    with pytest.raises(ValueError, match="lz4"):
        compressor("lz4")


def zstd_reader() -> Any:
    """What decompresses a stream: of Python 3.14, or of the package for older ones."""
    try:
        return importlib.import_module("compression.zstd").ZstdDecompressor()
    except ImportError:
        return pytest.importorskip("backports.zstd").ZstdDecompressor()


def test_a_stream_of_zstd_can_be_read_message_by_message() -> None:
    reader, compress = zstd_reader(), compressor("zstd-stream")
    assert compress is not None
    for text in (b"one", b"two", b"three" * 100_000):
        assert reader.decompress(compress(text)) == text
