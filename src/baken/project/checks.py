"""What production settings may not be: each error says what to do. `baken doctor` runs them."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, register


@register("deploy", deploy=True)
def no_password_alone(**_: Any) -> list[Error]:
    """This function will refuse log-in by a password alone in production."""
    if not (settings.PRODUCTION and settings.BAKEN_PASSWORD_ALONE):
        return []
    return [
        Error(
            "In production nobody may log in with a password alone.",
            hint="Leave BAKEN_PASSWORD_ALONE off: people then log in with a second factor or a passkey.",
            id="baken.E001",
        )
    ]


@register("deploy", deploy=True)
def no_open_doors(**_: Any) -> list[Error]:
    """This function will refuse production as demonstration, for every host or without https."""
    if not settings.PRODUCTION:
        return []
    wrong = [
        ("baken.E002", settings.DEBUG, "DEBUG shows local variables to visitors.", "Leave DEBUG off."),
        (
            "baken.E003",
            not (settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE),
            "Cookies may travel without https.",
            "Keep SESSION_COOKIE_SECURE and CSRF_COOKIE_SECURE on.",
        ),
        (
            "baken.E004",
            "*" in settings.ALLOWED_HOSTS,
            "Every host name is answered.",
            "Name the hosts in BAKEN_HOSTS.",
        ),
        (
            "baken.E005",
            settings.BAKEN_DEMO,
            "The demonstration is on.",
            "Unset BAKEN_ENV=demo in production.",
        ),
    ]
    return [Error(what, hint=do, id=number) for number, is_so, what, do in wrong if is_so]
