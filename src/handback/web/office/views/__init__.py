"""The office's pages about powers. Each asks the record, gives values to a presenter, and shows the page."""

from handback.web.office.views.deciding import decide
from handback.web.office.views.home import choose, home
from handback.web.office.views.people import commissioner, commissioners
from handback.web.office.views.powers import between, powers, powers_csv, powers_json
from handback.web.office.views.publishing import publish, publish_measures, publishing
from handback.web.office.views.things import function, instrument, instruments, proposal, returns

__all__ = [
    "between",
    "choose",
    "commissioner",
    "commissioners",
    "decide",
    "function",
    "home",
    "instrument",
    "instruments",
    "powers",
    "powers_csv",
    "powers_json",
    "proposal",
    "publish",
    "publish_measures",
    "publishing",
    "returns",
]
