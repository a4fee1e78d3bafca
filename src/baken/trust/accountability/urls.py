"""Where an organisation shows its papers, and takes along what was drawn up from its policy."""

from django.urls import path

from baken.trust.accountability import views

app_name = "trust_accountability"
_PAPERS = "verantwoording/stukken/"

urlpatterns = [
    path(_PAPERS, views.start, name="start"),
    path(f"{_PAPERS}register/", views.register, name="register"),
    path(f"{_PAPERS}register.csv", views.register_file, name="register_file"),
    path(f"{_PAPERS}dpia.pdf", views.dpia, name="dpia"),
    path(f"{_PAPERS}algoritmeregister.json", views.algorithm, name="algorithm"),
    path(f"{_PAPERS}vastleggen/<slug:kind>/", views.record, name="record"),
    path(f"{_PAPERS}vastleggen/<slug:kind>/<slug:partner>/", views.record, name="record_with"),
]
