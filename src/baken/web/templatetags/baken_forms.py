"""Draws Django forms; `{% load baken %}` brings these along."""

from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

register = template.Library()

_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.SelectMultiple, "utrecht-select utrecht-select--html-select baken-select-multiple"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--html-input utrecht-checkbox--custom"),
    (forms.widgets.Input, "utrecht-textbox utrecht-textbox--html-input"),
)
_INVALID = {"utrecht-textarea", "utrecht-select", "utrecht-textbox", "utrecht-checkbox"}


def _is_group(widget: forms.Widget) -> bool:
    return isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple))


def _css(widget: forms.Widget, invalid: bool) -> str:
    css = next((css for kind, css in _CLASSES if isinstance(widget, kind)), "")
    base = css.split(" ")[0]
    return f"{css} {base}--invalid" if invalid and base in _INVALID else css


def _described_by(bound: BoundField) -> str:
    """The ids of hint and error, in the order in which they are read."""
    found = [f"{bound.auto_id}_hint"] if bound.help_text else []
    return " ".join(found + ([f"{bound.auto_id}_error"] if bound.errors else []))


def control(bound: BoundField) -> SafeString:
    """The input itself, with the classes of the design system and the ids of its hint and error."""
    if bound.is_hidden:
        return bound.as_widget()
    widget = bound.field.widget
    own = widget.attrs.get("class", "")
    attrs: dict[str, Any] = {"class": f"{_css(widget, bool(bound.errors))} {own}".strip()}
    if described := _described_by(bound):
        attrs["aria-describedby"] = described
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return bound.as_widget(attrs=attrs)


def _choices(bound: BoundField) -> list[dict[str, Any]]:
    """The choices of a group; a choice may carry its own hint: `Choice("labels", hint="...")`."""
    # Django's group of checkboxes is a kind of radio group, so it is asked for first
    kind = "checkbox" if isinstance(bound.field.widget, forms.CheckboxSelectMultiple) else "radio-button"
    return [
        {
            "id": option.id_for_label,
            "name": option.data["name"],
            "value": option.data["value"],
            "checked": option.data["selected"],
            "label": option.choice_label,
            "hint": getattr(option.choice_label, "hint", ""),
            "kind": kind,
            "type": "radio" if kind == "radio-button" else "checkbox",
        }
        for option in bound.subwidgets
    ]


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, big: bool = False, label: Any = "") -> dict[str, Any]:
    """`{% field form.what %}`: label, hint, error, input; `big=True` makes its label the page's heading."""
    widget = bound.field.widget
    group = _is_group(widget)
    marks_required = bool(getattr(bound.form, "mark_required", False))
    shape = (
        "hidden"
        if bound.is_hidden
        else "group"
        if group
        else ("checkbox" if isinstance(widget, forms.CheckboxInput) else "single")
    )
    return {
        "bound": bound,
        "shape": shape,
        "label": label or bound.label,
        "control": None if group else control(bound),
        "choices": _choices(bound) if group else [],
        "described_by": _described_by(bound),
        "hint_id": f"{bound.auto_id}_hint",
        "error_id": f"{bound.auto_id}_error",
        "big": big,
        "says_optional": not marks_required and not bound.field.required and shape != "checkbox",
        "says_required": marks_required and bound.field.required,
    }


@register.inclusion_tag("components/fields.html")
def fields(form: forms.BaseForm) -> dict[str, Any]:
    """`{% fields form %}`: all fields of a small form, in order."""
    return {"form": form}


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: forms.BaseForm) -> dict[str, Any]:
    """`{% error_summary form %}`: all errors on top of the page, each leading to its input."""
    found: list[dict[str, str]] = [{"href": "", "error": str(error)} for error in form.non_field_errors()]
    for bound in form:
        where = bound.auto_id + ("_0" if _is_group(bound.field.widget) else "")
        found += [{"href": f"#{where}", "error": str(error)} for error in bound.errors]
    return {"errors": found}
