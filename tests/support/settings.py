"""The product's settings, with a record of the tests' own: nothing of the person running them is touched."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="handback-tests-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

os.environ["HANDBACK_DATA"] = str(FOLDER)
for name in ("HANDBACK_HOSTS", "HANDBACK_ORIGINS", "HANDBACK_TLS", "HANDBACK_MODEL", "HANDBACK_MODEL_NAME"):
    os.environ.pop(name, None)

from handback.config.settings import *  # noqa: E402, F403
from handback.config.settings import DATABASES, INSTALLED_APPS  # noqa: E402

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: several connections, write-ahead logging and durability are part of what is tested.
    DATABASES["default"]["TEST"] = {"NAME": str(FOLDER / "test-record.sqlite3")}

# Tables of each kind for the tests of the audit log, and the `flush` that may empty a guarded test database.
INSTALLED_APPS = [*INSTALLED_APPS, "tests.support.rehearsal"]

# Accounts are made in nearly every test, and slow hashing is not what they are about.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# A process of its own would read another record than the tests'. Its own tests start a whole server.
READ_IN_BACKGROUND = False
