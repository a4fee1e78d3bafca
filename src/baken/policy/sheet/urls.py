"""Addresses of the route sheet, and of the contacts on it."""

from django.urls import path

from baken.policy.sheet import contact_views, views

urlpatterns = [
    path("beleid/meldroute/", views.sheet, name="sheet"),
    path("beleid/meldroute/contact/", contact_views.add, name="contact_add"),
    path("beleid/meldroute/contact/<uuid:contact>/", contact_views.change, name="contact"),
    path("beleid/meldroute/contact/<uuid:contact>/weg/", contact_views.remove, name="contact_remove"),
]
