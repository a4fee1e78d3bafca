"""Addresses of what a client may count on by law, of terms, and of the process director."""

from django.urls import path

from baken.care.residence import direction, lists, views

app_name = "care_residence"

urlpatterns = [
    path("termijnen/", lists.deadlines, name="deadlines"),
    path("termijnen/agenda.ics", lists.calendar, name="calendar"),
    path("regie/", direction.overview, name="direction"),
    path("regie/<uuid:client>/advies/", direction.advise, name="advise"),
    path("clienten/<uuid:client>/verblijf/", views.stay, name="stay"),
    path("clienten/<uuid:client>/verblijf/gelezen/", views.seen, name="seen"),
    path("clienten/<uuid:client>/verblijf/bijwerken/", views.update, name="update"),
    path(
        "clienten/<uuid:client>/verblijf/termijn/<slug:deadline>/<str:on>/",
        views.handle,
        name="handle",
    ),
    path("clienten/<uuid:client>/verblijf/<slug:part>/", views.note, name="note"),
]
