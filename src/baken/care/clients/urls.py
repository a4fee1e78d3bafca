"""Where client files live. What this room records lies under `dossier/`: other parts have addresses beside it."""

from django.urls import path

from baken.care.clients import views

app_name = "care_clients"
_ONE = "clienten/<uuid:client>/"

urlpatterns = [
    path("clienten/", views.clients_page, name="caseload"),
    path("clienten/openen/", views.open_, name="open"),
    path("meldingen/<uuid:notification>/clienten/", views.open_from, name="open_from"),
    path(_ONE, views.client, name="client"),
    path(f"{_ONE}dossier/<slug:act>/", views.act, name="act"),
    path(f"{_ONE}dossier/<slug:act>/<uuid:part>/", views.act_on, name="act_on"),
]
