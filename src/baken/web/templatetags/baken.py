"""The words and parts of a page: `{% load baken %}` in every template."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from baken.core.vocabulary.moments import AMSTERDAM
from baken.core.vocabulary.text import Text
from baken.web import tokens
from baken.web.parts import Link
from baken.web.templatetags import baken_drawing, baken_forms, baken_notices

register = template.Library()
register.tags.update(baken_forms.register.tags)  # one `{% load baken %}` brings the forms along
register.tags.update(baken_drawing.register.tags)
register.tags.update(baken_notices.register.tags)


@register.filter(name="sentence")
def sentence(value: Any) -> str:
    """A `Text` in the language of the reader; anything else as it is."""
    return value.in_(get_language() or "nl") if isinstance(value, Text) else str(value)


@register.simple_tag(name="sentence")
def sentence_tag(value: Any, **values: Any) -> str:
    """`{% sentence text name=value %}`: the `Text` in the reader's language, with its places filled in."""
    if isinstance(value, Text) and values:
        value = value.format(**values)
    return sentence(value)


@register.filter(name="civil")
def civil(moment: date | datetime | None) -> str:
    """'3 november 2026, 14.05', or '3 november 2026' for a day: Dutch time, the reader's language."""
    if moment is None:
        return ""
    if not isinstance(moment, datetime):
        return date_format(moment, "j F Y", use_l10n=False)
    local = moment.astimezone(AMSTERDAM)
    clock = "H:i" if (get_language() or "nl").startswith("en") else "H.i"
    return date_format(local, f"j F Y, {clock}", use_l10n=False)


@register.simple_tag(name="civil")
def civil_tag(moment: date | datetime | None) -> str:
    """`{% civil moment %}`: the same, as an element that a machine can read too."""
    if moment is None:
        return ""
    stamp = (
        moment.astimezone(AMSTERDAM).isoformat(timespec="minutes")
        if isinstance(moment, datetime)
        else (moment.isoformat())
    )
    return format_html('<time datetime="{}">{}</time>', stamp, civil(moment))


@register.filter(name="cell")
def cell(value: Any) -> str:
    """What stands in a table cell or behind a term: a link, a moment, a yes or no, a list, or words."""
    if value is None or value == "":
        return "–"
    if isinstance(value, Link):
        return format_html('<a class="utrecht-link" href="{}">{}</a>', value.href, sentence(value.label))
    if isinstance(value, (date, datetime)):
        return civil_tag(value)
    if isinstance(value, (list, tuple)) and not isinstance(value, Text):
        items = format_html_join("", "<li>{}</li>", ((cell(one),) for one in value))
        return format_html('<ul class="baken-plain-list">{}</ul>', items)
    return conditional_escape(value if isinstance(value, SafeString) else sentence(value))


@register.simple_tag(takes_context=True)
def org_tokens(context: Any) -> str:
    """The colours of the page's organisation, or else of the acting one, or else Baken's."""
    organisation = context.get("organisation") or context.get("acting")
    return tokens.path_for(getattr(organisation, "slug", ""), getattr(organisation, "kind", ""))


# --- buttons -------------------------------------------------------------------------------------

_APPEARANCE = {
    "primary": "utrecht-button utrecht-button--primary-action",
    "secondary": "utrecht-button utrecht-button--secondary-action",
    "subtle": "utrecht-button utrecht-button--subtle",
    "danger": "utrecht-button utrecht-button--primary-action baken-danger-button",
}


@register.simple_tag
def button(label: Any, kind: str = "primary", name: str = "", value: str = "", describedby: str = "") -> str:
    """`{% button "Versturen" %}`: sends its form; with name and value where a form has several."""
    given = {"name": name, "value": value, "aria-describedby": describedby}
    extra = format_html_join("", ' {}="{}"', ((k, v) for k, v in given.items() if v))
    return format_html(
        '<button type="submit" class="{} utrecht-button--submit"{}>{}</button>',
        _APPEARANCE[kind],
        extra,
        sentence(label),
    )


@register.simple_tag
def button_link(label: Any, href: str, kind: str = "primary") -> str:
    """`{% button_link "Signaal doorgeven" href %}`: goes somewhere, and looks like a button."""
    return format_html(
        '<a class="{} baken-button-link" href="{}">{}</a>', _APPEARANCE[kind], href, sentence(label)
    )


# --- blocks around content -----------------------------------------------------------------------

_NOTICES = {"info": "info", "ok": "ok", "warning": "warning", "error": "error"}


def _with_heading(heading: Any, level: int, css: str) -> str:
    if not heading:
        return ""
    return format_html('<h{} class="{}">{}</h{}>', level, css, sentence(heading), level)


@register.simple_block_tag(takes_context=False)
def notice(content: str, kind: str = "info", heading: Any = "", level: int = 2, live: bool = False) -> str:
    """`{% notice kind="warning" heading="..." %} ... {% endnotice %}`; `live=True` is read out at once."""
    role = mark_safe(' role="status"') if live else ""
    return format_html(
        '<div class="utrecht-alert utrecht-alert--{} baken-notice"{}><div class="utrecht-alert__content">{}'
        '<div class="utrecht-alert__message">{}</div></div></div>',
        _NOTICES[kind],
        role,
        _with_heading(heading, level, "baken-notice__heading"),
        content,
    )


@register.simple_block_tag(takes_context=False)
def card(content: str, heading: Any = "", level: int = 2, href: str = "", tone: str = "") -> str:
    """`{% card heading="..." href="..." %} ... {% endcard %}`: a bordered part; tone `soft` or `next`."""
    title = (
        format_html('<a class="utrecht-link" href="{}">{}</a>', href, sentence(heading)) if href else heading
    )
    tone_class = f" baken-card--{tone}" if tone in ("soft", "next") else ""
    return format_html(
        '<section class="baken-card{}">{}<div class="baken-flow">{}</div></section>',
        tone_class,
        _with_heading(title, level, "baken-card__heading"),
        content,
    )


@register.simple_block_tag(takes_context=False)
def nothing(content: str, heading: Any) -> str:
    """`{% nothing "Nog geen signalen" %}what will appear, and how{% endnothing %}`."""
    return format_html(
        '<div class="baken-empty"><p class="baken-empty__heading">{}</p>{}</div>', sentence(heading), content
    )


@register.simple_block_tag(takes_context=False)
def confirmation(content: str, heading: Any) -> str:
    """`{% confirmation "Uw signaal is binnen" %} ... {% endconfirmation %}`: it worked; brings the `h1`."""
    return format_html(
        '<div class="baken-confirmation"><h1 class="utrecht-heading-1 baken-confirmation__heading">{}</h1>'
        '<div class="baken-flow">{}</div></div>',
        sentence(heading),
        content,
    )


@register.inclusion_tag("components/phone.html")
def phone(number: str, label: Any = "", when: Any = "", urgent: bool = False) -> dict[str, Any]:
    """`{% phone "112" "Bel 112" when="Iemand is nu in gevaar." urgent=True %}`: a number to call."""
    dial = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return {"number": number, "dial": dial, "label": label, "when": when, "urgent": urgent}


# --- lists of parts ------------------------------------------------------------------------------


@register.inclusion_tag("components/steps.html")
def steps(steps: Any, caption: Any = "", level: int = 3) -> dict[str, Any]:
    """`{% steps list_of_parts_Step %}`: the route as a list; every status in words and with its own sign."""
    return {"steps": steps, "caption": caption, "level": level}


@register.inclusion_tag("components/status.html")
def status(status: str) -> dict[str, Any]:
    """`{% status "due" %}`: where a step stands, as a word with a sign."""
    return {"status": status}


@register.inclusion_tag("components/timeline.html")
def timeline(happenings: Any, level: int = 3) -> dict[str, Any]:
    """`{% timeline list_of_parts_Happening %}`: what happened, in the order given."""
    return {"happenings": happenings, "level": level}


@register.inclusion_tag("components/summary.html")
def summary(lines: Any) -> dict[str, Any]:
    """`{% summary list_of_parts_Line %}`: terms with their values, each perhaps with a link to change it."""
    return {"lines": lines}


@register.inclusion_tag("components/table.html")
def table(table: Any) -> dict[str, Any]:
    """`{% table parts_Table %}`: a table that becomes a list of cards on a telephone."""
    rows = [
        [
            (head, value, index in table.numeric)
            for index, (head, value) in enumerate(zip(table.headers, row, strict=True))
        ]
        for row in table.rows
    ]
    headers = [(head, index in table.numeric) for index, head in enumerate(table.headers)]
    return {"table": table, "headers": headers, "rows": rows}


@register.inclusion_tag("components/pager.html")
def pager(newer: str = "", older: str = "", label: Any = "") -> dict[str, Any]:
    """`{% pager newer=href older=href %}`: to the other parts of a list; nothing where there is none."""
    return {"newer": newer, "older": older, "label": label}
