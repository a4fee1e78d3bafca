"""Takes a folder or files into a draft: all of it, or nothing."""

from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from baken.clock import now
from baken.policy.drafting import actions, importing, pages
from baken.policy.drafting.accepting import CASES, Refusal
from baken.policy.drafting.forms import number_in
from baken.policy.drafting.views.doors import adviser, draft_of, edits, go
from baken.policy.models import Draft
from baken.web.plain import takes_files


class ManyFiles(django_forms.FileInput):
    """A field in which several files can be chosen."""

    allow_multiple_selected = True


class ImportForm(django_forms.Form):
    """Which files, and whether what is not among them goes."""

    use_required_attribute = False
    mark_required = True
    sent = django_forms.FileField(
        label=gettext_lazy("Welke map of bestanden?"),
        help_text=gettext_lazy("Een zip zoals Baken die geeft, of losse bestanden. Samen hoogstens 1 MB."),
        widget=ManyFiles(attrs={"accept": ".zip,.yaml,.yml"}),
        required=False,
    )
    only = django_forms.BooleanField(
        label=gettext_lazy("Haal weg wat niet in deze map zit"),
        help_text=gettext_lazy("Anders blijven de andere bestanden van het ontwerp staan."),
        required=False,
    )
    looked_at = django_forms.CharField(required=False, widget=django_forms.HiddenInput)


@takes_files
@edits
def bring_in(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Ask for files, and put them into the draft."""
    found = draft_of(request, draft, open_only=True)
    form = ImportForm(initial={"looked_at": found.number})
    if request.method != "POST":
        return _page(request, found, form)
    given = ImportForm(request.POST)
    given.is_valid()
    sent = [(one.name or "", one.read()) for one in request.FILES.getlist("sent")]
    if not sent:
        form = ImportForm({"looked_at": found.number})
        form.add_error("sent", _("Kies een zip of een of meer bestanden."))
        return _page(request, found, form, status=422)
    try:
        texts = importing.taken_in(sent)
    except importing.Refused as refused:
        return _page(request, found, form, [_wrong(name, one) for name, one in refused.found], 422)
    try:
        number = actions.change(
            draft=draft,
            looked_at=number_in(given.cleaned_data.get("looked_at")),
            changed=_changed(found, texts, only=bool(given.cleaned_data.get("only"))),
            kind="imported",
            actor=adviser(request),
            now=now(),
        )
    except actions.Stale:
        messages.warning(
            request, _("Iemand anders veranderde intussen dezelfde bestanden. Er is niets ingelezen.")
        )
        return _page(request, found, form, status=409)
    _say(request, len(texts), changed=number != found.number)
    return go("draft", draft)


def _changed(draft: Draft, texts: Any, *, only: bool) -> dict[str, str | None]:
    there = actions.texts(draft)
    gone: dict[str, str | None] = dict.fromkeys(there.keys() - texts.keys()) if only else {}
    # Who sends only files, keeps the cases; an own folder without cases is no reason to lose them.
    if not any(name.startswith(CASES) for name in texts):
        gone = {name: None for name in gone if not name.startswith(CASES)}
    return {**gone, **texts}


def _say(request: HttpRequest, number: int, *, changed: bool) -> None:
    if not changed:
        messages.info(request, _("Dit stond al zo in het ontwerp. Er is niets veranderd."))
        return
    said = ngettext("Er is {number} bestand ingelezen.", "Er zijn {number} bestanden ingelezen.", number)
    messages.success(request, said.format(number=number))


def _wrong(name: str, refusal: Refusal) -> pages.Wrong:
    where = "".join(sign if sign.isprintable() else "?" for sign in name)[:120]
    return pages.wrong(refusal.line, refusal.what, refusal.why, refusal.do, where=where)


def _page(
    request: HttpRequest,
    draft: Draft,
    form: ImportForm,
    wrong: list[pages.Wrong] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"draft": draft, "form": form, "wrong": wrong or []}
    return render(request, "policy/draft_import.html", context, status=status)
