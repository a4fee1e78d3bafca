"""Addresses: meetings with a rhythm."""

from django.urls import URLPattern

app_name = "programme_meetings"

urlpatterns: list[URLPattern] = []
