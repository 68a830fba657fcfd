"""How a source's pages are asked for: the world outside, joined to what the record wants to know of it."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from handback import __version__
from handback.outside import refusals
from handback.outside.pace import Pace
from handback.outside.polite import Polite, agent
from handback.outside.transport import Limits, Transport
from handback.outside.trust import trusted
from handback.reading import MOST_BYTES
from handback.records.sources.answers import Answer, Ask, How, Wanted

HOWS: Mapping[type[refusals.NotBrought], How] = {
    refusals.NotThere: How.UNAVAILABLE,
    refusals.NotGivenOut: How.WITHHELD,
    refusals.NotAllowed: How.WITHHELD,
}
SILENCE = (refusals.NoAnswer, refusals.TookTooLong)


@contextmanager
def visiting(*, sleep: Callable[[float], None] = time.sleep) -> Iterator[Ask]:
    """What asks councils' sites for pages, at the pace and under the name that the settings give it."""
    trust = trusted(settings.FETCH_CA_FILE)
    transport = Transport(trust=trust, limits=Limits(size=MOST_BYTES), clock=time.monotonic)
    pace = Pace(Path(settings.DATA) / "pace", clock=time.time, sleep=sleep)
    named = agent(__version__, settings.FETCH_CONTACT)
    polite = Polite(transport, pace, agent=named, clock=time.time, sleep=sleep)
    try:
        yield lambda wanted: _answer(polite, wanted)
    finally:
        transport.close()


def _answer(polite: Polite, wanted: Wanted) -> Answer:
    """What came, or why nothing did, as the record takes it."""
    try:
        came = polite.ask(wanted.address, etag=wanted.etag, last_modified=wanted.last_modified)
    except refusals.NotBrought as refusal:
        return Answer(
            HOWS.get(type(refusal), How.FAILED),
            status=refusal.status,
            final=refusal.final,
            reason=str(refusal),
            stops=refusal.stops,
            silent=isinstance(refusal, SILENCE),
        )
    how = How.UNCHANGED if came.is_unchanged else How.ARRIVED
    return Answer(how, came.data, came.status, came.final, came.etag, came.last_modified)
