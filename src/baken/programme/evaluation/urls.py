"""Addresses: evaluation: questions, a frozen data set, findings, decisions."""

from django.urls import URLPattern

app_name = "programme_evaluation"

urlpatterns: list[URLPattern] = []
