"""Fills in the forms of a page at random: what a hurried officer, a careless one and a malicious one send."""

from html import escape
from typing import Any
from uuid import uuid4

from hypothesis import strategies as st

from tests.house.forms_in import Form, Input, Pairs

FORM = "application/x-www-form-urlencoded"
WRITTEN = ("text", "textarea", "search", "tel", "email")
CALM = st.text("abcdefghij klmnop.,'é\n", max_size=40)
NONSENSE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["", " ", "\x00", "\u202e", "{{ x }}", "%s", "' OR 1=1 --", "<b>x</b>", "9" * 40, "-1", "\ud83d"]
    ),
    st.integers().map(str),
    st.just("lang " * 2_500),
)
DATES = st.one_of(st.dates().map(str), st.sampled_from(["2026-02-30", "0000-00-00", "morgen", ""]))


@st.composite
def sensible(draw: Any, form: Form, own: str) -> Pairs:
    """A form as somebody fills it in who means it: something in each field, one of each choice."""
    pairs: Pairs = []
    for one in form.inputs.values():
        if one.name == "command":
            pairs.append((one.name, str(uuid4())))
        elif one.kind in WRITTEN:
            pairs.append((one.name, f"{own} {draw(CALM)}".strip()))
        elif one.options:
            pairs += [(one.name, value) for value in _chosen(draw, one)]
        else:
            pairs.append((one.name, one.value))
    buttons = [pair for pair in form.buttons if pair[0]]
    return pairs + ([draw(st.sampled_from(buttons))] if buttons else [])


def _chosen(draw: Any, one: Input) -> list[str]:
    if one.kind == "checkbox":
        return draw(st.lists(st.sampled_from(one.options), unique=True, max_size=3))  # type: ignore[no-any-return]
    return [draw(st.sampled_from(one.options))]


@st.composite
def spoilt(draw: Any, form: Form, own: str) -> Pairs:
    """The same, with fields left out, doubled, invented, or filled with anything at all."""
    pairs = draw(sensible(form, own))
    for _ in range(draw(st.integers(1, 4))):
        if not pairs:
            break
        at = draw(st.integers(0, len(pairs) - 1))
        name = pairs[at][0]
        what = draw(st.sampled_from(["leave out", "double", "anything", "a date", "invent"]))
        if what == "leave out":
            del pairs[at]
        elif what == "double":
            pairs.append((name, draw(NONSENSE)))
        elif what == "anything":
            pairs[at] = (name, draw(NONSENSE))
        elif what == "a date":
            pairs[at] = (name, draw(DATES))
        else:
            pairs.append((draw(st.text(max_size=10)), draw(NONSENSE)))
    return pairs  # type: ignore[no-any-return]


def lost(page: str, form: Form, pairs: Pairs, back: list[Form]) -> list[str]:
    """What was typed in a text field and does not stand in the form that came back."""
    if not any(set(form.inputs) == set(one.inputs) for one in back):
        return []
    written = {name for name, field in form.inputs.items() if field.kind in WRITTEN}
    typed = [(name, value) for name, value in pairs if name in written and value.strip()]
    plain = page.replace("\r\n", "\n")
    return [name for name, value in typed if escape(value.strip()).replace("\r\n", "\n") not in plain]
