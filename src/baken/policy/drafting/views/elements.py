"""The elements of a draft: a list, a form for each, taken away, or one of the region that counts no more here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from baken.clock import now
from baken.core.policy.emitting import emitted
from baken.core.policy.sections import FILE_OF
from baken.core.policy.writing import CannotWrite
from baken.policy.drafting import editing, forms, pages, queries, sections
from baken.policy.drafting.elementform import ElementForm
from baken.policy.drafting.examining import Examined, examine
from baken.policy.drafting.layered import Overview, Row, overview
from baken.policy.drafting.questions import About
from baken.policy.drafting.sections import Section
from baken.policy.drafting.views.doors import adviser, draft_of, edits, go
from baken.policy.drafting.whyform import WhyForm
from baken.policy.library import library
from baken.policy.models import Draft
from baken.web.fields import said


@dataclass(frozen=True, slots=True)
class Shown:
    """One element in the list."""

    row: Row
    title: str
    line: str
    source: str
    whose: str
    wrong: tuple[pages.Wrong, ...]
    moved: bool = False


@require_safe
def listing(request: HttpRequest, draft: UUID, section: str) -> HttpResponse:
    """Show a list with what is the municipality's own and what comes from the region."""
    found, about = _draft(request, draft, section)
    there = overview(found, library())
    examined = examine(found)
    moved = queries.moved_above(found, there, library())
    shown = [_shown(row, there, examined, moved) for row in there.rows[section]]
    context = {
        "draft": found,
        "section": about,
        "file": FILE_OF[section],
        "elements": shown,
        "broken": FILE_OF[section] in there.broken,
        "file_href": pages.href_of(found, FILE_OF[section]),
    }
    return render(request, "policy/draft_section.html", context)


def _shown(row: Row, there: Overview, examined: Examined, moved: frozenset[tuple[str, str]]) -> Shown:
    return Shown(
        row=row,
        title=sections.title(row, there),
        line=sections.line(row),
        source=sections.says_who(row, there),
        whose=said(row.layer.name) if row.inherited else "",
        wrong=tuple(pages.wrongs(_mistakes(row, examined))) if row.own else (),
        moved=(row.section, row.id) in moved,
    )


def _mistakes(row: Row, examined: Examined) -> list[Any]:
    """The mistakes between the first line of an element and the first of the next."""
    found = examined.of(FILE_OF[row.section])
    start, end = row.lines
    return [error for error in found if start <= error.line < end]


@edits
def edit(request: HttpRequest, draft: UUID, section: str, element: str) -> HttpResponse:
    """Ask how an element should be; one of the region is copied here when that is saved."""
    found, about = _draft(request, draft, section, changes=True)
    there = overview(found, library())
    row = there.row(section, element)
    if row is None or row.dropped is not None:
        raise Http404
    return _asked(request, found, about, there, row)


@edits
def new(request: HttpRequest, draft: UUID, section: str) -> HttpResponse:
    """Ask for an element that is not there yet."""
    found, about = _draft(request, draft, section, changes=True)
    if not about.new:
        raise Http404
    return _asked(request, found, about, overview(found, library()), None)


def _asked(
    request: HttpRequest, draft: Draft, section: Section, there: Overview, row: Row | None
) -> HttpResponse:
    about = About(section.id, row.id if row else "", there)
    given = request.POST if request.method == "POST" else None
    form = ElementForm(given, about=about, was=row.raw if row else {}, looked_at=draft.number)
    context: dict[str, Any] = {"draft": draft, "section": section, "form": form, "row": row}
    context["heading"] = sections.title(row, there) if row else section.new
    context["whose"] = said(row.layer.name) if row and row.inherited else ""
    context["file_href"] = pages.href_of(draft, FILE_OF[section.id])
    if FILE_OF[section.id] in there.broken or "texts.yaml" in there.broken:
        return render(request, "policy/draft_broken.html", context, status=409 if given else 200)
    status = 200
    if given is not None:
        status = 422
        if form.is_valid():
            try:
                return _saved(request, draft, section, row, form)
            except editing.Full:
                form.add_error(None, _("Dit bestand is vol. Haal eerst iets weg, of maak de zinnen korter."))
            except editing.Changed as other:
                status = 409
                form.data = {**form.data.dict(), "looked_at": str(draft.number)}  # type: ignore[attr-defined]
                context["difference"] = queries.difference(_as_text(other.was), _as_text(other.now))
    return render(request, "policy/draft_element.html", context, status=status)


def _saved(
    request: HttpRequest, draft: Draft, section: Section, row: Row | None, form: ElementForm
) -> HttpResponse:
    number = editing.save(
        draft=draft.id,
        section=section.id,
        element=form.element,
        was=row.id if row is not None and row.own else "",
        text=form.text if form.text != form.sentence else None,
        looked_at=forms.number_in(form.cleaned_data.get("looked_at")),
        actor=adviser(request),
        now=now(),
    )
    if number == draft.number:
        messages.info(request, _("Er is niets veranderd."))
    else:
        messages.success(request, _("Bewaard in het ontwerp."))
    return go("draft_section", draft.id, section.id)


def _as_text(raw: Mapping[str, Any] | None) -> str:
    return "\n".join(emitted(raw, 0)) if raw else ""


@edits
def remove(request: HttpRequest, draft: UUID, section: str, element: str) -> HttpResponse:
    """Take an own element away, or let one of the region count no more here, with the reason."""
    found, about = _draft(request, draft, section, changes=True)
    there = overview(found, library())
    row = there.row(section, element)
    if row is None or row.dropped is not None or FILE_OF[section] in there.broken:
        raise Http404
    given = request.POST if request.method == "POST" else None
    form = WhyForm(given, about=About(section, element, there), needed=row.inherited)
    if given is not None and form.is_valid():
        try:
            _taken_away(request, found, row, form)
        except editing.Full:
            messages.warning(request, _("Dit bestand is vol. Haal eerst iets weg, of maak de zinnen korter."))
        return go("draft_section", draft, section)
    context = {
        "draft": found,
        "section": about,
        "row": row,
        "form": form,
        "heading": sections.title(row, there),
        "whose": said(row.layer.name),
    }
    return render(request, "policy/draft_remove.html", context, status=422 if given is not None else 200)


def _taken_away(request: HttpRequest, draft: Draft, row: Row, form: WhyForm) -> None:
    actor, moment = adviser(request), now()
    if row.inherited:
        editing.drop(
            draft=draft.id, section=row.section, element=row.id, why=form.why, actor=actor, now=moment
        )
        messages.success(request, _("Dit geldt hier niet meer. U kunt het altijd weer laten gelden."))
        return
    editing.remove(
        draft=draft.id,
        section=row.section,
        element=row.id,
        looked_at=draft.number,
        actor=actor,
        now=moment,
    )
    messages.success(request, _("Weggehaald uit het ontwerp."))


@require_POST
def restore(request: HttpRequest, draft: UUID, section: str, element: str) -> HttpResponse:
    """Let an element of the region count again."""
    found, _about = _draft(request, draft, section, changes=True)
    try:
        editing.restore(draft=found.id, section=section, element=element, actor=adviser(request), now=now())
    except CannotWrite as error:
        raise Http404 from error
    return go("draft_section", draft, section)


def _draft(
    request: HttpRequest, draft: UUID, section: str, *, changes: bool = False
) -> tuple[Draft, Section]:
    found = draft_of(request, draft, open_only=changes)
    about = sections.sections().get(section)
    if about is None:
        raise Http404
    return found, about
