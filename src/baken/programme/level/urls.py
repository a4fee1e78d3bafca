"""Addresses: the basic level: what it asks, and where the organisation stands."""

from django.urls import path

from baken.programme.level import views

app_name = "programme_level"

urlpatterns = [
    path("programma/basisniveau/", views.overview, name="overview"),
    path("programma/basisniveau/blad/", views.sheet, name="sheet"),
    path("programma/basisniveau/criterium/<slug:slug>/", views.criterion, name="criterion"),
    path("programma/basisniveau/criterium/<slug:slug>/bekijken/", views.assess, name="assess"),
    path("programma/basisniveau/criterium/<slug:slug>/actie/", views.follow_up, name="follow_up"),
]
