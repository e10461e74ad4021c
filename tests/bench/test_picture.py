"""The picture is a document that shows both curves, its axes, and where it comes from."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from tests.bench.picture import ALONG, UP, Curve, svg

NAME = "{http://www.w3.org/2000/svg}"
CURVES = (
    Curve("ours & more", "ours", [(0.5, 0.1, 0.5, 1.0), (12.5, 0.2, 0.6, 1.1)]),
    Curve("plain", "plain", [(0.5, 1.0, 2.0, 4.2)]),
)


def test_the_picture_names_curves_axes_and_caption() -> None:
    drawn = ET.fromstring(svg("A <title>", CURVES, "seed 7"))

    texts = [text.text for text in drawn.iter(f"{NAME}text")]
    assert {"A <title>", "ours & more", "plain", "seed 7", ALONG, UP} <= set(texts)
    assert len(list(drawn.iter(f"{NAME}polyline"))) == len(list(drawn.iter(f"{NAME}polygon"))) == 2


def test_every_point_lies_on_the_picture_and_more_delay_is_higher_up() -> None:
    drawn = ET.fromstring(svg("t", CURVES, "c"))

    width, height = float(drawn.attrib["width"]), float(drawn.attrib["height"])
    lines = {line.attrib["class"]: line for line in drawn.iter(f"{NAME}polyline")}
    places = {
        style: [tuple(map(float, pair.split(","))) for pair in line.attrib["points"].split()]
        for style, line in lines.items()
    }
    assert all(0 < x < width and 0 < y < height for line in places.values() for x, y in line)
    assert places["curve plain"][0][1] < places["curve ours"][1][1] < places["curve ours"][0][1]


def test_without_points_there_is_no_picture() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        svg("t", [Curve("empty", "ours", [])], "c")
