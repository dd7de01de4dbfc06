"""The files under deploy/: they parse, fit each other, and name settings and metrics that exist."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from chart import render
from programs import BIN, ROOT

DEPLOY = ROOT / "deploy"


@pytest.fixture(scope="module")
def settings():
    """Every setting of the server by name."""
    example = subprocess.run([str(BIN / "matiane-server"), "example-config"], capture_output=True, text=True).stdout
    return set(re.findall(r"^# ([a-z][a-z-]*): ", example, re.M))


def documents(path):
    return [document for document in yaml.safe_load_all(path.read_text()) if document]


def kubernetes():
    found = {}
    for path in sorted((DEPLOY / "kubernetes").glob("*.yaml")):
        for document in documents(path):
            found[document["kind"], document.get("metadata", {}).get("name")] = document
    return found


def test_every_yaml_file_parses():
    paths = [path for path in DEPLOY.rglob("*.y*ml") if "templates" not in path.parts]
    assert len(paths) > 10
    for path in paths:
        assert documents(path) or path.name == "matiane.yaml", path


def test_variables_of_dockerfile_compose_and_manifests_are_settings(settings):
    texts = [DEPLOY / "Dockerfile", DEPLOY / "compose.yaml", DEPLOY / "kubernetes" / "statefulset.yaml",
             DEPLOY / "helm" / "matiane" / "templates" / "statefulset.yaml", DEPLOY / "systemd" / "matiane.service"]
    for path in texts:
        for variable in re.findall(r"\bMATIANE_([A-Z_]+)\b(?==|:| *, value)", path.read_text()):
            name = variable.lower().replace("_", "-")
            assert name in settings | {"server", "tls"}, f"{path}: MATIANE_{variable}"


def test_the_image_is_built_with_what_prepare_installs():
    prepared = re.search(r'^build_packages="(.*)"$', (DEPLOY / "prepare").read_text(), re.MULTILINE).group(1).split()
    build = (DEPLOY / "Dockerfile").read_text().split("WORKDIR", 1)[0]
    installed = build.split("--no-install-recommends", 1)[1].split("&&", 1)[0].replace("\\", " ").split()
    assert installed == prepared


def test_programs_image_and_chart_have_one_version():
    said = {subprocess.run([str(BIN / program), "--version"], capture_output=True, text=True).stdout.split()[1]
            for program in ("matiane-server", "matiane")}
    chart = yaml.safe_load((DEPLOY / "helm" / "matiane" / "Chart.yaml").read_text())
    image = re.search(r"^ARG VERSION=(.*)$", (DEPLOY / "Dockerfile").read_text(), re.MULTILINE).group(1)
    assert said == {chart["version"], chart["appVersion"], image}


def test_the_settings_of_the_manifests_are_accepted(tmp_path):
    chart = yaml.safe_load((DEPLOY / "helm" / "matiane" / "values.yaml").read_text())["settings"]
    for text in (kubernetes()["ConfigMap", "matiane"]["data"]["matiane.yaml"], yaml.safe_dump(chart)):
        path = tmp_path / "matiane.yaml"
        path.write_text(text)
        checked = subprocess.run(
            [str(BIN / "matiane-server"), "check-config", "--config", str(path)], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stderr


def test_selectors_ports_and_names_of_the_manifests_fit_each_other():
    found = kubernetes()
    pod = found["StatefulSet", "matiane"]["spec"]["template"]
    labels = pod["metadata"]["labels"]
    ports = {port["name"]: port["containerPort"] for port in pod["spec"]["containers"][0]["ports"]}
    assert found["StatefulSet", "matiane"]["spec"]["serviceName"] == "matiane-headless"
    assert found["Service", "matiane-headless"]["spec"]["clusterIP"] == "None"
    for key, document in found.items():
        spec = document.get("spec", {})
        if key[0] == "Service":
            assert spec["selector"].items() <= labels.items()
            assert all(port["targetPort"] in ports for port in spec["ports"])
        if key[0] == "PodDisruptionBudget":
            assert spec["selector"]["matchLabels"].items() <= labels.items()
        if key[0] == "NetworkPolicy":
            assert spec["podSelector"]["matchLabels"].items() <= labels.items()
            used = {port["port"] for rule in spec["ingress"] for port in rule["ports"]}
            assert used == set(ports.values())
            # Names and spans are all that goes out.
            assert set(spec["policyTypes"]) == {"Ingress", "Egress"}
            assert {port["port"] for rule in spec["egress"] for port in rule["ports"]} == {53, 4317}
            assert all(rule["to"] for rule in spec["egress"]), "a rule without 'to' would let everything out"
    container = pod["spec"]["containers"][0]
    assert container["securityContext"]["readOnlyRootFilesystem"] and pod["spec"]["securityContext"]["runAsNonRoot"]
    assert container["startupProbe"]["grpc"]["port"] == container["readinessProbe"]["grpc"]["port"] == ports["grpc"]
    listed = set(yaml.safe_load((DEPLOY / "kubernetes" / "kustomization.yaml").read_text())["resources"])
    assert listed == {path.name for path in (DEPLOY / "kubernetes").glob("*.yaml")} - {"kustomization.yaml"}


def checked(tmp_path, text):
    """Has the server check a configuration; the files that it names are not there, and are left out."""
    path = tmp_path / "matiane.yaml"
    path.write_text("".join(line for line in text.splitlines(True) if "/etc/matiane/" not in line))
    done = subprocess.run(
        [str(BIN / "matiane-server"), "check-config", "--config", str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return yaml.safe_load(text)


def test_the_chart_makes_the_manifests_of_its_values(tmp_path):
    chart = DEPLOY / "helm" / "matiane"
    made = {(d["kind"], d["metadata"]["name"]): d for d in render(chart, {})}
    plain = kubernetes()
    assert {kind for kind, _ in made} == {kind for kind, _ in plain} - {"Kustomization", "Namespace", None}
    pod, by_hand = made["StatefulSet", "archive"]["spec"]["template"]["spec"], plain["StatefulSet", "matiane"]["spec"]["template"]["spec"]
    for field in ("terminationGracePeriodSeconds", "securityContext", "enableServiceLinks", "automountServiceAccountToken"):
        assert pod[field] == by_hand[field]
    container, twin = pod["containers"][0], by_hand["containers"][0]
    for field in ("args", "ports", "resources", "securityContext", "startupProbe", "readinessProbe", "livenessProbe"):
        assert container[field] == twin[field], field
    settings = checked(tmp_path, made["ConfigMap", "archive"]["data"]["matiane.yaml"])
    # Where it listens and keeps the archive is said in the pod's environment.
    environment = {e["name"].removeprefix("MATIANE_").lower().replace("_", "-"): e["value"] for e in container["env"]}
    assert environment.pop("insecure") == "true" and settings["insecure"] is True
    assert {**settings, **environment} == checked(tmp_path, plain["ConfigMap", "matiane"]["data"]["matiane.yaml"])
    policy, by_hand = made["NetworkPolicy", "archive"]["spec"], plain["NetworkPolicy", "matiane"]["spec"]
    for field in ("policyTypes", "ingress", "egress"):
        assert policy[field] == by_hand[field], field
    annotations, twins = (
        documents["spec"]["template"]["metadata"]["annotations"]
        for documents in (made["StatefulSet", "archive"], plain["StatefulSet", "matiane"]))
    assert twins.items() <= annotations.items()
    labels = made["StatefulSet", "archive"]["spec"]["template"]["metadata"]["labels"]
    for key in (("Service", "archive"), ("Service", "archive-headless")):
        assert made[key]["spec"]["selector"].items() <= labels.items()
    assert made["StatefulSet", "archive"]["spec"]["selector"]["matchLabels"].items() <= labels.items()


def test_the_chart_serves_tls_with_keys_when_it_is_told_to(tmp_path):
    values = {
        "tls": {"secretName": "tls"}, "keys": {"secretName": "keys"}, "settings": {"insecure": False, "rate-per-key": 100},
        "networkPolicy": {"enabled": False}, "storage": {"className": "fast"}, "nodeSelector": {"disk": "ssd"},
        "podAnnotations": {"a": "b"},
    }
    made = {(d["kind"], d["metadata"]["name"]): d for d in render(DEPLOY / "helm" / "matiane", values)}
    assert not any(kind == "NetworkPolicy" for kind, _ in made)
    settings = checked(tmp_path, made["ConfigMap", "archive"]["data"]["matiane.yaml"])
    assert settings["rate-per-key"] == 100 and settings["insecure"] is False and settings["grace"] == "30s"
    template = made["StatefulSet", "archive"]["spec"]["template"]
    pod = template["spec"]
    mounts = {mount["name"]: mount["mountPath"] for mount in pod["containers"][0]["volumeMounts"]}
    for setting in ("tls-cert", "tls-key", "keys"):
        assert any(settings[setting].startswith(path + "/") for path in mounts.values())
    assert {volume["name"] for volume in pod["volumes"]} | {"data"} == set(mounts)
    # What speaks no TLS asks the other port.
    assert pod["containers"][0]["readinessProbe"]["httpGet"]["port"] == "metrics"
    assert pod["nodeSelector"] == {"disk": "ssd"} and template["metadata"]["annotations"]["a"] == "b"
    assert made["StatefulSet", "archive"]["spec"]["volumeClaimTemplates"][0]["spec"]["storageClassName"] == "fast"
    assert made["Service", "archive"]["spec"]["ports"][0]["appProtocol"] == "https"


def test_a_setting_of_the_chart_can_be_taken_away():
    made = {d["kind"]: d for d in render(DEPLOY / "helm" / "matiane", {"settings": {"insecure": None}})}
    environment = {e["name"]: e["value"] for e in made["StatefulSet"]["spec"]["template"]["spec"]["containers"][0]["env"]}
    assert environment["MATIANE_INSECURE"] == "false"
    assert "insecure" not in made["ConfigMap"]["data"]["matiane.yaml"]


def test_the_chart_lets_spans_out_to_the_collector_that_it_is_told_of():
    def egress(**network):
        made = {d["kind"]: d for d in render(DEPLOY / "helm" / "matiane", {"networkPolicy": network})}
        assert "Egress" in made["NetworkPolicy"]["spec"]["policyTypes"]
        return made["NetworkPolicy"]["spec"]["egress"] or []

    peers = [{"ipBlock": {"cidr": "192.0.2.7/32"}}, {"podSelector": {"matchLabels": {"app": "collector"}}}]
    names, collector = egress(collectors=peers, collectorPort=4318)
    assert {(port["protocol"], port["port"]) for port in names["ports"]} == {("UDP", 53), ("TCP", 53)}
    assert collector == {"to": peers, "ports": [{"protocol": "TCP", "port": 4318}]}
    # Without peers there is no rule: one without them would let everything out.
    assert egress(collectors=[]) == [names] and egress(collectors=[], dns=[]) == []


def test_the_grace_of_every_manager_is_longer_than_the_server_s():
    def seconds(text):
        return int(text.rstrip("s"))

    config = yaml.safe_load(kubernetes()["ConfigMap", "matiane"]["data"]["matiane.yaml"])
    pod = kubernetes()["StatefulSet", "matiane"]["spec"]["template"]["spec"]
    assert pod["terminationGracePeriodSeconds"] > seconds(config["grace"]) + seconds(config["drain-delay"])
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]["matiane"]
    assert seconds(compose["stop_grace_period"]) > seconds(compose["environment"]["MATIANE_GRACE"])
    unit = (DEPLOY / "systemd" / "matiane.service").read_text()
    assert seconds(re.search(r"TimeoutStopSec=(\d+s)", unit).group(1)) > 30


def test_alerts_and_dashboard_name_metrics_that_the_server_has():
    sources = "".join(path.read_text() for folder in ("Sources/Metrics", "Sources/matiane-server/Monitoring")
                      for path in (ROOT / folder).glob("*.swift"))
    known = set(re.findall(r'"((?:grpc|matiane|process)_\w+)"', sources))
    texts = [json.dumps(json.loads((DEPLOY / "prometheus" / "dashboard.json").read_text())),
             (DEPLOY / "prometheus" / "alerts.yml").read_text()]
    named = {name for text in texts for name in re.findall(r"\b((?:grpc_server|matiane|process)_[a-z_]+)\b", text)}
    named = {re.sub(r"_(bucket|sum|count)$", "", name) for name in named}
    assert len(named) > 20 and named <= known, named - known


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_the_unit_is_one_that_systemd_understands(tmp_path):
    for name in ("matiane.service", "matiane.socket"):
        text = (DEPLOY / "systemd" / name).read_text()
        (tmp_path / name).write_text(text.replace("/usr/local/bin/matiane-server", str(BIN.resolve() / "matiane-server")))
    checked = subprocess.run(
        ["systemd-analyze", "verify", str(tmp_path / "matiane.service"), str(tmp_path / "matiane.socket")],
        capture_output=True, text=True)
    complaints = [line for line in checked.stderr.splitlines() if "matiane" in line]
    assert not complaints, complaints


def test_the_unit_runs_nothing_that_a_small_machine_lacks():
    unit = (DEPLOY / "systemd" / "matiane.service").read_text()
    programs = set(re.findall(r"^Exec\w+=(\S+)", unit, re.M))
    assert programs == {"/usr/local/bin/matiane-server", "/bin/sh"}
    # The user of the service is not root, and reads its settings.
    assert re.search(r"install -D -m 0644 deploy/matiane.yaml (\S+)", unit).group(1) in unit.split("ExecStart=")[1]


def test_the_bill_of_materials_is_json_and_knows_the_packages():
    if shutil.which("dpkg-query") is None:
        pytest.skip("no Debian here")
    text = subprocess.run(["sh", str(DEPLOY / "sbom"), "1.2.3", "6.3"], capture_output=True, text=True, check=True).stdout
    bill = json.loads(text)
    assert bill["bomFormat"] == "CycloneDX" and bill["metadata"]["component"]["version"] == "1.2.3"
    assert bill["components"][0]["name"] == "swift" and bill["components"][0]["version"] == "6.3"
    assert any(component["name"].startswith("libc6") for component in bill["components"])
