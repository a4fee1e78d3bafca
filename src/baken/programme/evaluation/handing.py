"""Choosing what of an evaluation can go to the region. It goes on the page of the region, after a look (REG-07)."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from baken.programme.evaluation import actions, forms, frame, refusals, releasing
from baken.tenancy import doors
from baken.web.acting import asks
from baken.web.deciding import Given, decision


@asks
def share(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """Choose topics, and of each the figures, findings or conclusions."""
    doors.require(request, frame.RELEASE)
    found = frame.found(evaluation)
    if not found.region:
        raise Http404
    words = frame.about(
        found,
        _("Kiezen wat de regio krijgt"),
        _("U kiest per onderwerp. Daarna ziet u precies wat er gaat en naar wie, en pas dan deelt u het."),
        _("Bekijken wat er gaat"),
        _("Uw keuze is bewaard. Er is nog niets gedeeld."),
    )

    def form(*args: Any, **options: Any) -> forms.ShareForm:
        return forms.ShareForm(*args, of=found, **options)

    def first() -> None:
        if found.frozen_on is None:
            raise refusals.not_frozen()

    def act(form: Any, given: Given) -> str:
        looked_at = form.cleaned_data["looked_at"] or 0
        actions.share(found, form.parts(), looked_at, actor=given["actor"], now=given["now"])
        if not form.parts() or found.region not in frame.my_regions():
            return reverse("programme_evaluation:region", args=[found.id])
        return reverse("programme_region:look", args=[found.region, releasing.KIND, releasing.subject(found)])

    chosen: dict[str, Any] = {"looked_at": found.number}
    for one in found.shared:
        topic, _dot, part = one.partition(".")
        chosen.setdefault(topic, []).append(part)
    return decision(request, words, form=form, act=act, initial=chosen, first=first)
