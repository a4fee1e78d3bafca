"""Addresses to put a policy into use."""

from django.urls import URLPattern, path

from baken.policy.adopting import views

urlpatterns: list[URLPattern] = [
    path("beleid/ontwerp/<uuid:draft>/controle/", views.check, name="check"),
    path("beleid/voorstel/", views.proposal, name="proposal"),
    path("beleid/voorstel/terugsturen/", views.send_back, name="send_back"),
]
