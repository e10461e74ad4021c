"""Whatever happens for minutes: every question is answered once, and nothing piles up."""

from __future__ import annotations

import os
import secrets
from itertools import groupby
from pathlib import Path

import pytest

from tests.e2e.soak import Sample, soak
from tests.e2e.soak_plan import CALM_PART

WARNINGS = {
    "nothing": "yet",
}
"""Every line of the log that is no information, and why it is there."""

SEED = os.environ.get("BRIDGE_BOT_SOAK_SEED") or secrets.token_hex(4)
DURATION_S = float(os.environ.get("BRIDGE_BOT_SOAK_S", "600"))
WARM_UP_PART = 0.3


async def test_a_short_soak_ends_with_every_question_answered_once(tmp_path: Path) -> None:
    await soak(tmp_path, os.environ.get("BRIDGE_BOT_SOAK_SEED", "short"), 15, WARNINGS)


@pytest.mark.slow
async def test_a_long_soak_ends_with_every_question_answered_once_and_memory_flat(
    tmp_path: Path,
) -> None:
    """For BRIDGE_BOT_SOAK_S seconds; BRIDGE_BOT_SOAK_SEED plays a former one again."""
    ran = await soak(tmp_path, SEED, DURATION_S, WARNINGS)
    *_, (_, last) = groupby(ran.samples, lambda sample: sample.pid)
    calm = list(last)
    assert calm[-1].at_s - calm[0].at_s > DURATION_S * CALM_PART * 0.9
    check_flat(calm)


def check_flat(samples: list[Sample]) -> None:
    """After the warm-up neither memory nor open files grow: compared are two late thirds."""
    warm = samples[int(len(samples) * WARM_UP_PART) :]
    third = len(warm) // 3
    early, late = warm[:third], warm[-third:]
    grown = mean(late, "resident_kib") / mean(early, "resident_kib")
    print(f"memory: {mean(early, 'resident_kib'):.0f} → {mean(late, 'resident_kib'):.0f} KiB")
    assert grown < 1.05
    assert mean(late, "files") < mean(early, "files") + 10


def mean(samples: list[Sample], name: str) -> float:
    return sum(getattr(sample, name) for sample in samples) / len(samples)
