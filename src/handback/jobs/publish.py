"""Write the published copies out as plain files, for any web server.

DIR then holds the whole public site: pages, data, feeds, styles. It is written beside its place first and put
there in one step, so that a reader never sees half of it; what stood in DIR before is replaced only if it was
written by this command. Pages link to each other relatively; feeds need --address.
"""

import argparse
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from handback.jobs.plain_files import HERE, PORTS, put_in_place, site_of

EXAMPLE = "handback publish public/ --address https://powers.example.gov.uk"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to write."""
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument(
        "--address",
        type=_address,
        default=next(iter(settings.CSRF_TRUSTED_ORIGINS), HERE),
        help="where it will be read, such as https://powers.example.gov.uk (%(default)s)",
    )


def _address(text: str) -> str:
    """Where the site will be read: scheme and host, and no more."""
    wanted = "Write it like https://powers.example.gov.uk, without a path."
    try:
        parts = urlsplit(text)
        is_whole = parts.scheme in PORTS and parts.hostname and parts.port != 0
    except ValueError:
        is_whole = False
    if not is_whole or parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise argparse.ArgumentTypeError(f"“{text}” is not the address of a site. {wanted}")
    return f"{parts.scheme}://{parts.netloc}"


def run(asked: argparse.Namespace) -> int:
    """Write every public page and put the folder in place."""
    from django.core.wsgi import get_wsgi_application

    from handback.records.powers import published

    settings.SECURE_SSL_REDIRECT = False  # nothing travels: the pages are asked for within this process
    host = urlsplit(asked.address).hostname
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, *([host] if host else [])]
    site = site_of(get_wsgi_application(), address=asked.address)
    written = put_in_place(asked.folder, site, on=timezone.localdate())
    print(f"{written.files} files ({written.size / 1_000_000:.1f} MB) written to {asked.folder}.")
    if not published.authorities():
        print("No council is among them: none has published its record. That is done in the office.")
    return 0
