"""Addresses to read a policy."""

from django.urls import path

from baken.policy.reading import views

urlpatterns = [path("beleid/", views.read, name="read")]
