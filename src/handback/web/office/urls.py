"""The addresses of the office. Documents, search, the log and signing in stand in `papers`."""

from django.urls import include, path

from handback.web.office import tokens, views

NAMED = "<slug:slug>/"

urlpatterns = [
    path("", include("handback.web.office.papers.urls")),
    path("", include("handback.web.office.measures.urls")),
    path("", views.choose, name="office"),
    path(NAMED, views.home, name="office-home"),
    path(f"{NAMED}powers/", views.powers, name="office-powers"),
    path(f"{NAMED}powers.csv", views.powers_csv, name="office-powers-csv"),
    path(f"{NAMED}powers.json", views.powers_json, name="office-powers-json"),
    path(f"{NAMED}powers/between/", views.between, name="office-between"),
    path(f"{NAMED}functions/<str:code>/", views.function, name="office-function"),
    path(f"{NAMED}instruments/", views.instruments, name="office-instruments"),
    path(f"{NAMED}instruments/<str:code>/", views.instrument, name="office-instrument"),
    path(f"{NAMED}commissioners/", views.commissioners, name="office-commissioners"),
    path(f"{NAMED}commissioners/<slug:person>/", views.commissioner, name="office-commissioner"),
    path(f"{NAMED}returns/", views.returns, name="office-returns"),
    path(f"{NAMED}returns/<str:code>/", views.proposal, name="office-return"),
    path(f"{NAMED}publishing/", views.publishing, name="office-publishing"),
    path(f"{NAMED}publishing/now/", views.publish, name="office-publish"),
    path(f"{NAMED}publishing/measures/", views.publish_measures, name="office-publish-measures"),
    path(f"{NAMED}tokens/", tokens.tokens, name="office-tokens"),
    path(f"{NAMED}tokens/<int:pk>/end/", tokens.end_token, name="office-token-end"),
    path(f"{NAMED}decide/", views.decide, name="office-decide"),
]
