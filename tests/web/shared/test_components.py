"""The frame of every page, and the components on it."""

import re
from datetime import date

import pytest
from django import forms
from django.template import engines
from django.template.loader import get_template, render_to_string

from handback.web.shared.charts.powers import powers_chart
from handback.web.shared.forms import Form
from handback.web.shared.pages import Link
from tests.web.shared.examples import HARROWMERE, HOSTILE, SPAN

WHOLE_PAGES = [
    "400.html",
    "403.html",
    "404.html",
    "500.html",
    "shared/locked-out.html",
    "shared/sign-in.html",
]


class SignIn(Form):
    """Who is signing in."""

    username = forms.CharField(label="User name")


def component(name, **context):
    return render_to_string(f"shared/components/{name}.html", context)


def said(template, **context):
    return engines["django"].from_string("{% load handback %}" + template).render(context)


@pytest.mark.parametrize("name", WHOLE_PAGES)
def test_a_whole_page_has_one_main_heading(name):
    assert get_template(name).render({"form": SignIn()}).count("<h1") == 1


@pytest.mark.parametrize("name", WHOLE_PAGES)
def test_a_page_says_which_language_it_is_in(name):
    assert '<html lang="en-GB"' in get_template(name).render({"form": SignIn()})


def test_the_section_the_reader_is_in_is_marked():
    html = component("navigation", items=[Link("Home", "/"), Link("Powers", "/powers/", current=True)])

    assert re.findall(r'href="([^"]+)" aria-current="page"', html) == ["/powers/"]


def test_demonstration_data_say_so_on_every_page():
    assert "Demonstration record" in render_to_string("shared/base.html", {"demonstration": True})
    assert "Demonstration record" not in render_to_string("shared/base.html", {})


def test_a_page_with_errors_says_so_in_its_title():
    assert "<title>Error: " in render_to_string("shared/base.html", {"form": SignIn({})})


def test_the_error_summary_leads_to_the_field():
    assert '<a href="#id_username">' in component("error-summary", form=SignIn({}))


def test_a_source_that_is_no_web_address_is_shown_but_not_linked():
    html = component("evidence", sources=["javascript:alert(1)"])

    assert "javascript:alert(1)" in html
    assert "href" not in html


def test_a_happening_says_why_its_day_is_inferred():
    item = {"on": date(2020, 7, 1), "text": "Letter", "inferred": True, "reason": "only the month is stated"}

    assert "Inferred: only the month is stated" in component("timeline", items=[item])


def test_a_holder_has_a_swatch_and_a_word():
    html = said('{% holder "council" "ordinary" %}')

    assert "<svg" in html
    assert "Council, with oversight" in html


@pytest.mark.parametrize(
    "template",
    [
        "{% inset %}{{ name }}{% endinset %}",
        "{% details summary=name %}{{ name }}{% enddetails %}",
        "{% table caption=name %}<tr><td>{{ name }}</td></tr>{% endtable %}",
        '{% holder "trust" "none" name %}',
        '{% include "shared/components/empty-state.html" with title=name text=name %}',
        '{% include "shared/components/notification-banner.html" with text=name %}',
        '{% include "shared/components/tag.html" with text=name %}',
        '{% include "shared/components/evidence.html" with sources=names %}',
    ],
)
def test_hostile_names_are_only_ever_text(template):
    html = said(template, name=HOSTILE, names=[HOSTILE])

    assert "<script" not in html
    assert '" onload="' not in html


def test_a_chart_stands_beside_its_words_and_its_table():
    html = component("chart", chart=powers_chart(HARROWMERE, span=SPAN), caption="Who held each power")

    assert "The council held all 3 functions until 30 June 2020" in html
    assert "<caption" in html


def test_a_wide_table_can_be_reached_by_keyboard():
    html = component("table", caption="Functions", head=["Code"], rows=[["F01"]])

    assert 'role="region" aria-label="Functions" tabindex="0"' in html
