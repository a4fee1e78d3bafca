"""Logging out, the vault, and which organisation one works for."""

from django.urls import path

from baken.tenancy import views

app_name = "tenancy"
urlpatterns = [
    path("uitloggen/", views.log_out, name="logout"),
    path("organisatie/", views.choose, name="choose"),
    path("kluis/", views.vault, name="vault"),
    path("kluis/sluiten/", views.close_vault, name="vault_close"),
    path("kluis/sleutel-geven/", views.give_key, name="vault_give"),
]
