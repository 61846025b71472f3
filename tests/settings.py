"""The settings under test: the product's own, in an environment of their own."""

import os
import secrets
import tempfile

os.environ.setdefault("VAGVISARE_SECRET_KEY", secrets.token_urlsafe(50))
os.environ["VAGVISARE_DATA"] = tempfile.mkdtemp(prefix="vagvisare-test-")
os.environ["VAGVISARE_MUNICIPALITY"] = "tyreso-demo"
os.environ["EMAIL_URL"] = "memorymail://"
# Playwright's event loop and Django's live server share the test's thread.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from vagvisare.config.settings import *  # noqa: F403
from vagvisare.config.settings import STATIC_ROOT, STORAGES

STATIC_ROOT.mkdir()

# Pages are tested without collecting static files first.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# The real hasher is slow by design; these tests are not about it.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
