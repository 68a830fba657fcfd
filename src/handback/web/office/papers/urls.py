"""The addresses of the papers, under /office/."""

from django.urls import path

from handback.web.office.papers.views import (
    auditing,
    beginning,
    claims,
    documents,
    drafts,
    searching,
    signing_in,
)

urlpatterns = [
    path("sign-in/", signing_in.sign_in, name="sign-in"),
    path("sign-out/", signing_in.sign_out, name="sign-out"),
    path("<slug:slug>/documents/", documents.documents, name="office-documents"),
    path("<slug:slug>/documents/<int:pk>/", documents.document, name="office-document"),
    path("<slug:slug>/documents/<int:pk>/read/", documents.read, name="office-document-read"),
    path("<slug:slug>/documents/<int:pk>/original/", documents.original, name="office-document-original"),
    path("<slug:slug>/claims/<int:pk>/", claims.claim, name="office-claim"),
    path("<slug:slug>/drafts/", drafts.drafts, name="office-drafts"),
    path("<slug:slug>/drafts/<int:pk>/", drafts.draft, name="office-draft"),
    path("<slug:slug>/add-function/", beginning.add_function, name="office-function-add"),
    path("<slug:slug>/add-holder/", beginning.add_holder, name="office-holder-add"),
    path("<slug:slug>/load/", beginning.load, name="office-load"),
    path("<slug:slug>/search/", searching.search, name="office-search"),
    path("<slug:slug>/audit/", auditing.log, name="office-audit"),
    path("<slug:slug>/audit/checkpoint/", auditing.checkpoint, name="office-checkpoint"),
    path("<slug:slug>/audit/verify/", auditing.verify, name="office-verify"),
    path("<slug:slug>/audit/<int:seq>/", auditing.event, name="office-audit-event"),
]
