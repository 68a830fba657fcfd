"""The public addresses. They are promises: once published, an address keeps its meaning."""

from datetime import date

from django.urls import path, register_converter

from handback.web.public import feeds
from handback.web.public.views import indices, measures, open_data, pages
from handback.web.shared.access import open_to_all

COUNCIL = "<slug:slug>/"


class Day:
    """A day in an address: 2016-12-13. One that does not exist is no address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, text: str) -> date:
        """The day."""
        return date.fromisoformat(text)

    def to_url(self, day: date) -> str:
        """How it is written."""
        return day.isoformat()


register_converter(Day, "day")

urlpatterns = [
    path("", pages.home, name="public-home"),
    path("about/", pages.about, name="public-about"),
    path("changes.atom", open_to_all(feeds.Changes()), name="public-changes"),
    path("checkpoint.txt", open_data.checkpoint, name="public-checkpoint"),
    path("register/", pages.register, name="public-register"),
    path("register.json", open_data.register_json, name="public-register-json"),
    path("register.csv", open_data.register_csv, name="public-register-csv"),
    path(COUNCIL, pages.authority, name="public-authority"),
    path(f"{COUNCIL}changes.atom", open_to_all(feeds.AuthorityChanges()), name="public-authority-changes"),
    path(f"{COUNCIL}record.json", open_data.record_json, name="public-record"),
    path(f"{COUNCIL}powers/", pages.powers, name="public-powers"),
    path(f"{COUNCIL}powers.json", open_data.powers_json, name="public-powers-json"),
    path(f"{COUNCIL}powers.csv", open_data.powers_csv, name="public-powers-csv"),
    path(f"{COUNCIL}powers/<day:day>/", pages.powers, name="public-powers-day"),
    path(f"{COUNCIL}powers/<day:day>.json", open_data.powers_json, name="public-powers-day-json"),
    path(f"{COUNCIL}powers/<day:day>.csv", open_data.powers_csv, name="public-powers-day-csv"),
    path(f"{COUNCIL}powers/between/", pages.between, name="public-between"),
    path(f"{COUNCIL}functions/<str:code>/", pages.function, name="public-function"),
    path(f"{COUNCIL}functions/<str:code>.json", open_data.function_json, name="public-function-json"),
    path(f"{COUNCIL}functions/<str:code>.csv", open_data.function_csv, name="public-function-csv"),
    path(f"{COUNCIL}instruments/", pages.instruments, name="public-instruments"),
    path(f"{COUNCIL}instruments.json", open_data.instruments_json, name="public-instruments-json"),
    path(f"{COUNCIL}instruments.csv", open_data.instruments_csv, name="public-instruments-csv"),
    path(f"{COUNCIL}instruments/<str:code>/", pages.instrument, name="public-instrument"),
    path(f"{COUNCIL}instruments/<str:code>.json", open_data.instrument_json, name="public-instrument-json"),
    path(f"{COUNCIL}instruments/<str:code>.csv", open_data.instrument_csv, name="public-instrument-csv"),
    path(f"{COUNCIL}commissioners/", pages.commissioners, name="public-commissioners"),
    path(f"{COUNCIL}commissioners/<slug:person>/", pages.commissioner, name="public-commissioner"),
    path(f"{COUNCIL}measures/", measures.board, name="public-measures"),
    path(f"{COUNCIL}measures.json", measures.board_json, name="public-measures-json"),
    path(f"{COUNCIL}measures.csv", measures.board_csv, name="public-measures-csv"),
    path(f"{COUNCIL}measures-copy.json", measures.copy_json, name="public-measures-copy"),
    path(f"{COUNCIL}measures/indices/<str:code>/", indices.index, name="public-index"),
    path(f"{COUNCIL}measures/indices/<str:code>.json", indices.index_json, name="public-index-json"),
    path(f"{COUNCIL}measures/indices/<str:code>.csv", indices.index_csv, name="public-index-csv"),
    path(f"{COUNCIL}measures/<str:code>/", measures.indicator, name="public-indicator"),
    path(f"{COUNCIL}measures/<str:code>.json", measures.indicator_json, name="public-indicator-json"),
    path(f"{COUNCIL}measures/<str:code>.csv", measures.indicator_csv, name="public-indicator-csv"),
    path(f"{COUNCIL}returns/", pages.returns, name="public-returns"),
    path(f"{COUNCIL}returns/<str:code>/", pages.proposal, name="public-return"),
]
