"""The room is usable alone: numpy and scipy are all that it needs."""

import subprocess
import sys

GUARDED = """
import importlib, pkgutil, sys

class Refused:
    def find_spec(self, name, path=None, target=None):
        first = name.partition(".")[0]
        own = name == "handback" or name.startswith("handback.statistics")
        if own or first in ("numpy", "scipy") or first in sys.stdlib_module_names:
            return None
        if first == "handback" or first in ("django", "selectolax", "lxml", "httpx", "dask"):
            raise AssertionError(name)
        return None

sys.meta_path.insert(0, Refused())
room = importlib.import_module("handback.statistics")
found = [module.name for module in pkgutil.walk_packages(room.__path__, "handback.statistics.")]
for name in found:
    importlib.import_module(name)
from handback.statistics.composite.sobol import arranged
arranged(16, (1,), seed=0)
from handback.statistics.process_control.chance import share_flagged
share_flagged(24)
print(len(found))
"""


def test_every_module_of_statistics_is_imported_without_django_or_the_rest_of_handback():
    said = subprocess.run([sys.executable, "-c", GUARDED], capture_output=True, text=True, check=False)

    assert said.returncode == 0, said.stderr
    assert int(said.stdout) > 40
