"""The addresses of the papers, under /office/."""

from django.urls import path

from handback.web.office.papers.views import (
    accepting,
    auditing,
    beginning,
    claims,
    columns,
    completeness,
    documents,
    drafts,
    inbox,
    searching,
    second_reader,
    signing_in,
    sources,
)

DOCUMENT = "<slug:slug>/documents/<int:pk>/"
SOURCE = "<slug:slug>/sources/<int:pk>/"

urlpatterns = [
    path("sign-in/", signing_in.sign_in, name="sign-in"),
    path("sign-out/", signing_in.sign_out, name="sign-out"),
    path("<slug:slug>/documents/", documents.documents, name="office-documents"),
    path(DOCUMENT, documents.document, name="office-document"),
    path(f"{DOCUMENT}read/", documents.read, name="office-document-read"),
    path(f"{DOCUMENT}progress/", documents.progress, name="office-document-progress"),
    path(f"{DOCUMENT}again/", documents.read_again, name="office-document-again"),
    path(f"{DOCUMENT}pictures/", documents.read_pictures, name="office-document-pictures"),
    path(f"{DOCUMENT}second-reader/", second_reader.ask, name="office-second-reader"),
    path(f"{DOCUMENT}second-reader/progress/", second_reader.progress, name="office-second-reader-progress"),
    path(f"{DOCUMENT}original/", documents.original, name="office-document-original"),
    path(f"{DOCUMENT}columns/", columns.columns, name="office-document-columns"),
    path(f"{DOCUMENT}accept/", accepting.accept, name="office-document-accept"),
    path(f"{DOCUMENT}accept-all/", accepting.accept_many, name="office-document-accept-many"),
    path("<slug:slug>/inbox/", inbox.inbox, name="office-inbox"),
    path("<slug:slug>/completeness/", completeness.completeness, name="office-completeness"),
    path("<slug:slug>/sources/", sources.sources, name="office-sources"),
    path(SOURCE, sources.source, name="office-source"),
    path(f"{SOURCE}standing/", sources.stand, name="office-source-standing"),
    path(f"{SOURCE}pages/<int:page_pk>/", sources.page, name="office-source-page"),
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
