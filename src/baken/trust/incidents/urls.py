"""Where data leaks are reported and settled."""

from django.urls import path

from baken.trust.incidents import views

app_name = "trust_incidents"
_ONE = "verantwoording/datalekken/<uuid:incident>/"

urlpatterns = [
    path("verantwoording/datalekken/", views.register, name="register"),
    path("verantwoording/datalekken/melden/", views.report, name="report"),
    path(_ONE, views.incident, name="incident"),
    path(f"{_ONE}besluit/", views.weigh, name="weigh"),
    path(f"{_ONE}gemeld/<slug:whom>/", views.told, name="told"),
    path(f"{_ONE}maatregel/", views.measure, name="measure"),
    path(f"{_ONE}wie/", views.concerned, name="concerned"),
    path(f"{_ONE}wie/lijst/", views.people, name="people"),
    path(f"{_ONE}verslag/", views.report_paper, name="paper"),
    path(f"{_ONE}afsluiten/", views.close, name="close"),
]
