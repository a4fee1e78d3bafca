"""What other pages show of single sign-on: `{% load single_sign_on %}`."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse

from baken.account.single_sign_on import settings_file
from baken.account.single_sign_on.settings_file import WrongFile

register = template.Library()


@register.simple_tag
def single_sign_on_door(onward: str = "") -> str:
    """Where people log in with the account of their organisation; nothing where no organisation has that."""
    try:
        offered = bool(settings_file.providers())
    except WrongFile:
        offered = True  # its own page says that it does not work
    there = reverse("single_sign_on:door")
    return (f"{there}?{urlencode({'next': onward})}" if onward else there) if offered else ""
