"""A folder: everything in it that a person has written, and nothing else."""

import os
import tracemalloc

import pytest

from vagvisare.inventory.sources import Unopenable, files_in, kind_of


def written(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())


def paths(source) -> list[str]:
    return [found.path for found in files_in(str(source))]


def test_files_come_in_order_with_their_bytes(tmp_path):
    written(tmp_path, "b.txt", "a/2.txt", "a/1.txt", "c.txt")

    assert paths(tmp_path) == ["a/1.txt", "a/2.txt", "b.txt", "c.txt"]
    for found in files_in(str(tmp_path)):
        with found.open() as file:
            assert file.read().decode() == found.path


def test_what_nobody_wrote_is_left_out(tmp_path):
    written(tmp_path, "plan.docx", "~$plan.docx", "Thumbs.db", ".DS_Store", ".git/config")
    written(tmp_path, "__MACOSX/plan.docx", ".~lock.plan.odt#", "desktop.ini")

    assert paths(tmp_path) == ["plan.docx"]


def test_links_are_not_followed(tmp_path):
    outside = tmp_path / "utanför"
    written(outside, "hemlig.txt")
    folder = tmp_path / "mapp"
    written(folder, "plan.txt")
    (folder / "länk.txt").symlink_to(outside / "hemlig.txt")
    (folder / "länkad mapp").symlink_to(outside, target_is_directory=True)
    (folder / "runt").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "rör")

    assert paths(folder) == ["plan.txt"]


def test_a_name_in_an_old_code_page_is_shown_in_letters(tmp_path):
    (tmp_path / os.fsdecode("m\xe5ltid.txt".encode("cp1252"))).write_bytes(b"1")

    (found,) = files_in(str(tmp_path))

    assert found.path == "måltid.txt"
    with found.open() as file:
        assert file.read() == b"1"


def test_a_file_that_goes_away_meanwhile_is_said_to_be_gone(tmp_path):
    written(tmp_path, "plan.txt")
    (found,) = files_in(str(tmp_path))
    (tmp_path / "plan.txt").unlink()

    with pytest.raises(Unopenable) as refused:
        found.open()

    assert refused.value.code == "missing"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may open everything")
def test_a_closed_folder_is_a_row_that_says_so(tmp_path):
    written(tmp_path, "stängd/plan.txt", "öppen.txt")
    (tmp_path / "stängd").chmod(0)
    try:
        closed, opened = files_in(str(tmp_path))
    finally:
        (tmp_path / "stängd").chmod(0o700)

    assert (closed.path, closed.fault_code, opened.path) == ("stängd", "no_access", "öppen.txt")


def test_files_are_found_as_they_are_asked_for(tmp_path):
    written(tmp_path, *(f"{number:04}.txt" for number in range(50)))
    stream = files_in(str(tmp_path))

    first = next(stream)
    (tmp_path / "0049.txt").unlink()

    assert first.path == "0000.txt"
    assert kind_of(str(tmp_path)) == "folder"


def test_a_large_folder_takes_no_more_memory_than_a_small_one(tmp_path):
    for number in range(2000):
        written(tmp_path, f"{'stor' if number % 10 else 'liten'}/{number // 100}/{number}.txt")

    def peak(folder: str) -> int:
        tracemalloc.start()
        count = sum(1 for _found in files_in(str(tmp_path / folder)))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == {"liten": 200, "stor": 1800}[folder]
        return most

    peak("liten")  # what is imported and cached the first time
    # A folder's own list is held: 90 names in each against 10.
    assert peak("stor") <= 3 * peak("liten")


def test_an_empty_folder_has_no_files(tmp_path):
    assert paths(tmp_path) == []
