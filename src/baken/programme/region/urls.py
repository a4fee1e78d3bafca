"""Addresses: regions: what members release to each other."""

from django.urls import path

from baken.programme.region import views

app_name = "programme_region"

urlpatterns = [
    path("programma/regio/", views.overview, name="overview"),
    path("programma/regio/<slug:slug>/", views.region, name="region"),
    path("programma/regio/<slug:slug>/ontvangen/<uuid:release>/", views.received, name="received"),
    path("programma/regio/<slug:slug>/delen/", views.choose, name="choose"),
    path("programma/regio/<slug:slug>/delen/<slug:kind>/<slug:about>/", views.look, name="look"),
    path("programma/regio/<slug:slug>/terugnemen/<slug:kind>/<slug:about>/", views.withdraw, name="withdraw"),
]
