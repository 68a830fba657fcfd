"""`handback fetch` as a process of its own that loses no time: `python -m tests.support.fetching`."""

import argparse
import sys

from handback.jobs import command


def main(words: list[str]) -> int:
    """Fetch as the command does, and lose no time. The sites are on this machine and mind no haste."""
    command.set_up()
    command.bring_up_to_date()
    from handback.jobs import fetch

    parser = argparse.ArgumentParser()
    fetch.add_arguments(parser)
    return fetch.run(parser.parse_args(words), sleep=lambda _: None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
