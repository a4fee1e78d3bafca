"""The one thing a reader can fill in: a word to look for."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    """A word or two; they stand in the address, so that the answer can be shared."""

    use_required_attribute = False
    woord = forms.CharField(
        label=_("Zoek in het beleid"),
        max_length=60,
        strip=True,
        help_text=_("Een woord uit het beleid, zoals politie of smokkel. Geen namen van mensen."),
        error_messages={
            "required": _("Vul een woord in dat u zoekt."),
            "max_length": _("Zoek met hoogstens 60 tekens; een of twee woorden is genoeg."),
        },
    )
