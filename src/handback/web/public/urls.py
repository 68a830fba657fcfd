"""The public addresses. They are promises: once published, an address keeps its meaning."""

from datetime import date

from django.urls import path, register_converter

from handback.web.public import feeds, views
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
    path("", views.home, name="public-home"),
    path("about/", views.about, name="public-about"),
    path("changes.atom", open_to_all(feeds.Changes()), name="public-changes"),
    path("checkpoint.txt", views.checkpoint, name="public-checkpoint"),
    path("register/", views.register, name="public-register"),
    path("register.json", views.register_json, name="public-register-json"),
    path("register.csv", views.register_csv, name="public-register-csv"),
    path(COUNCIL, views.authority, name="public-authority"),
    path(f"{COUNCIL}changes.atom", open_to_all(feeds.AuthorityChanges()), name="public-authority-changes"),
    path(f"{COUNCIL}record.json", views.record_json, name="public-record"),
    path(f"{COUNCIL}powers/", views.powers, name="public-powers"),
    path(f"{COUNCIL}powers.json", views.powers_json, name="public-powers-json"),
    path(f"{COUNCIL}powers.csv", views.powers_csv, name="public-powers-csv"),
    path(f"{COUNCIL}powers/<day:day>/", views.powers, name="public-powers-day"),
    path(f"{COUNCIL}powers/<day:day>.json", views.powers_json, name="public-powers-day-json"),
    path(f"{COUNCIL}powers/<day:day>.csv", views.powers_csv, name="public-powers-day-csv"),
    path(f"{COUNCIL}powers/between/", views.between, name="public-between"),
    path(f"{COUNCIL}functions/<str:code>/", views.function, name="public-function"),
    path(f"{COUNCIL}functions/<str:code>.json", views.function_json, name="public-function-json"),
    path(f"{COUNCIL}functions/<str:code>.csv", views.function_csv, name="public-function-csv"),
    path(f"{COUNCIL}instruments/", views.instruments, name="public-instruments"),
    path(f"{COUNCIL}instruments.json", views.instruments_json, name="public-instruments-json"),
    path(f"{COUNCIL}instruments.csv", views.instruments_csv, name="public-instruments-csv"),
    path(f"{COUNCIL}instruments/<str:code>/", views.instrument, name="public-instrument"),
    path(f"{COUNCIL}instruments/<str:code>.json", views.instrument_json, name="public-instrument-json"),
    path(f"{COUNCIL}instruments/<str:code>.csv", views.instrument_csv, name="public-instrument-csv"),
    path(f"{COUNCIL}commissioners/", views.commissioners, name="public-commissioners"),
    path(f"{COUNCIL}commissioners/<slug:person>/", views.commissioner, name="public-commissioner"),
    path(f"{COUNCIL}returns/", views.returns, name="public-returns"),
    path(f"{COUNCIL}returns/<str:code>/", views.proposal, name="public-return"),
]
