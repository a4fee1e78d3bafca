"""Coming in for the first time, or again after everything was lost: a code and a password of one's own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from baken.account import factors, running
from baken.account.attempts import invitations as tries
from baken.account.forms import InvitationForm
from baken.account.views.log_in import go_on, kept_out, wait
from baken.clock import now
from baken.tenancy import invitations

_KNOWN_BY = 4


@sensitive_post_parameters("code", "password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: HttpRequest) -> HttpResponse:
    """A wrong, used and ended code get the same answer; the code is never part of an address."""
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, form, 200)
    if not form.is_valid():
        return _page(request, form, 422)
    code: str = form.cleaned_data["code"]
    if pause := tries.seconds_left(code[:_KNOWN_BY], now()):
        form.add_error(None, wait(pause))
        return _page(request, form, 429)
    person = invitations.redeem(code, now=now())
    if person is None:
        tries.wrong(code[:_KNOWN_BY], now())
        kept_out("invitation", None)
        words = _("Deze code werkt niet of niet meer. Kijk hem na, of vraag een nieuwe uitnodiging.")
        form.add_error("code", words)
        return _page(request, form, 422)
    tries.right(code[:_KNOWN_BY])
    person.set_password(form.cleaned_data["password"])
    person.save(update_fields=["password"])
    running.end_all(person.id)
    factors.note(person.id, "password", now=now())
    return go_on(request, person, wants="")


def _page(request: HttpRequest, form: InvitationForm, status: int) -> HttpResponse:
    return render(request, "account/invited.html", {"form": form}, status=status)
