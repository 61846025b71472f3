"""A bucket on a real S3 server that the test starts; and what is said when it cannot be had."""

import socket
import urllib.request

import boto3
import pytest
from moto.server import ThreadedMotoServer

from vagvisare.inventory.sources import CannotTakeFrom, Unopenable, files_in, kind_of
from vagvisare.inventory.sources.bucket import sentence_for

KEYS = ("2024/plan.txt", "2024/äldre/policy för resor.txt", "2025/plan.txt", "2024/.dold", "a.txt")


@pytest.fixture(scope="module")
def server():
    started = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    started.start()
    host, port = started.get_host_and_port()
    yield f"http://{host}:{port}"
    started.stop()


@pytest.fixture
def client(server, monkeypatch):
    for name, value in {
        "AWS_ENDPOINT_URL": server,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "eu-north-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    connected = boto3.client("s3", endpoint_url=server)
    yield connected
    connected.close()


@pytest.fixture
def bucket(client):
    client.create_bucket(
        Bucket="arkiv", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"}
    )
    for key in KEYS:
        client.put_object(Bucket="arkiv", Key=key, Body=key.encode())
    yield "arkiv"
    for key in KEYS:
        client.delete_object(Bucket="arkiv", Key=key)
    client.delete_bucket(Bucket="arkiv")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("arkiv", ["2024/plan.txt", "2024/äldre/policy för resor.txt", "2025/plan.txt", "a.txt"]),
        ("arkiv/", ["2024/plan.txt", "2024/äldre/policy för resor.txt", "2025/plan.txt", "a.txt"]),
        ("arkiv/2024", ["plan.txt", "äldre/policy för resor.txt"]),
        ("arkiv/202", ["2024/plan.txt", "2024/äldre/policy för resor.txt", "2025/plan.txt"]),
        ("arkiv/2025/plan.txt", ["plan.txt"]),
    ],
)
def test_files_come_in_order(bucket, place, expected):
    assert kind_of(f"s3://{place}") == "bucket"
    assert [found.path for found in files_in(f"s3://{place}")] == expected


def test_the_bytes_are_the_objects(bucket):
    for found in files_in(f"s3://{bucket}"):
        with found.open() as file:
            pieces = list(iter(lambda file=file: file.read(5), b""))
        assert b"".join(pieces).decode() == found.path


def test_an_object_that_goes_away_meanwhile_is_said_to_be_gone(bucket, client):
    first = next(files_in(f"s3://{bucket}"))
    client.delete_object(Bucket=bucket, Key=KEYS[0])

    with pytest.raises(Unopenable) as refused:
        first.open()

    assert refused.value.code == "missing"


@pytest.mark.parametrize("place", ["finns-inte", "finns-inte/mapp"])
def test_a_bucket_that_is_not_there_is_named(client, place):
    with pytest.raises(CannotTakeFrom) as refused:
        list(files_in(f"s3://{place}"))

    assert "finns-inte" in str(refused.value)
    assert "AWS Error" not in str(refused.value)


@pytest.mark.parametrize("place", ["", "/", "arkiv/inget", "arkiv/inget/alls"])
def test_a_prefix_without_files_is_refused(bucket, place):
    with pytest.raises(CannotTakeFrom):
        list(files_in(f"s3://{place}"))


def test_a_server_that_does_not_answer_is_said_so(client, monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # not listening
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{taken.getsockname()[1]}")
        with pytest.raises(CannotTakeFrom) as refused:
            list(files_in("s3://arkiv"))

    assert "AWS_ENDPOINT_URL" in str(refused.value)


@pytest.fixture
def rights_checked(server):
    """The server checks from now on whose key it is, and what it may do."""
    checked_after(server, 0)
    yield
    checked_after(server, 10**9)


def checked_after(server: str, requests: int) -> None:
    asked = urllib.request.Request(
        f"{server}/moto-api/reset-auth",
        data=str(requests).encode(),
        headers={"Content-Type": "text/plain"},
        method="POST",
    )
    urllib.request.urlopen(asked).close()


def test_a_key_without_the_right_is_said_so(bucket, rights_checked, monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIANOBODY")

    with pytest.raises(CannotTakeFrom) as refused:
        list(files_in(f"s3://{bucket}"))

    assert "AWS_ACCESS_KEY_ID" in str(refused.value)


def test_what_else_a_store_says_is_handed_on():
    sentence = sentence_for(OSError("AWS Error SLOW_DOWN:\n be  patient"), "arkiv")

    assert "arkiv" in sentence
    assert "SLOW_DOWN: be patient" in sentence
