"""Addresses: the execution programme: actions, progress, next edition, year plan."""

from django.urls import include, path

from baken.programme.plan import doing, starting, views

app_name = "programme_plan"

urlpatterns = [
    path("", include("baken.programme.plan.exchange.urls")),
    path("", include("baken.programme.plan.year.urls")),
    path("programma/", views.overview, name="overview"),
    path("programma/uitvoering/", views.editions, name="editions"),
    path("programma/uitvoering/beginnen/", starting.start, name="start"),
    path("programma/uitvoering/leeg/", starting.empty, name="empty"),
    path("programma/uitvoering/actie/<uuid:action>/", views.action, name="action"),
    path("programma/uitvoering/actie/<uuid:action>/wijzigen/", doing.change, name="change_action"),
    path("programma/uitvoering/actie/<uuid:action>/voortgang/", doing.progress, name="progress"),
    path("programma/uitvoering/actie/<uuid:action>/stoppen/", doing.stop, name="stop"),
    path(
        "programma/uitvoering/voortgang/<uuid:progress>/terugnemen/",
        doing.withdraw,
        name="withdraw_progress",
    ),
    path("programma/uitvoering/<uuid:edition>/", views.edition, name="edition"),
    path("programma/uitvoering/<uuid:edition>/wijzigen/", starting.change, name="change_edition"),
    path("programma/uitvoering/<uuid:edition>/volgende/", starting.following, name="next_edition"),
    path("programma/uitvoering/<uuid:edition>/terugnemen/", starting.withdraw, name="withdraw_edition"),
    path("programma/uitvoering/<uuid:edition>/actie/", doing.add, name="add_action"),
]
