"""Write the published copies out as plain files, for any web server.

DIR then holds the whole public site: pages, data, feeds, styles. It is written beside its place first and put
there in one step, so that a reader never sees half of it; what stood in DIR before is replaced only if it was
written by this command.
"""

import argparse
from pathlib import Path

from django.utils import timezone

from handback.jobs.plain_files import put_in_place, site_of

EXAMPLE = "handback publish public/"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to write."""
    parser.add_argument("folder", metavar="DIR", type=Path)


def run(asked: argparse.Namespace) -> int:
    """Write every public page and put the folder in place."""
    from django.core.wsgi import get_wsgi_application

    written = put_in_place(asked.folder, site_of(get_wsgi_application()), on=timezone.localdate())
    print(f"{written.files} files ({written.size / 1_000_000:.1f} MB) written to {asked.folder}.")
    return 0
