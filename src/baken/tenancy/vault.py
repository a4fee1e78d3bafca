"""The vault's pages: choose a passphrase, open, close, and give a colleague a key."""

import time
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.tenancy import keys, rotating, sessions
from baken.tenancy.actions import forget_ended_shares, set_vault_passphrase
from baken.tenancy.actors import Actor
from baken.tenancy.doors import require
from baken.tenancy.forms import NewVaultForm, OpenVaultForm
from baken.tenancy.keys import CannotOpen, PostSecret
from baken.tenancy.landing import wanted
from baken.tenancy.queries import has_vault, posts, waiting_colleagues
from baken.tenancy.slowdown import vaults

VaultForm = OpenVaultForm | NewVaultForm


@sensitive_post_parameters("passphrase", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def vault(request: HttpRequest) -> HttpResponse:
    """Open the vault for this session; the first time, choose its passphrase."""
    actor = require(request, "vault.use")
    secret = sessions.open_vault(request, now=now())
    if secret is not None:
        return _page(request, actor, None, secret=secret)
    kind = OpenVaultForm if has_vault(actor.membership_id) else NewVaultForm
    form = kind(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, actor, form)
    if not form.is_valid():
        return _page(request, actor, form, status=422)
    opened = (_opened if kind is OpenVaultForm else _made)(request, actor, form)
    if opened is None:
        return _page(request, actor, form, status=429 if form.has_error(NON_FIELD_ERRORS, "slow") else 422)
    forget_ended_shares(now=now())
    rotating.bridge(opened, now=now())
    answer = HttpResponseRedirect(wanted(request) or "/kluis/", status=303)
    sessions.keep_vault(request, answer, opened)
    messages.success(request, _("Uw kluis is open tot u uitlogt of de kluis sluit."))
    return answer


@require_POST
def close_vault(request: HttpRequest) -> HttpResponse:
    """Close the vault, and stay logged in."""
    require(request, "vault.use")
    answer = HttpResponseRedirect("/kluis/", status=303)
    sessions.close_vault(request, answer)
    messages.success(request, _("Uw kluis is gesloten."))
    return answer


@require_POST
def give_key(request: HttpRequest) -> HttpResponse:
    """Give a waiting colleague a share in a post's key."""
    require(request, "vault.use")
    secret = sessions.open_vault(request, now=now())
    answer = HttpResponseRedirect("/kluis/", status=303)
    if secret is None:
        messages.error(request, _("Open eerst uw kluis. Daarna kunt u de sleutel geven."))
        return answer
    forget_ended_shares(now=now())
    try:
        keys.hand_on(secret, UUID(request.POST.get("share", "")), now=now())
    except (ValueError, LookupError) as nothing:
        raise Http404 from nothing
    messages.success(request, _("Uw collega heeft de sleutel gekregen."))
    return answer


def _opened(request: HttpRequest, actor: Actor, form: VaultForm) -> PostSecret | None:
    who = str(actor.membership_id)
    if pause := vaults.seconds_left(who, time.monotonic()):
        words = _("Wacht %(seconds)d seconden en probeer het dan opnieuw.") % {"seconds": pause + 1}
        form.add_error(None, ValidationError(words, code="slow"))
        return None
    try:
        opened = keys.unlock(actor.membership_id, form.cleaned_data["passphrase"], now=now())
    except CannotOpen:
        vaults.wrong(who, time.monotonic())
        form.add_error(
            "passphrase",
            _("Deze wachtwoordzin opent de kluis niet. Kijk na wat u typte en probeer het opnieuw."),
        )
        return None
    vaults.right(who)
    return opened


def _made(request: HttpRequest, actor: Actor, form: VaultForm) -> PostSecret | None:
    try:
        return set_vault_passphrase(
            membership_id=actor.membership_id, passphrase=form.cleaned_data["passphrase"], now=now()
        )
    except Refused as refused:
        language = get_language() or "nl"
        form.add_error("passphrase", f"{refused.why.in_(language)} {refused.do.in_(language)}")
        return None


def _page(
    request: HttpRequest,
    actor: Actor,
    form: VaultForm | None,
    *,
    secret: PostSecret | None = None,
    status: int = 200,
) -> HttpResponse:
    held = posts(actor.post_ids)
    missing = [] if secret is None else [p for p in held if (p.id, p.key_number) not in secret.posts]
    context = {
        "form": form,
        "new": isinstance(form, NewVaultForm),
        "posts": held,
        "opens": len(held) > len(missing),
        "missing": missing,
        "waiting": [] if secret is None else waiting_colleagues(secret),
        "next": wanted(request),
    }
    return render(request, "tenancy/vault.html", context, status=status)
