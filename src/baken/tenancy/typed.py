"""What somebody typed before they were stopped at a door, so that nobody has to think it up twice."""

from django.http import HttpRequest

NOT_TYPED = ("csrfmiddlewaretoken", "token", "next", "email", "password", "passphrase", "again", "code")


def typed(request: HttpRequest) -> list[str]:
    """The texts in a form that was sent; choices, codes and secrets are left out."""
    if request.method != "POST":
        return []
    given = (value for name, values in request.POST.lists() if name not in NOT_TYPED for value in values)
    return [value for value in given if " " in value.strip()]
