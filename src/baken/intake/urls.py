"""Addresses of reporting."""

from django.urls import path

from baken.intake import views

urlpatterns = [
    path("melden/", views.choose, name="choose"),
    path("melden/<slug:slug>/", views.report, name="report"),
    path("werk/invoeren/", views.enter, name="enter"),
]
