"""The one form of the card: words to look for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.web.fields import Line


class SearchForm(forms.Form):
    """Sent with POST, so that the words stand in no address, no log of a server in between and no history."""

    use_required_attribute = False
    words = Line(
        label=_("Zoek op de kaart"),
        help_text=_("Bijvoorbeeld: paspoort, schuld of tatoeage. Wat u zoekt, bewaren wij niet."),
        limit=100,
        required=True,
        error_messages={"required": _("Vul een woord in om te zoeken.")},
    )
