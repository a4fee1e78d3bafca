"""Addresses to try a policy on one's own past signals."""

from django.urls import path

from baken.policy.whatif import views

urlpatterns = [
    path("beleid/ontwerp/<uuid:draft>/wat-als/", views.draft, name="what_if"),
    path("beleid/wat-als/", views.other, name="what_if_other"),
]
