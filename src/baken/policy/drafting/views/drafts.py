"""The drafts of an organisation: the list, a new one, one draft's own page, laid aside and taken up again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from baken.clock import now
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Library
from baken.policy.drafting import actions, forms, pages, queries, starting
from baken.policy.drafting.examining import examine
from baken.policy.drafting.views.doors import adviser, draft_of, edits, go
from baken.policy.library import library
from baken.tenancy.actors import Actor
from baken.web.fields import said


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Show the drafts that are worked on, and those laid aside."""
    adviser(request)
    context = {
        "drafts": pages.cards(queries.drafts()),
        "aside": pages.cards(queries.drafts(("dropped",))),
        "done": pages.cards(queries.drafts(("adopted",))),
    }
    return render(request, "policy/drafts.html", context)


@edits
def start(request: HttpRequest) -> HttpResponse:
    """Begin a draft from what is in force, or from a region's policy."""
    actor = adviser(request)
    there = library()
    base = queries.base(there)
    parents = starting.parents(there) if base.is_new else ()
    form = forms.StartForm(request.POST if request.method == "POST" else None, parents=parents)
    begun = _begun(form, there, base, actor) if form.is_valid() else None
    if begun is not None:
        messages.success(request, _("Het ontwerp staat klaar."))
        for table in begun.to_ask:
            asked = _("Kijk bij de overleggen of uw gemeente dit heeft: {table}. De route hangt daarvan af.")
            messages.info(request, asked.format(table=said(table)))
        return go("draft", begun.draft)
    context = {"form": form, "base": base}
    return render(request, "policy/draft_start.html", context, status=422 if form.is_bound else 200)


def _begun(form: forms.StartForm, there: Library, base: queries.Base, actor: Actor) -> starting.Begun | None:
    """Begin the draft; why it cannot begin like this is said on the form."""
    given = form.cleaned_data
    parent, valid_from = given.get("parent", ""), given["valid_from"]
    try:
        return starting.begin(
            there=there, base=base, parent=parent, valid_from=valid_from, actor=actor, now=now()
        )
    except PolicyErrors as found:
        for error in found.errors:
            form.add_error(None, " ".join(said(words) for words in (error.what, error.why, error.do)))
        return None


@require_safe
def page(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Show one draft: how it stands, its parts and files, and what happened to it."""
    found = draft_of(request, draft)
    examined = examine(found)
    return render(request, "policy/draft.html", pages.page(found, examined))


@edits
def day(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Let a draft count from another day."""
    found = draft_of(request, draft, open_only=True)
    form = forms.DayForm(
        request.POST if request.method == "POST" else None, initial={"valid_from": found.valid_from}
    )
    if form.is_valid():
        actor = adviser(request)
        actions.set_day(draft=draft, valid_from=form.cleaned_data["valid_from"], actor=actor, now=now())
        messages.success(request, _("De dag is veranderd."))
        return go("draft", draft)
    context = {"form": form, "draft": found}
    return render(request, "policy/draft_day.html", context, status=422 if form.is_bound else 200)


@edits
def drop(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Ask whether a draft may be laid aside, and do so."""
    found = draft_of(request, draft, open_only=True)
    if request.method == "POST":
        actions.drop(draft=draft, actor=adviser(request), now=now())
        messages.success(request, _("Het ontwerp is weggelegd. U kunt het altijd weer oppakken."))
        return go("drafts")
    return render(request, "policy/draft_drop.html", {"draft": found})


@require_POST
def take_up(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Work on a draft again that was laid aside."""
    found = draft_of(request, draft)
    if found.ended == "dropped":
        actions.take_up(draft=draft, actor=adviser(request), now=now())
        messages.success(request, _("U werkt weer aan dit ontwerp."))
    return go("draft", draft)
