"""Where client files live. What this room records lies under `dossier/`: other parts have addresses beside it."""

from django.urls import path

from baken.care.clients import views
from baken.care.clients.acts import ACTS

app_name = "care_clients"
_ONE = "clienten/<uuid:client>/"

urlpatterns = [
    path("clienten/", views.clients_page, name="caseload"),
    path("clienten/openen/", views.open_, name="open"),
    path("meldingen/<uuid:notification>/clienten/", views.open_from, name="open_from"),
    path(_ONE, views.client, name="client"),
    *(
        path(
            f"{_ONE}dossier/{one.slug}/{'<uuid:part>/' if one.part else ''}",
            views.act,
            {"act": name},
            name=name,
        )
        for name, one in ACTS.items()
    ),
]
