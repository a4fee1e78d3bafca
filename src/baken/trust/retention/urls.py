"""Where one sees what goes when, and approves what is destroyed."""

from django.urls import path

from baken.trust.retention import views

app_name = "trust_retention"
_LIST = "verantwoording/bewaren/lijst/<uuid:list_id>/"
_SIGNAL = "verantwoording/bewaren/tegenhouden/<uuid:signal>/"

urlpatterns = [
    path("verantwoording/bewaren/", views.overview, name="overview"),
    path("verantwoording/bewaren/lijst/", views.draw_up, name="draw_up"),
    path(_LIST, views.one_list, name="list"),
    path(f"{_LIST}goedkeuren/", views.approve, name="approve"),
    path(f"{_LIST}intrekken/", views.withdraw, name="withdraw"),
    path(f"{_LIST}bewijs/", views.receipt, name="receipt"),
    path(_SIGNAL, views.hold, name="hold"),
    path(f"{_SIGNAL}<uuid:hold>/", views.end_hold, name="end_hold"),
]
