"""Two raylets on this machine: the same rows as without them, and one of them may go."""

import json

import pytest

from tests.inventory.engine.installation import fill, install

pytest.importorskip("ray", reason="SKIPPED: ray is not installed (extra `cluster`)")
COUNT = 500


@pytest.fixture
def cluster(monkeypatch):
    """A head and a node, each with one core."""
    monkeypatch.setenv("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    from ray.cluster_utils import Cluster

    small = {"num_cpus": 1, "object_store_memory": 80_000_000}
    cluster = Cluster(initialize_head=True, head_node_args=small | {"include_dashboard": False})
    cluster.other = cluster.add_node(**small)
    yield cluster
    cluster.shutdown()


@pytest.mark.enable_socket
@pytest.mark.filterwarnings("ignore")
def test_two_nodes_read_as_one_and_one_may_be_lost(cluster, tmp_path):
    folder = fill(tmp_path / "Styrdokument", COUNT)
    (folder / "trasig.pdf").write_bytes(b"%PDF-1.7 broken")
    local = install(tmp_path / "local")
    spread = install(tmp_path / "ray", RAY_ADDRESS=cluster.address)
    assert local.run(folder)[0] == 0

    process = spread.start(folder, "--engine", "ray", "--progress", "json")
    for line in process.stderr:
        if (
            line.startswith("{")
            and json.loads(line)["step"] == "reading"
            and json.loads(line)["done"]
        ):
            assert json.loads(line)["done"] < COUNT * 0.6, "the node would be lost too late"
            cluster.remove_node(cluster.other)
            break
    _out, err = process.communicate(timeout=100)

    assert process.returncode == 0, err
    assert spread.rows() == local.rows()
    assert spread.lines() == local.lines()
    assert spread.trail_holds()
