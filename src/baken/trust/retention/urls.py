"""Where one sees what goes when, and approves what is destroyed."""

from django.urls import path

from baken.trust.retention import holding, views

app_name = "trust_retention"
_LIST = "verantwoording/bewaren/lijst/<uuid:list_id>/"
_SIGNAL = "verantwoording/bewaren/tegenhouden/<uuid:signal>/"
_CLIENT = "verantwoording/bewaren/tegenhouden/dossier/<uuid:client>/"

urlpatterns = [
    path("verantwoording/bewaren/", views.overview, name="overview"),
    path("verantwoording/bewaren/lijst/", views.draw_up, name="draw_up"),
    path(_LIST, views.one_list, name="list"),
    path(f"{_LIST}goedkeuren/", views.approve, name="approve"),
    path(f"{_LIST}intrekken/", views.withdraw, name="withdraw"),
    path(f"{_LIST}bewijs/", views.receipt, name="receipt"),
    path(_SIGNAL, holding.hold, name="hold"),
    path(f"{_SIGNAL}<uuid:hold>/", holding.end_hold, name="end_hold"),
    path(_CLIENT, holding.hold_client, name="hold_client"),
    path(f"{_CLIENT}<uuid:hold>/", holding.end_hold_client, name="end_hold_client"),
]
