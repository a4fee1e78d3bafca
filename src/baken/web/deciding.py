"""One way to ask for one decision about anything that is no signal: explain, check, carry out, or say why not.

Signals have `web/acting.py`, which also notices that somebody else was there meanwhile; here a decision looks at the
matter as it is the moment it is taken, and refuses what is no longer there to decide.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypedDict
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.tenancy.actors import Actor
from baken.web.acting import command_of, with_command, words_begin
from baken.web.parts import Link


class Given(TypedDict):
    """What every action wants to know."""

    actor: Actor
    now: datetime
    command_id: UUID


class DecisionForm(forms.Form):
    """A form that does its work once, however often it is sent."""

    use_required_attribute = False
    command = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(with_command(data), **options)


@dataclass(frozen=True, slots=True)
class Decision:
    """The words around a form, and where one came from. `writes`: say before the free text what to leave out.

    `ways` leads to where that is recorded which a refusal says is lacking.
    """

    title: str
    lead: str
    button: str
    done: str
    back: Link
    template: str = "web/decision.html"
    writes: bool = True
    context: Mapping[str, Any] = field(default_factory=dict)
    ways: Callable[[str], Sequence[Link]] = lambda lacks: ()


def decision(
    request: HttpRequest,
    words: Decision,
    *,
    form: Callable[..., DecisionForm],
    act: Callable[[Any, Given], str],
    initial: Mapping[str, Any] | None = None,
    first: Callable[[], None] = lambda: None,
) -> HttpResponse:
    """Show the form, or carry out what it asks and go where `act` says. A refusal about a field stands at that field.

    `first` raises `Refused` where nothing can be decided now: then that is said, and nobody fills in a form in vain.
    """
    if request.method != "POST":
        try:
            first()
        except Refused as refused:
            return _page(request, words, None, refused=refused)
        return _page(request, words, form(initial={**(initial or {}), "command": uuid4()}))
    given = form(request.POST, initial=initial or {})
    if not given.is_valid():
        return _page(request, words, given, status=422)
    actor: Actor = request.actor  # type: ignore[attr-defined]
    try:
        there = act(given, {"actor": actor, "now": now(), "command_id": command_of(given)})
    except Refused as refused:
        if refused.field in given.fields:
            given.add_error(refused.field, refused.in_(get_language() or "nl"))
            return _page(request, words, given, status=422)
        return _page(request, words, given, status=409, refused=refused)
    messages.success(request, words.done)
    return see_other(there)


@dataclass(frozen=True, slots=True)
class Matter:
    """What decisions are asked about: the name of its page and its id, how the way back is called, and what refuses.

    Who may decide, and what the read log is told, each room says itself before it asks.
    """

    page: str
    id: UUID
    back: str
    first: Callable[[], None] = lambda: None

    def words(self, title: str, lead: str, button: str, done: str, **more: Any) -> Decision:
        """Return the words around a form about this matter; one goes back to its page."""
        back = Link(reverse(self.page, args=[self.id]), self.back)
        return Decision(title=title, lead=lead, button=button, done=done, back=back, **more)

    def settle(
        self,
        request: HttpRequest,
        words: Decision,
        form: Callable[..., DecisionForm],
        act: Callable[[Any, Given], object],
        *,
        there: str = "",
        first: Callable[[], None] | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> HttpResponse:
        """Ask for one decision, and go on to the page of the matter, or to the page that `there` names."""

        def done(form: Any, given: Given) -> str:
            act(form, given)
            return reverse(there or self.page, args=[self.id])

        return decision(request, words, form=form, act=done, first=first or self.first, initial=initial)


def see_other(href: str) -> HttpResponse:
    """Go to a page, with GET."""
    answer = HttpResponseRedirect(href)
    answer.status_code = 303
    return answer


def _page(
    request: HttpRequest,
    words: Decision,
    form: DecisionForm | None,
    *,
    status: int = 200,
    refused: Refused | None = None,
) -> HttpResponse:
    context = {
        **words.context,
        "ask": words,
        "form": form,
        "refused": refused,
        "ways": words.ways(refused.lacks) if refused and refused.lacks else (),
        "words_begin": words_begin(form) if form and words.writes else "",
    }
    return render(request, words.template, context, status=status)
