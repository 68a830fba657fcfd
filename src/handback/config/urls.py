"""Every address. The office stands under /office/, the API under /api/; everything else is public."""

from django.urls import include, path

urlpatterns = [
    path("office/", include("handback.web.office.urls")),
    path("api/", include("handback.web.api.urls")),
    path("", include("handback.web.public.urls")),
]

handler400 = "handback.web.shared.refusals.bad_request"
handler403 = "handback.web.shared.refusals.forbidden"
handler404 = "handback.web.shared.refusals.not_found"
handler500 = "handback.web.shared.refusals.server_error"
