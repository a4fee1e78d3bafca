"""Addresses: hours per kind of activity, and how many a route asks."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from baken.programme.hours import expecting, views

app_name = "programme_hours"


class Year(IntConverter):
    """A year of this century."""

    regex = "20[0-9]{2}"


register_converter(Year, "hoursyear")

urlpatterns = [
    path("programma/uren/", views.overview, name="overview"),
    path("programma/uren/schrijven/", views.book, name="book"),
    path("programma/uren/reserveren/<hoursyear:year>/", views.reserve, name="reserve"),
    path("programma/uren/verwachting/", expecting.expected, name="forecast"),
    path("programma/uren/terugnemen/<uuid:line>/", views.withdraw, name="withdraw"),
]
