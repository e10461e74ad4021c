"""The picture of a run: how late words are over the time of the streams, ours and the plain bot.

An SVG by hand, whose colours follow the reader's preference for light or dark.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

Point = tuple[float, ...]
"""When in the streams, in seconds, and three percentiles of the delay there: low, middle, high."""

ALONG = "seconds after the first chunk at which a word left the API"
UP = "seconds until it can be read"
PERCENTS = (10.0, 50.0, 90.0)
EVERY_S = 0.5

_WIDTH, _HEIGHT = 760, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 24, 64, 82
_STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
_MOST_LINES = 7
_LETTER = 7.5  # about the width of one
_STYLE = """
    svg { font: 13px system-ui, "Segoe UI", Helvetica, Arial, sans-serif }
    .page { fill: #ffffff } text { fill: #1f2328 } .quiet { fill: #59636e }
    .grid { stroke: #d1d9e0 } .axis { stroke: #818b98 }
    .ours { stroke: #0969da } .ours-band { fill: #0969da; opacity: .16 }
    .plain { stroke: #bc4c00; stroke-dasharray: 7 4 } .plain-band { fill: #bc4c00; opacity: .14 }
    .curve { fill: none; stroke-width: 2.5; stroke-linejoin: round }
    .title { font-size: 15px; font-weight: 600 }
    @media (prefers-color-scheme: dark) {
      .page { fill: #0d1117 } text { fill: #f0f6fc } .quiet { fill: #9198a1 }
      .grid { stroke: #2b3138 } .axis { stroke: #656c76 }
      .ours { stroke: #58a6ff } .ours-band { fill: #58a6ff; opacity: .22 }
      .plain { stroke: #f0883e } .plain-band { fill: #f0883e; opacity: .2 }
    }
"""


@dataclass(frozen=True, slots=True)
class Curve:
    """One bot's points; `style` is `ours` or `plain`."""

    label: str
    style: str
    points: Sequence[Point]


class _Plane:
    """From seconds to places on the picture."""

    def __init__(self, curves: Iterable[Curve]) -> None:
        points = [point for curve in curves for point in curve.points]
        if not points:
            raise ValueError("there is nothing to draw")
        self.along = _ticks(max(point[0] for point in points))
        self.up = _ticks(max(point[-1] for point in points))

    def x(self, seconds: float) -> float:
        return _LEFT + seconds / self.along[-1] * (_WIDTH - _LEFT - _RIGHT)

    def y(self, seconds: float) -> float:
        return _HEIGHT - _BOTTOM - seconds / self.up[-1] * (_HEIGHT - _TOP - _BOTTOM)

    def path(self, points: Iterable[tuple[float, float]]) -> str:
        return " ".join(f"{self.x(x):.1f},{self.y(y):.1f}" for x, y in points)


def svg(title: str, curves: Sequence[Curve], caption: str) -> str:
    """The picture as a document."""
    plane = _Plane(curves)
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}"'
    name = f'role="img" aria-label="{escape(title)}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {name}>',
        f"  <style>{_STYLE}  </style>",
        f'  <rect class="page" width="{_WIDTH}" height="{_HEIGHT}" rx="6"/>',
        _text(_LEFT, 28, title, style="title"),
        *_axes(plane),
        *(part for curve in curves for part in _drawn(plane, curve)),
        *_legend(curves),
        _text(_LEFT, _HEIGHT - 14, caption),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _axes(plane: _Plane) -> Iterator[str]:
    bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
    for tick in plane.up:
        yield _line("grid" if tick else "axis", (_LEFT, plane.y(tick)), (right, plane.y(tick)))
        yield _text(_LEFT - 8, plane.y(tick) + 4, f"{tick:g}", anchor="end")
    for tick in plane.along:
        yield _text(plane.x(tick), bottom + 18, f"{tick:g}", anchor="middle")
    yield _text(right, bottom + 40, ALONG, anchor="end", style="label")
    yield _text(_LEFT, _TOP - 14, UP, style="label")


def _legend(curves: Iterable[Curve]) -> Iterator[str]:
    x, y = float(_WIDTH - _RIGHT), _TOP - 14.0
    for curve in reversed(list(curves)):
        x -= _LETTER * len(curve.label)
        yield _text(x, y, curve.label, style="label")
        yield _line(f"curve {curve.style}", (x - 36, y - 4), (x - 8, y - 4))
        x -= 60


def _text(x: float, y: float, said: str, *, style: str = "quiet", anchor: str = "start") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'  <text class="{style}" {place}>{escape(said)}</text>'


def _line(style: str, start: tuple[float, float], end: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = start, end
    return f'  <line class="{style}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _drawn(plane: _Plane, curve: Curve) -> Iterator[str]:
    low = [(point[0], point[1]) for point in curve.points]
    middle = [(point[0], point[2]) for point in curve.points]
    high = [(point[0], point[3]) for point in curve.points]
    yield f'  <polygon class="{curve.style}-band" points="{plane.path([*low, *high[::-1]])}"/>'
    yield f'  <polyline class="curve {curve.style}" points="{plane.path(middle)}"/>'


def _ticks(most: float) -> list[float]:
    """Round numbers from 0 to beyond the most."""
    step = next((step for step in _STEPS if most / step <= _MOST_LINES), most)
    return [number * step for number in range(math.ceil(most / step) + 1)]
