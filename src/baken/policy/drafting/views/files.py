"""One file of a draft as text, with its mistakes beside its lines. Whatever goes wrong, what was typed stays."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.policy.drafting import actions, forms, pages, queries
from baken.policy.drafting.accepting import CASES, Refusal, known_name, refusals, showable
from baken.policy.drafting.examining import Outcome, examine
from baken.policy.drafting.merging import merged
from baken.policy.drafting.pages import Wrong
from baken.policy.drafting.views.doors import adviser, draft_of, edits, go
from baken.policy.models import Draft

EMPTY = "format: 1\n"
SPARE = 6


@dataclass(slots=True)
class Shown:
    """One look at a file: its form, its mistakes, and what stood in the way of saving."""

    draft: Draft
    name: str
    form: forms.FileForm
    wrong: Sequence[Wrong] = ()
    refused: bool = False
    outcomes: Sequence[Outcome] = ()
    waits: bool = False
    others: dict[str, Any] = field(default_factory=dict)


@edits
def edit(request: HttpRequest, draft: UUID, name: str) -> HttpResponse:
    """Show the text of a file and save it; mistakes are shown after, a trap is refused before."""
    found = draft_of(request, draft, open_only=request.method == "POST")
    if not known_name(name):
        raise Http404
    if request.method == "POST":
        return _save(request, found, name)
    text = actions.texts(found).get(name, EMPTY)
    examined = examine(found)
    outcomes = [outcome for outcome in examined.outcomes if outcome.name == name]
    wrong = pages.wrongs(examined.of(name), in_file=True)
    return _show(
        request,
        Shown(found, name, _form(text, found.number), wrong, outcomes=outcomes, waits=bool(examined.errors)),
    )


def _save(request: HttpRequest, draft: Draft, name: str) -> HttpResponse:
    given = forms.FileForm(request.POST)
    given.is_valid()
    text, looked_at = given.cleaned_data["text"], forms.number_in(given.cleaned_data.get("looked_at"))
    if refused := refusals(name, text):
        form = _form(showable(text), looked_at or draft.number)
        return _show(request, Shown(draft, name, form, _refused(refused), refused=True), 422)
    keeps = text.strip() or name == "municipality.yaml"
    try:
        number = actions.change(
            draft=draft.id,
            looked_at=looked_at,
            changed={name: text if keeps else None},
            kind="edited",
            actor=adviser(request),
            now=now(),
        )
    except actions.Stale:
        return _both(request, draft, name, text, looked_at)
    _say(request, draft, name, number)
    return go("draft_file", draft.id, name)


def _say(request: HttpRequest, before: Draft, name: str, number: int) -> None:
    if number == before.number:
        messages.info(request, _("Er is niets veranderd."))
        return
    left = len(examine(queries.get(before.id)).of(name))
    if left:
        said = ngettext(
            "Bewaard als ontwerp. In dit bestand staat nog {number} fout.",
            "Bewaard als ontwerp. In dit bestand staan nog {number} fouten.",
            left,
        ).format(number=left)
        messages.warning(request, said)
    else:
        messages.success(request, _("Bewaard. In dit bestand staan geen fouten."))


def _both(request: HttpRequest, draft: Draft, name: str, mine: str, looked_at: int) -> HttpResponse:
    """Somebody else was first: show what they changed, and keep what was typed here."""
    theirs = actions.texts(draft).get(name, "")
    was = queries.text_at(draft, name, looked_at)
    together = merged(was, theirs, mine)
    others = {
        "last": queries.last_changed_by(draft.id, name),
        "theirs": queries.difference(was, theirs),
        "mine": queries.difference(was, mine),
        "mine_text": showable(mine),
        "together": together is not None,
    }
    form = _form(mine if together is None else together, draft.number)
    return _show(request, Shown(draft, name, form, others=others), 409)


def _show(request: HttpRequest, shown: Shown, status: int = 200) -> HttpResponse:
    text = str(shown.form["text"].value() or "")
    rows = text.count("\n") + SPARE
    shown.form.fields["text"].widget.attrs["rows"] = rows
    wrong = {one.line: one for one in shown.wrong if one.line}
    context = {
        "shown": shown,
        "draft": shown.draft,
        "form": shown.form,
        "name": shown.name,
        "label": pages.file_label(shown.name),
        "is_case": shown.name.startswith(CASES),
        "lines": [(number, wrong.get(number)) for number in range(1, rows + 1)],
        "status": status,
    }
    return render(request, "policy/draft_file.html", context, status=status)


def _form(text: str, number: int) -> forms.FileForm:
    return forms.FileForm(initial={"text": text, "looked_at": number})


def _refused(refused: Sequence[Refusal]) -> list[Wrong]:
    return [pages.wrong(one.line, one.what, one.why, one.do, leads=True) for one in refused]


@require_safe
def change(request: HttpRequest, draft: UUID, number: int) -> HttpResponse:
    """Show what one change of a draft did to its files, line by line."""
    found = draft_of(request, draft)
    row = queries.change_of(found.id, number)
    if row is None:
        raise Http404
    differences = [
        (name, queries.difference(queries.text_at(found, name, number - 1), text or ""))
        for name, text in sorted(row.changed.items())
    ]
    who = queries.names_of({row.by}).get(row.by, "")
    context = {"draft": found, "change": row, "who": who, "differences": differences}
    return render(request, "policy/draft_change.html", context)
