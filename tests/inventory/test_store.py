import hashlib
import io

import pytest
from django.core.files.storage import default_storage

from vagvisare.inventory import store


def test_keeps_the_bytes_under_their_hash():
    kept = store.keep(io.BytesIO(b"Plan"))

    assert kept.sha256 == hashlib.sha256(b"Plan").hexdigest()
    assert kept.size == 4
    assert default_storage.exists(f"originals/{kept.sha256[:2]}/{kept.sha256}")
    assert store.path_of(kept.sha256).read_bytes() == b"Plan"


def test_an_original_is_never_written_again():
    path = store.path_of(store.keep(io.BytesIO(b"Plan")).sha256)
    before = path.stat()

    store.keep(io.BytesIO(b"Plan"))

    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert not after.st_mode & 0o222


@pytest.mark.parametrize(("content", "fault"), [(b"", store.NoBytes), (b"x" * 11, store.TooLarge)])
def test_refuses_what_it_does_not_take_and_leaves_nothing(monkeypatch, content, fault):
    monkeypatch.setattr(store, "LARGEST", 10)

    with pytest.raises(fault):
        store.keep(io.BytesIO(content))

    assert default_storage.listdir("originals/incoming")[1] == []
    assert default_storage.listdir("originals")[0] == ["incoming"]


def test_an_upload_that_breaks_leaves_nothing():
    class Broken(io.BytesIO):
        def read(self, size=-1):
            if self.tell():
                raise ConnectionResetError
            return super().read(2)

    with pytest.raises(ConnectionResetError):
        store.keep(Broken(b"Plan"))

    assert default_storage.listdir("originals/incoming")[1] == []
