"""What a record does not have is a page that does not exist."""

from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from handback.core.powers.refusals import UnknownFunction, UnknownInstrument
from handback.web.shared.access import View
from handback.web.shared.powers.commissioners import UnknownPerson
from handback.web.shared.powers.proposals import UnknownProposal

UNKNOWN = (UnknownFunction, UnknownInstrument, UnknownPerson, UnknownProposal)


def not_found_if_unknown(view: View) -> View:
    """Answer 404, with the sentence of the refusal, where a view asks for what the record does not have."""

    @wraps(view)
    def found(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except UNKNOWN as unknown:
            raise Http404(str(unknown)) from unknown

    return found
