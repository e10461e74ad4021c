"""Undoes the compression of a body that came although none was asked for, piece by piece.

aiohttp could do it, but (up to 3.14 at least) takes gzip that is cut short or damaged for a
complete body, so that half an answer would pass for a whole one; and it calls a response with an
encoding that it does not know no HTTP at all, so that its status would be lost.
"""

from __future__ import annotations

import zlib

from bridge_bot.core.errors import AnswerMalformed, ApiConnectionLost

MAX_PIECE_BYTES = 64 * 1024
"""What is decompressed at a time: a small body can hold a very large one."""

_GZIP = zlib.MAX_WBITS | 16
_DEFLATE = zlib.MAX_WBITS
_RAW_DEFLATE = -zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"
_UNSUPPORTED = frozenset({"br", "compress", "dcb", "dcz", "x-compress", "zstd"})


def decompression(content_encoding: str) -> Decompression | None:
    """The decompression for a `Content-Encoding`; None where nothing is compressed.

    A name that means nothing, such as `utf-8`, counts as none. Raises `AnswerMalformed` for a
    compression that can't be undone here.
    """
    name = content_encoding.strip().lower()
    if name in _UNSUPPORTED or "," in name:
        raise AnswerMalformed("an answer in a compression that was not asked for")
    if name in {"gzip", "x-gzip"}:
        return Decompression(_GZIP)
    return Decompression(None) if name == "deflate" else None


class Decompression:
    """Decompresses one body: `put` what has come, then `take` until nothing is left.

    Without `wbits` it is `deflate`, of which the first byte tells whether it has the wrapper that
    RFC 9110 (8.4.1.2) asks for, or has none, as some servers send it.
    """

    def __init__(self, wbits: int | None) -> None:
        self._wbits = wbits
        self._waiting = b""
        self._member: zlib._Decompress | None = None
        self._any_ended = False

    def put(self, data: bytes) -> None:
        """The next piece of the body."""
        self._waiting += data

    def take(self) -> bytes:
        """The next piece, decompressed, of at most `MAX_PIECE_BYTES`; empty if more has to come.

        Raises `AnswerMalformed` where the data are damaged.
        """
        try:
            while (member := self._current()) is not None:
                piece = member.decompress(self._waiting, MAX_PIECE_BYTES)
                self._waiting = member.unconsumed_tail
                if member.eof:
                    self._waiting = member.unused_data
                    self._member, self._any_ended = None, True
                if piece or not self._waiting:
                    return piece
        except zlib.error:
            pass
        else:
            return b""
        raise AnswerMalformed("compressed data that are damaged")

    def end(self) -> None:
        """The body has ended. Raises `ApiConnectionLost` where that is too early."""
        if self._member is not None:
            raise ApiConnectionLost("the end within compressed data")

    def _current(self) -> zlib._Decompress | None:
        """The decompressor for the next bytes: gzip may have several members in a row."""
        if self._member is None and self._waiting:
            if not self._any_ended:
                self._member = zlib.decompressobj(self._wbits or self._deflate())
            elif self._wbits != _GZIP or not self._waiting.startswith(_GZIP_MAGIC[:1]):
                self._waiting = b""  # what else stands behind the end means nothing
            elif self._waiting.startswith(_GZIP_MAGIC):
                self._member = zlib.decompressobj(_GZIP)
            elif len(self._waiting) > 1:
                self._waiting = b""
        return self._member

    def _deflate(self) -> int:
        return _DEFLATE if self._waiting[0] & 0x0F == zlib.DEFLATED else _RAW_DEFLATE
