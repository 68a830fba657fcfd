"""`handback fetch` without its pauses; as a process of its own: `python -m tests.support.fetching`."""

import argparse
import sys

from handback.jobs import command


def fetched(words: list[str]) -> int:
    """Fetch as the command does, and lose no time: the sites are on this machine and mind no haste."""
    from handback.jobs import fetch

    parser = argparse.ArgumentParser()
    fetch.add_arguments(parser)
    return fetch.run(parser.parse_args(words), sleep=lambda _: None)


if __name__ == "__main__":
    command.set_up()
    command.bring_up_to_date()
    sys.exit(fetched(sys.argv[1:]))
