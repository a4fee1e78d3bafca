"""From Baken to the provider of one's organisation and back, and out again."""

import logging
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_GET, require_POST, require_safe

from baken.account.single_sign_on import discovery, entering, exchange, pending, settings_file
from baken.account.single_sign_on.discovery import Metadata, Unreachable
from baken.account.single_sign_on.entries import origin
from baken.account.single_sign_on.refusals import REASONS, NoEntry
from baken.account.single_sign_on.settings_file import Provider, WrongFile
from baken.clock import now
from baken.tenancy import sessions
from baken.tenancy.landing import arrive, ours, wanted
from baken.web.allowing import allow

logger = logging.getLogger("baken.account")


@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """A button for each organisation. Chromium holds the whole way of a form to `form-action`, so it names them."""
    offered = list(_providers().values())
    answer = render(request, "single_sign_on/door.html", {"providers": offered, "next": wanted(request)})
    with ThreadPoolExecutor(8) as pool:  # so that ten slow providers take no longer than one
        sites = list(pool.map(_site, offered))
    for provider, site in zip(offered, sites, strict=True):
        allow(answer, "form-action", site, *provider.entry.also_through)
    return answer


@require_POST
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Send somebody to their provider, with something that only this browser can bring back."""
    try:
        provider = _provider(slug)
        about = _about(provider)
    except NoEntry as refused:
        return _refused(refused, slug)
    begun = pending.begin(request, slug, onward=wanted(request), now=now())
    return HttpResponseRedirect(exchange.leave_for(provider, about, begun), status=303)


@require_GET
def back(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody came back: look whether it is an answer to our question, who it is, and let them in."""
    try:
        return _come_in(request, slug)
    except NoEntry as refused:
        return _refused(refused, slug)


@require_safe
def failed(request: HttpRequest) -> HttpResponse:
    """Say why somebody did not come in, at an address in which nothing of the attempt stands."""
    why = REASONS.get(request.GET.get("waarom", ""))
    if why is None:
        raise Http404
    return render(request, "single_sign_on/refused.html", {"why": why}, status=why.status)


@require_safe
def left(request: HttpRequest) -> HttpResponse:
    """After logging out: the provider may still know this browser, and offers to forget it too."""
    provider, where = _providers().get(request.GET.get("bij", "")), ""
    if provider is not None:
        try:
            ends = discovery.metadata(provider.entry.issuer).end_session
        except Unreachable:
            ends = ""
        words = {"client_id": provider.entry.client_id, "post_logout_redirect_uri": f"{provider.home}/"}
        where = f"{ends}{'&' if '?' in ends else '?'}{urlencode(words)}" if ends else ""
    return render(request, "single_sign_on/left.html", {"provider": provider, "where": where})


def _come_in(request: HttpRequest, slug: str) -> HttpResponse:
    moment, said = now(), request.GET
    attempt = pending.take(request, slug, said.get("state", ""), now=moment)
    if attempt is None:
        raise NoEntry("stale")
    provider = _provider(slug)
    about = _about(provider)
    if ("iss" in said or about.names_itself) and not constant_time_compare(said.get("iss", ""), about.issuer):
        raise NoEntry("untrusted")
    if "error" in said:
        raise NoEntry("denied" if said["error"] == "access_denied" else "provider")
    if not said.get("code"):
        raise NoEntry("provider")
    try:
        who = exchange.who(provider, about, attempt, said["code"], now=moment)
    except Unreachable as why:
        raise _silent(provider, why) from None
    person = entering.enter(provider, who, now=moment)
    sessions.begin(request, person, factor="sso", now=moment)
    if about.end_session:
        request.session[sessions.AFTERWARDS] = f"/uitgelogd/?{urlencode({'bij': slug})}"
    return arrive(request, person, wants=ours(attempt.onward))


def _providers() -> dict[str, Provider]:
    try:
        return settings_file.providers()
    except WrongFile:
        logger.error("%s cannot be used; `baken doctor` says why", settings_file.FILE)
        return {}


def _site(provider: Provider) -> str:
    """The site to which the button leads; of a provider that is silent, the one it is named after."""
    try:
        return origin(discovery.metadata(provider.entry.issuer).authorize)
    except Unreachable:
        return origin(provider.entry.issuer)


def _provider(slug: str) -> Provider:
    found = _providers().get(slug)
    if found is None:
        raise NoEntry("not_set_up")
    return found


def _about(provider: Provider) -> Metadata:
    try:
        return discovery.metadata(provider.entry.issuer)
    except Unreachable as why:
        raise _silent(provider, why) from None


def _silent(provider: Provider, why: Unreachable) -> NoEntry:
    logger.warning("the identity provider of %s: %s", provider.slug, why)
    return NoEntry("unreachable")


def _refused(refused: NoEntry, slug: str) -> HttpResponse:
    if slug in _providers():
        logger.warning("single sign-on of %s let nobody in: %s", slug, refused.word)
        entering.note_refusal(slug, refused, now=now())
    where = f"{reverse('single_sign_on:failed')}?{urlencode({'waarom': refused.word})}"
    return HttpResponseRedirect(where, status=303)
