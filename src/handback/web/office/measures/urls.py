"""The addresses of measures, under /office/. No indicator may be called by a word that is an address here."""

from django.urls import path

from handback.web.office.measures.views import (
    boards,
    commenting,
    deciding,
    declaring,
    defining,
    entering,
    importing,
    indicators,
    indices,
    targets,
    tying,
    withdrawing,
)

ROOM = "<slug:slug>/measures/"
ONE = f"{ROOM}<str:code>/"
INDICES = f"{ROOM}indices/"

urlpatterns = [
    path(ROOM, boards.board, name="office-measures"),
    path("<slug:slug>/measures.csv", boards.board_csv, name="office-measures-csv"),
    path(f"{ROOM}add/", defining.add, name="office-indicator-add"),
    path(f"{ROOM}import/", importing.take, name="office-measures-import"),
    path(INDICES, indices.indices, name="office-indices"),
    path(f"{INDICES}add/", declaring.add, name="office-index-add"),
    path(f"{INDICES}declare/", declaring.declare, name="office-index-declare"),
    path(f"{INDICES}<str:code>.csv", indices.index_csv, name="office-index-csv"),
    path(f"{INDICES}<str:code>/", indices.index, name="office-index"),
    path(f"{ROOM}<str:code>.csv", indicators.indicator_csv, name="office-indicator-csv"),
    path(ONE, indicators.indicator, name="office-indicator"),
    path(f"{ONE}edit/", defining.edit, name="office-indicator-edit"),
    path(f"{ONE}values/", entering.value, name="office-indicator-values"),
    path(f"{ONE}targets/", targets.target, name="office-indicator-targets"),
    path(f"{ONE}decisions/", deciding.decide, name="office-indicator-decisions"),
    path(f"{ONE}commentary/", commenting.comment, name="office-indicator-commentary"),
    path(f"{ONE}commitments/", tying.tie, name="office-indicator-commitments"),
    path(f"{ONE}withdraw/", withdrawing.withdraw, name="office-indicator-withdraw"),
]
