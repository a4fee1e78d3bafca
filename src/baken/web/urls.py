"""The front door: landing, the promise about data, and the language."""

from django.urls import path

from baken.web import views

urlpatterns = [
    path("", views.landing, name="landing"),
    path("privacy/", views.privacy, name="privacy"),
    path("taal/", views.language, name="language"),
]
