"""Addresses of the year on one page, as the plan includes them."""

from django.urls import path

from baken.programme.plan.year import views

urlpatterns = [
    path("programma/jaarplanning/", views.year, name="year"),
    path("programma/jaarplanning/pdf/", views.year_sheet, name="year_sheet"),
]
