"""An offer in words: for whom it is, and when."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.care.offer.models import Offer
from baken.core.vocabulary import offer
from baken.web.fields import said
from baken.web.templatetags.baken import civil


def for_whom(one: Offer) -> list[str]:
    """Return for whom an offer is; with nothing chosen it is for everybody."""
    ages = [said(words) for age, words in offer.AGES.items() if age in one.ages]
    forms = [said(words) for form, words in offer.FORMS.items() if form in one.forms]
    age = _(" of ").join(ages) if ages and set(one.ages) != set(offer.AGES) else _("elke leeftijd")
    form = _("na %(forms)s") % {"forms": _(" of ").join(forms)} if forms else _("na elke vorm van uitbuiting")
    return [capfirst(age), capfirst(form)]


def when(one: Offer) -> str:
    """Return from when until when."""
    return _span(one.from_date, one.until_date)


def as_it_stood(row: Mapping[str, Any]) -> str:
    """Return a former state of an offer in one line."""
    until = date.fromisoformat(row["until_date"]) if row["until_date"] else None
    words = f"{row['name']}, {_span(date.fromisoformat(row['from_date']), until)}"
    return _("%(words)s, teruggenomen") % {"words": words} if row["withdrawn"] else words


def _span(first: date, last: date | None) -> str:
    if last is None:
        return _("sinds %(day)s") % {"day": civil(first)}
    return _("%(first)s tot en met %(last)s") % {"first": civil(first), "last": civil(last)}
