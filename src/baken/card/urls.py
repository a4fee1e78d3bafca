"""Addresses of the signal card."""

from django.urls import path

from baken.card import views

app_name = "card"
urlpatterns = [
    path("signalenkaart/", views.choose, name="choose"),
    path("signalenkaart/<slug:slug>/", views.whole, name="whole"),
    path("signalenkaart/<slug:slug>/<slug:work>/", views.for_work, name="for_work"),
]
