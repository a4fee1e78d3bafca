"""Addresses of exchange: records out, records in, and the empty template of the standard."""

from django.urls import path

from baken.care.exchange import views

app_name = "care_exchange"

urlpatterns = [
    path("clienten/uitwisselen/", views.overview, name="overview"),
    path("clienten/uitwisselen/geven/", views.give, name="give"),
    path("clienten/uitwisselen/overnemen/", views.look, name="look"),
    path("clienten/uitwisselen/overnemen/maken/", views.take, name="take"),
    path("clienten/uitwisselen/sjabloon/", views.template, name="template"),
]
