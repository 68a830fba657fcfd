"""Dates, counts and states in words, and the components that wrap other content."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from .. import words
from ..charts import tables
from ..charts.patterns import swatch
from ..charts.values import Chart
from ..holders import STATES, holder_words, state_of

register = template.Library()


@register.filter
def day(value: date | None) -> str:
    """26 February 2015; nothing for no day."""
    return "" if value is None else words.day(_local(value))


@register.filter
def moment(value: datetime | None) -> str:
    """26 February 2015 at 9:30am, in the site's time zone."""
    return (
        ""
        if value is None
        else words.moment(timezone.localtime(value) if timezone.is_aware(value) else value)
    )


@register.filter
def plural(count: int, noun: str) -> str:
    """11|plural:"function" is "11 functions"; give the plural after a comma where it is not formed with s."""
    return words.plural(count, *noun.split(","))


@register.filter
def sentence_list(items: Iterable[object]) -> str:
    """a, b and c."""
    return words.sentence_list([str(item) for item in items])


@register.filter
def host(address: str) -> str:
    """The site an address belongs to, without www."""
    try:
        return (urlsplit(address).hostname or address).removeprefix("www.")
    except ValueError:
        return address


@register.filter
def web_address(address: str) -> str:
    """The address if it leads to a page on the web, else nothing: a source may not carry a script."""
    try:
        return address if urlsplit(address).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


@register.filter
def problems(form: Any) -> list[tuple[str, str]]:
    """What is wrong in each field: its place, and the sentence, which names it where others say the same."""
    told = [(field, str(error)) for field in form for error in field.errors]
    often = Counter(sentence for _, sentence in told)
    return [
        (
            field.id_for_label or field.auto_id,
            sentence if often[sentence] == 1 else f"{field.label}: {sentence[:1].lower()}{sentence[1:]}",
        )
        for field, sentence in told
    ]


@register.simple_tag
def holder(kind: str, oversight: str = "none", name: str = "") -> SafeString:
    """Who holds it: swatch and word. `name` is used for holders other than the council."""
    return format_html(
        '<span class="hb-holder">{}<span>{}</span></span>',
        mark_safe(swatch(state_of(kind, oversight))),  # noqa: S308 - drawn from our own table of states
        holder_words(kind, oversight, name),
    )


@register.inclusion_tag("shared/components/key.html")
def holder_key(*slugs: str) -> dict[str, object]:
    """A key to these states, or to the four that matter most."""
    chosen = slugs or ("council", "council-ordinary", "council-enhanced", "commissioners")
    return {
        "states": [
            {"word": STATES[slug].word, "swatch": mark_safe(swatch(STATES[slug]))}  # noqa: S308 - our own table
            for slug in chosen
        ]
    }


@register.inclusion_tag("shared/components/table.html")
def chart_table(chart: Chart[Any], caption: str) -> dict[str, object]:
    """The rows of a chart as a table under `caption`."""
    head, rows = tables.without_empty(chart.rows[0].HEAD if chart.rows else (), tables.table(chart.rows))
    return {"caption": caption, "head": head, "rows": rows, "size": "s", "compact": True}


@register.simple_block_tag
def inset(content: str) -> SafeString:
    """Set apart from the text around it."""
    return format_html('<div class="govuk-inset-text">{}</div>', content)


@register.simple_block_tag
def details(content: str, summary: str, *, opened: bool = False) -> SafeString:
    """Opens to show more."""
    return format_html(
        '<details class="govuk-details"{}><summary class="govuk-details__summary">'
        '<span class="govuk-details__summary-text">{}</span></summary>'
        '<div class="govuk-details__text">{}</div></details>',
        mark_safe(" open") if opened else "",
        summary,
        content,
    )


@register.simple_block_tag
def empty(content: str) -> SafeString:
    """What stands where nothing is yet: say what will appear and how to start."""
    return format_html('<div class="hb-empty">{}</div>', content)


@register.simple_block_tag
def table(content: str, caption: str, *, size: str = "m", compact: bool = False) -> SafeString:
    """A table in a region that scrolls; `content` is its thead and tbody. `size` is s, m or l."""
    return format_html(
        '<div class="hb-scroll" role="region" aria-label="{0}" tabindex="0">'
        '<table class="govuk-table hb-table{1}">'
        '<caption class="govuk-table__caption govuk-table__caption--{2}">{0}</caption>{3}</table></div>',
        caption,
        " hb-table--compact" if compact else "",
        size,
        content,
    )


def _local(value: date) -> date:
    return (
        timezone.localtime(value).date()
        if isinstance(value, datetime) and timezone.is_aware(value)
        else value
    )
