"""What is in `deploy/` fits the program: its metrics and labels exist, and parsers take it."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import promql_parser
import pytest
import yaml

from bridge_bot.core.gateway.shards import GatewayReport
from bridge_bot.instrumentation.health.endpoints import Endpoints, listening
from bridge_bot.instrumentation.health.event_loop_lag import EventLoopLag
from bridge_bot.instrumentation.health.readiness import Readiness
from bridge_bot.instrumentation.metrics.definitions import METRICS, Kind, Metric
from bridge_bot.instrumentation.metrics.metrics import Metrics
from bridge_bot.settings import DiscordSettings, RunSettings, readers
from bridge_bot.settings.loading import load, variables
from tests.harness.ports import free_port

ROOT = Path(__file__).parents[1]
DASHBOARD: dict[str, Any] = json.loads((ROOT / "deploy/grafana-dashboard.json").read_text("utf-8"))
ALERTS: list[dict[str, Any]] = [
    rule
    for group in yaml.safe_load((ROOT / "deploy/bridge-bot.rules.yaml").read_text("utf-8"))[
        "groups"
    ]
    for rule in group["rules"]
]
UNIT = (ROOT / "deploy/bridge-bot.service").read_text("utf-8")

SCRAPE_LABELS = {"instance", "job"}
"""Prometheus sets these on each series."""

OF_OTHERS = {"up", "process_resident_memory_bytes", "process_cpu_seconds_total"}
"""Series of Prometheus and of its client's library."""


def queries() -> Iterator[tuple[str, str]]:
    """Where each query stands, and the query, with what Grafana puts in for its variables."""
    for rule in ALERTS:
        yield rule["alert"], rule["expr"]
    for panel in DASHBOARD["panels"]:
        for target in panel["targets"]:
            expr = target["expr"].replace("$__rate_interval", "5m").replace("$instance", ".*")
            yield panel["title"], expr


QUERIES = list(queries())


def series_names(metric: Metric) -> set[str]:
    if metric.kind is not Kind.HISTOGRAM:
        return {metric.name}
    return {metric.name + suffix for suffix in ("_bucket", "_count", "_sum")}


SERIES = {name: metric for metric in METRICS for name in series_names(metric)}


def nodes(query: str) -> list[Any]:
    """All parts of a query, as the parser finds them."""
    found: list[Any] = []
    promql_parser.walk(promql_parser.parse(query), found.append)
    return found


def selected(query: str) -> list[Any]:
    """What a query selects series by."""
    return [node for node in nodes(query) if isinstance(node, promql_parser.VectorSelector)]


@pytest.mark.parametrize(("place", "query"), QUERIES, ids=[place for place, _ in QUERIES])
def test_each_series_and_label_of_a_query_exists(place: str, query: str) -> None:
    for selector in selected(query):
        assert selector.name in SERIES.keys() | OF_OTHERS
        labels = SERIES[selector.name].labels if selector.name in SERIES else {}
        for matcher in selector.matchers.matchers:
            assert matcher.name in labels.keys() | SCRAPE_LABELS
            if labels.get(matcher.name):
                values = labels[matcher.name]
                assert any(re.fullmatch(matcher.value, value) for value in values), matcher.value
    grouped = {
        label
        for node in nodes(query)
        if isinstance(node, promql_parser.AggregateExpr) and node.modifier is not None
        for label in node.modifier.labels
    }
    known = {
        label
        for each in selected(query)
        if each.name in SERIES
        for label in SERIES[each.name].labels
    }
    assert grouped <= known | SCRAPE_LABELS | {"le"}


def test_the_dashboard_shows_each_metric() -> None:
    shown = {
        SERIES[selector.name].name
        for panel in DASHBOARD["panels"]
        for target in panel["targets"]
        for selector in selected(
            target["expr"].replace("$__rate_interval", "5m").replace("$instance", ".*")
        )
        if selector.name in SERIES
    }
    assert shown == {metric.name for metric in METRICS}


def test_the_panels_of_the_dashboard_do_not_overlap() -> None:
    places = [
        {
            (x, y)
            for x in range(at["x"], at["x"] + at["w"])
            for y in range(at["y"], at["y"] + at["h"])
        }
        for at in (panel["gridPos"] for panel in DASHBOARD["panels"])
    ]
    assert len(set().union(*places)) == sum(map(len, places))
    assert all(x < 24 for x, _ in set().union(*places))
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])


def test_each_alert_says_what_it_means_and_stands_in_the_documentation() -> None:
    for rule in ALERTS:
        assert rule["labels"]["severity"] in {"critical", "warning"}
        assert rule["annotations"]["summary"]
        assert rule["annotations"]["description"]
    page = (ROOT / "docs/operating.md").read_text("utf-8")
    assert re.findall(r"^\| `(BridgeBot\w+)` \|", page, re.MULTILINE) == [
        rule["alert"] for rule in ALERTS
    ]


def test_the_documentation_names_each_reason_of_not_being_ready() -> None:
    page = (ROOT / "docs/operating.md").read_text("utf-8")
    reasons = re.findall(r"^\| `([a-z_]+)` \|", page.partition("| reason |")[2], re.MULTILINE)
    readiness = Readiness(lambda: GatewayReport((0,), (0,), (0,), (0,), None, (0,)), lambda: 0.0)
    readiness.stopping()
    assert set(readiness.report().reasons) == set(reasons[:6])


def test_the_service_is_one_that_notifies_and_is_watched() -> None:
    for line in ("Type=notify", "NotifyAccess=main", "WatchdogSec=60"):
        assert re.search(rf"^{line}$", UNIT, re.MULTILINE)
    assert "AF_UNIX" in UNIT.partition("RestrictAddressFamilies=")[2].partition("\n")[0]


OBJECTS = {
    each["kind"]: each
    for each in yaml.safe_load_all((ROOT / "deploy/kubernetes.yaml").read_text("utf-8"))
}
STATEFUL_SET: dict[str, Any] = OBJECTS["StatefulSet"]["spec"]
POD: dict[str, Any] = STATEFUL_SET["template"]["spec"]
CONTAINER: dict[str, Any] = POD["containers"][0]
CONFIGURATION: dict[str, str] = OBJECTS["ConfigMap"]["data"]


def shards_of_pod(index: int, folder: Path) -> tuple[int, ...]:
    """The shards that the command of a pod gives the bot, in whose place a script says them."""
    program = folder / "bridge-bot"
    program.write_text('#!/bin/sh\necho "$SHARD_IDS"\n', "utf-8")
    program.chmod(0o755)
    command = [*CONTAINER["command"], *(each.replace("$$", "$") for each in CONTAINER["args"])]
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    environment = {**CONFIGURATION, "POD_INDEX": str(index), "PATH": path}
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return readers.shard_ids(said.stdout.strip())


def test_the_pods_have_each_shard_once(tmp_path: Path) -> None:
    served = [shards_of_pod(index, tmp_path) for index in range(STATEFUL_SET["replicas"])]
    shards = [shard for each in served for shard in each]
    assert shards == [*range(int(CONFIGURATION["SHARD_COUNT"]))]
    [index] = CONTAINER["env"]
    assert "apps.kubernetes.io/pod-index" in index["valueFrom"]["fieldRef"]["fieldPath"]


def test_the_pods_have_all_that_the_bot_needs_to_start() -> None:
    known = {each.name for each in variables(RunSettings)}
    assert CONFIGURATION.keys() - known == {"PER_PROCESS"}
    needed = {each.name for each in variables(RunSettings) if each.default is None}
    secrets = {
        "DISCORD_TOKEN",
        "CHAT_API_KEY",
        "DATABASE_URL",
    }  # of the Secret
    assert needed <= CONFIGURATION.keys() | secrets
    assert CONTAINER["envFrom"] == [
        {f"{kind}Ref": {"name": "bridge-bot"}} for kind in ("configMap", "secret")
    ]


def test_a_pod_may_do_nothing_but_run_the_bot() -> None:
    assert POD["securityContext"]["runAsNonRoot"] is True
    assert POD["securityContext"]["runAsUser"] == 10001
    assert POD["automountServiceAccountToken"] is False
    assert CONTAINER["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    mounted = {each["name"] for each in CONTAINER["volumeMounts"]}
    assert mounted == {each["name"] for each in POD["volumes"] if "emptyDir" in each}
    assert CONTAINER["resources"]["limits"]["memory"]


def test_a_pod_is_probed_where_the_bot_answers_and_ends_no_sooner_than_the_bot() -> None:
    port = int(CONFIGURATION["HEALTH_PORT"])
    assert CONTAINER["ports"] == [{"name": "health", "containerPort": port}]
    probes = {name: CONTAINER[f"{name}Probe"]["httpGet"] for name in ("liveness", "readiness")}
    assert probes == {
        "liveness": {"path": "/healthz", "port": "health"},
        "readiness": {"path": "/readyz", "port": "health"},
    }


def test_the_objects_name_the_same_pods() -> None:
    labels = STATEFUL_SET["template"]["metadata"]["labels"]
    assert STATEFUL_SET["selector"]["matchLabels"] == labels
    assert OBJECTS["Service"]["spec"]["selector"] == labels
    assert OBJECTS["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert STATEFUL_SET["serviceName"] == OBJECTS["Service"]["metadata"]["name"]


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The service as a file, with a program that this machine has."""
    if not shutil.which("systemd-analyze"):
        pytest.skip("this machine has no systemd")
    file = tmp_path / "bridge-bot.service"
    installed = re.sub(r"^ExecStart=\S+", f"ExecStart={sys.executable}", UNIT, flags=re.MULTILINE)
    assert installed != UNIT
    file.write_text(installed, "utf-8")
    return file


def analyzed(*command: str | Path) -> tuple[int, str]:
    """The exit code of `systemd-analyze`, and what it says."""
    ended = subprocess.run(
        ["systemd-analyze", "--no-pager", *command], check=False, capture_output=True, text=True
    )
    return ended.returncode, ended.stdout + ended.stderr


def test_systemd_finds_nothing_wrong_with_the_service(unit: Path) -> None:
    assert analyzed("verify", "--man=no", unit) == (0, "")


def test_systemd_rates_the_exposure_of_the_service_at_most_1_1_of_10(unit: Path) -> None:
    """What remains is that it may speak to the network, and that it has no root folder alone."""
    if "--offline" not in analyzed("--help")[1]:
        pytest.skip("systemd rates files from version 250 on")
    code, said = analyzed("security", "--offline=yes", "--threshold=11", unit)
    assert code == 0, said


async def test_the_health_check_of_the_image_fails_where_the_loop_is_stuck_or_nobody_listens() -> (
    None
):
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    command = json.loads(
        dockerfile.partition("HEALTHCHECK ")[2].partition("CMD ")[2].split("\n")[0]
    )
    assert command[0] == "python"
    now_s = [0.0]
    lag = EventLoopLag(lambda: now_s[0])
    readiness = Readiness(lambda: GatewayReport((), (), (), (), None), lambda: now_s[0])
    metrics = Metrics(latencies_s=dict, waiting=lambda: 0, is_ready=lambda: False)

    async def exit_code(**environment: str) -> int:
        check = await asyncio.create_subprocess_exec(
            *(sys.executable, *command[1:]), env=environment, stderr=asyncio.subprocess.DEVNULL
        )
        return await check.wait()

    port = free_port()
    async with listening(Endpoints("1", lag, readiness, metrics), "127.0.0.1", port):
        assert await exit_code(HEALTH_PORT=str(port)) == 0
        lag.measured(2.0)
        now_s[0] += 60.0
        assert await exit_code(HEALTH_PORT=str(port)) == 1
    assert await exit_code(HEALTH_PORT=str(port)) == 1
    assert await exit_code() == 0


def test_the_example_of_a_shared_proxy_names_it_in_every_process_and_each_shard_once() -> None:
    page = (ROOT / "docs/scaling.md").read_text("utf-8")
    [example] = re.findall(r"```yaml\n(services:\n  rest-proxy.+?)```", page, re.DOTALL)
    services = yaml.safe_load(example)["services"]
    bots = [each["environment"] for name, each in services.items() if name != "rest-proxy"]
    bases = {load(DiscordSettings, bot | {"DISCORD_TOKEN": "t"}).api_base_url for bot in bots}
    assert bases == {"http://rest-proxy:8080/api/v10"}
    shards = [bot["SHARD_IDS"] for bot in bots]
    assert shards == [str(number) for number in range(int(bots[0]["SHARD_COUNT"]))]
