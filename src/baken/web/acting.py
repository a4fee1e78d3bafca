"""One way to ask somebody for one decision about one signal: explain, check, carry out, or say clearly why not.

Rooms give the words, the form and the action; this page keeps what was typed, whatever happens.
"""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypedDict, TypeVar
from uuid import UUID, uuid4, uuid5

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.derive.signal import SignalState
from baken.core.vocabulary.text import Text
from baken.ledger import processing_log, signals, store
from baken.tenancy import doors
from baken.tenancy.actors import Actor
from baken.web.fields import Prose, said
from baken.web.plain import mends_its_text

WORDS_MAX = 4000


class Common(TypedDict):
    """What every action wants to know."""

    signal: UUID
    actor: Actor
    now: datetime
    command_id: UUID


class CommandForm(forms.Form):
    """A form that does its work once, however often it is sent, and knows what its sender had seen."""

    use_required_attribute = False
    command = forms.UUIDField(widget=forms.HiddenInput)
    looked_at = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, file: signals.SignalFile, **options: Any
    ) -> None:
        self.file = file
        super().__init__(with_command(data), **options)


@dataclass(frozen=True, slots=True)
class Ask:
    """The words around a form: what is asked, why, what its button says, and what is said once it is done.

    `writes`: free text may hold too much here, so the page says before it what to leave out (V4, V19).
    """

    title: str
    lead: str
    button: str
    done: str
    template: str = "web/action.html"
    writes: bool = True
    context: Mapping[str, Any] = field(default_factory=dict)


Act = Callable[[Any, Common], None]
Make = Callable[..., CommandForm]
Given = TypeVar("Given", bound=CommandForm)
View = TypeVar("View", bound=Callable[..., HttpResponse])


def asks(view: View) -> View:
    """Mark a page that asks for a decision: shown with GET, sent with POST, its text mended rather than refused."""
    return mends_its_text(require_http_methods(["GET", "HEAD", "POST"])(view))


def ask(
    request: HttpRequest,
    signal: UUID,
    *,
    right: str,
    words: Callable[[signals.SignalFile], Ask],
    form: Make,
    act: Act,
    initial: Callable[[signals.SignalFile], Mapping[str, Any]] = lambda file: {},
    first: Callable[[SignalState], None] = lambda state: None,
) -> HttpResponse:
    """Show the form, or carry out what it asks and go back to the signal.

    `first` raises `Refused` where the decision cannot be taken as the signal stands: then that is said at once, and
    nobody fills in a form in vain.
    """
    file = signal_file(request, signal, right)
    if request.method != "POST":
        try:
            first(file.state)
        except Refused as refused:
            return _page(request, file, words(file), None, refused=refused)
        fresh = {**initial(file), "command": uuid4(), "looked_at": file.stream.number}
        return _page(request, file, words(file), form(file=file, initial=fresh))
    given = form(request.POST, file=file, initial=initial(file))
    if not given.is_valid():
        return _page(request, file, words(file), given, status=422)
    common = common_for(request, signal, given)
    if store.earlier(common["command_id"]):
        return back_to(signal)
    seen = given.cleaned_data.get("looked_at")
    if seen is not None and seen != file.stream.number:
        return _page(request, file, words(file), seen_now(given, file), status=409, conflict=True)
    try:
        act(given, common)
    except Refused as refused:
        return _page(request, file, words(file), given, status=409, refused=refused)
    except store.Conflict:
        return _page(request, file, words(file), given, status=409, conflict=True)
    messages.success(request, words(file).done)
    return back_to(signal)


def signal_file(request: HttpRequest, signal: UUID, right: str) -> signals.SignalFile:
    """Return the signal when this person may do `right` with it; otherwise it does not exist for them."""
    actor = doors.require(request, right)
    if request.method == "POST":
        store.hold(signal)  # what was looked at stays so until the decision is recorded
    try:
        file = signals.read(signal, now=now())
    except signals.NotFound as missing:
        raise Http404 from missing
    doors.looked_at(request, why=owed_to(file, actor.roles), activity=processing_log.activity(file.bundle))
    return file


def owed_to(file: signals.SignalFile, roles: Collection[str]) -> list[str]:
    """Return what these roles still owe on a signal: the reason to look at it, for the read log."""
    held = {*roles, "focal_point"} if "lead_focal_point" in roles else roles
    return sorted({owed.step for owed in file.route.owed if owed.actor in held})


def common_for(request: HttpRequest, signal: UUID, form: CommandForm) -> Common:
    """Return what every action wants to know, from the request and a valid form."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return {"signal": signal, "actor": actor, "now": now(), "command_id": command_of(form)}


_EMPTY: tuple[object, ...] = ("", None, [])


def command_of(form: forms.Form) -> UUID:
    """Return the id of what a valid form asks: sent twice it is one command, with other words another.

    So whoever goes back and changes something is told that the signal moved on, and loses nothing. What is left empty
    says nothing: a question that is only asked once the first was carried out makes no other command of the second.
    """
    hidden = ("command", "looked_at")
    given = form.cleaned_data.items()
    said = {
        name: value
        for name, value in given
        if name not in hidden and value not in _EMPTY and value is not False
    }
    return uuid5(form.cleaned_data["command"], json.dumps(said, sort_keys=True, default=str))


def back_to(signal: UUID) -> HttpResponse:
    """Go to the signal's page, with GET."""
    answer = HttpResponseRedirect(reverse("route:signal", args=[signal]))
    answer.status_code = 303
    return answer


def choices_from(words: Mapping[str, Text]) -> list[tuple[str, str]]:
    """Return a closed list as the choices of a field, in the language of the reader."""
    return [(value, capfirst(said(text))) for value, text in words.items()]


def words_field(label: Any, help_text: Any = "", *, required: bool = True, rows: int = 5) -> Prose:
    """Return a field for free text; a reason is a few sentences, so its room is ample."""
    return Prose(
        label=label,
        help_text=help_text,
        required=required,
        limit=WORDS_MAX,
        rows=rows,
        error_messages={"required": _("Schrijf hier iets. Een of twee zinnen zijn genoeg.")},
    )


def _page(
    request: HttpRequest,
    file: signals.SignalFile,
    words: Ask,
    form: CommandForm | None,
    *,
    status: int = 200,
    refused: Refused | None = None,
    conflict: bool = False,
) -> HttpResponse:
    context = {
        **words.context,
        "ask": words,
        "file": file,
        "form": form,
        "refused": refused,
        "conflict": conflict,
        "words_begin": words_begin(form) if form and words.writes else "",
    }
    return render(request, words.template, context, status=status)


def words_begin(form: forms.Form) -> str:
    """Return the name of the first field for free text; what to leave out is said just before it."""
    return next((name for name, field in form.fields.items() if isinstance(field, Prose)), "")


def seen_now(given: Given, file: signals.SignalFile) -> Given:
    """Let the same form be sent again by somebody who now knows that the signal was updated."""
    changed = given.data.copy()  # type: ignore[attr-defined]
    changed["looked_at"] = str(file.stream.number)
    given.data = changed
    return given


def with_command(data: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Give a form whose hidden command was lost or damaged a new one, so that what was typed can still be sent."""
    if data is None:
        return None
    try:
        UUID(str(data.get("command", "")))
    except ValueError:
        changed = data.copy()  # type: ignore[attr-defined]
        changed["command"] = str(uuid4())
        return changed  # type: ignore[no-any-return]
    return data
