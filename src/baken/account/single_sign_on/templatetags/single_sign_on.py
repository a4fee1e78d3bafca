"""What other pages show of single sign-on: `{% load single_sign_on %}`."""

from django import template

from baken.account.single_sign_on import settings_file
from baken.account.single_sign_on.settings_file import WrongFile

register = template.Library()


@register.simple_tag
def single_sign_on_offered() -> bool:
    """Whether there is any organisation whose people can log in with its account."""
    try:
        return bool(settings_file.providers())
    except WrongFile:
        return True  # its own page says that something is wrong
