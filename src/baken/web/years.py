"""Days that somebody can mean, far from the ends of what a calendar holds.

There a day has no midnight in every time zone and no day after it, so that what counts on would break.
"""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

FIRST, LAST = date(2000, 1, 1), date(2199, 12, 31)
_WRONG = _("Klopt het jaartal? Kies een dag vanaf 2000.")
THINKABLE = [MinValueValidator(FIRST, _WRONG), MaxValueValidator(LAST, _WRONG)]
"""Validators for a field that takes a day."""
