"""Addresses of this room."""

from django.urls import path

from baken.trust.emergency import views

app_name = "trust_emergency"
urlpatterns = [
    path("verantwoording/noodtoegang/", views.overview, name="overview"),
    path("verantwoording/noodtoegang/nemen/", views.take, name="take"),
    path("verantwoording/noodtoegang/stoppen/", views.end, name="end"),
]
