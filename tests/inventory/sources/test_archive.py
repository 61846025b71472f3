"""A zip archive: honest ones give their files, the others harm nothing."""

import io
import os
import struct
import subprocess
import zipfile

import pytest

from vagvisare.inventory.sources import CannotTakeFrom, Unopenable, archive, files_in, kind_of


def packed(path, files: dict[str, bytes], method=zipfile.ZIP_DEFLATED) -> str:
    with zipfile.ZipFile(path, "w", method) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return str(path)


def renamed(path, before: bytes, after: bytes) -> None:
    """Write another name of the same length into the archive, and say no more of its encoding."""
    data = bytearray(path.read_bytes().replace(before, after))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            (flags,) = struct.unpack_from("<H", data, at + place)
            struct.pack_into("<H", data, at + place, flags & ~0x800)
            at = data.find(mark, at + 4)
    path.write_bytes(data)


def test_files_come_in_order_with_their_bytes(tmp_path):
    source = packed(tmp_path / "a.zip", {"b.txt": b"B", "mapp/ö.txt": b"O", "a.txt": b"A"})

    found = list(files_in(source))

    assert [row.path for row in found] == ["a.txt", "b.txt", "mapp/ö.txt"]
    for row, expected in zip(found, (b"A", b"B", b"O"), strict=True):
        with row.open() as file:
            assert file.read() == expected


def test_what_nobody_wrote_is_left_out(tmp_path):
    names = ["plan.txt", "__MACOSX/._plan.txt", ".DS_Store", "a/Thumbs.db", "~$plan.docx", "tom/"]

    assert [f.path for f in files_in(packed(tmp_path / "a.zip", dict.fromkeys(names, b"x")))] == [
        "plan.txt"
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Windows\\system.ini", "Windows/system.ini"),
        ("a/../../b.txt", "a/b.txt"),
        ("a//./b.txt", "a/b.txt"),
    ],
)
def test_names_that_lead_out_are_made_harmless(tmp_path, name, shown):
    (found,) = files_in(packed(tmp_path / "a.zip", {name: b"x"}))

    assert found.path == shown


@pytest.mark.parametrize("encoding", ["utf-8", "cp437", "cp850", "cp1252"])
def test_swedish_names_are_read_in_the_encoding_they_are_in(tmp_path, encoding):
    wanted = "Måltidspolicy för äldre Åkeshäll.txt"
    raw = wanted.encode(encoding)
    stand_in = "x" * len(raw)
    path = tmp_path / "a.zip"
    source = packed(path, {stand_in: b"x"})
    renamed(path, stand_in.encode(), raw)

    (found,) = files_in(source)

    assert found.path == wanted
    with found.open() as file:
        assert file.read() == b"x"


def test_a_link_in_an_archive_is_left_out(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as package:
        link = zipfile.ZipInfo("länk")
        link.external_attr = 0o120777 << 16
        package.writestr(link, "/etc/passwd")
        package.writestr("plan.txt", "x")

    assert [found.path for found in files_in(str(tmp_path / "a.zip"))] == ["plan.txt"]


def test_an_encrypted_file_is_a_row_that_says_so(tmp_path):
    path = tmp_path / "a.zip"
    source = packed(path, {"hemlig.txt": b"x", "öppen.txt": b"y"})
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + place] |= 1
    path.write_bytes(data)

    locked, opened = files_in(source)

    assert (locked.fault_code, opened.fault) == ("encrypted", "")
    assert "lösenord" in locked.fault or "password" in locked.fault
    with pytest.raises(Unopenable) as refused:
        locked.open()
    assert refused.value.code == "encrypted"


def test_an_archive_in_the_archive_is_a_row_that_says_so(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as package:
        package.writestr("plan.txt", "x")

    (found,) = files_in(packed(tmp_path / "a.zip", {"inre.zip": inner.getvalue()}))

    assert found.fault_code == "nested"


def test_a_bomb_is_a_row_and_its_neighbors_are_had(tmp_path):
    source = packed(tmp_path / "a.zip", {"bomb.txt": bytes(40 * 2**20), "plan.txt": b"Plan"})

    bomb, plan = files_in(source)

    assert (bomb.path, bomb.fault_code) == ("bomb.txt", "too_large")
    with plan.open() as file:
        assert file.read() == b"Plan"


def test_what_says_it_is_smaller_than_it_is_gives_no_more_than_it_said(tmp_path):
    path = tmp_path / "a.zip"
    source = packed(path, {"bomb.txt": bytes(2**20)})
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 2**20), struct.pack("<I", 100)))
    (found,) = files_in(source)

    with pytest.raises(Unopenable) as refused, found.open() as file:
        while file.read(64):
            pass

    assert refused.value.code == "unreadable"


@pytest.mark.parametrize(("limit", "most"), [("MOST_ENTRIES", 2), ("MOST_UNPACKED", 250)])
def test_an_archive_of_too_much_is_refused_before_anything_is_taken(
    tmp_path, monkeypatch, limit, most
):
    source = packed(tmp_path / "a.zip", {f"{number}.txt": bytes(100) for number in range(3)})
    assert len(list(files_in(source))) == 3
    monkeypatch.setattr(archive, limit, most)

    with pytest.raises(CannotTakeFrom):
        next(files_in(source))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_unpacks_in_unknown_memory_is_a_row(tmp_path, method):
    (found,) = files_in(packed(tmp_path / "a.zip", {"plan.txt": b"x" * 100}, method))

    assert found.fault_code == "unsupported"


def test_damage_inside_is_said_when_it_is_met(tmp_path):
    path = tmp_path / "a.zip"
    source = packed(path, {"plan.txt": os.urandom(100_000)})
    data = bytearray(path.read_bytes())
    data[500:600] = bytes(100)
    path.write_bytes(data)
    (found,) = files_in(source)

    with pytest.raises(Unopenable) as refused, found.open() as file:
        while file.read(1000):
            pass

    assert refused.value.code == "unreadable"


@pytest.mark.parametrize("data", [b"PK\x03\x04 no package", b"", b"hej"])
def test_what_is_no_archive_is_refused_with_what_to_do(tmp_path, data):
    (tmp_path / "a.zip").write_bytes(data)

    with pytest.raises(CannotTakeFrom) as refused:
        list(files_in(str(tmp_path / "a.zip")))

    assert "a.zip" in str(refused.value)


def test_every_cut_of_an_archive_is_refused_or_read(tmp_path):
    path = tmp_path / "a.zip"
    source = packed(path, {"a.txt": os.urandom(300), "b.txt": b"b" * 300})
    whole = path.read_bytes()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        with pytest.raises((CannotTakeFrom, Unopenable)):
            for found in files_in(source):
                with found.open() as file:
                    file.read()
            raise CannotTakeFrom  # the directory stands last: a cut archive has none


def test_an_archive_packed_by_another_program(tmp_path):
    (tmp_path / "plan å.txt").write_text("Plan")
    made = subprocess.run(
        ["python3", "-m", "zipfile", "-c", "utan_andelse", "plan å.txt"], cwd=tmp_path, check=False
    )
    assert made.returncode == 0
    source = str(tmp_path / "utan_andelse")

    assert kind_of(source) == "archive"
    assert [found.path for found in files_in(source)] == ["plan å.txt"]
