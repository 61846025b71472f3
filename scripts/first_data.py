"""Make the data folder and, once, the key that signs sessions."""

import os
import secrets
from pathlib import Path

folder = Path(os.environ.get("VAGVISARE_DATA", Path(__file__).parents[1] / "data"))
(folder / "files").mkdir(parents=True, exist_ok=True)
key = folder / "secret-key"
if not key.exists():
    key.touch(mode=0o600)
    key.write_text(secrets.token_urlsafe(50), encoding="ascii")
