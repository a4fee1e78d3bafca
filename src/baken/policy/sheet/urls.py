"""The address of the route sheet."""

from django.urls import path

from baken.policy.sheet import views

urlpatterns = [path("beleid/meldroute/", views.sheet, name="sheet")]
