"""Signing in and out."""

from typing import cast

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView

from handback.web.shared.access import View, open_to_all
from handback.web.shared.forms import Form


class SignInForm(Form, AuthenticationForm):
    """A user name and a password."""

    error_messages = {
        "invalid_login": "The user name or the password is not right. Both mind capital letters.",
        "inactive": "This account is closed. Ask whoever keeps the record.",
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "User name"
        self.fields["username"].error_messages["required"] = "Enter: user name"
        for field in self.fields.values():
            field.widget.attrs["class"] = "govuk-input govuk-input--width-20"


class SignIn(LoginView):
    """Sign somebody in and send them where they were going, on this site only."""

    template_name = "shared/sign-in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True


class SignOut(LogoutView):
    """Sign out; only a form does so, never a link."""


sign_in = open_to_all(cast(View, SignIn.as_view()))
sign_out = open_to_all(SignOut.as_view())
