"""Addresses: flanking policies, documents and budget."""

from django.urls import URLPattern

app_name = "programme_papers"

urlpatterns: list[URLPattern] = []
