"""Addresses of putting a signal on a table and recording what it decided."""

from django.urls import path

from baken.tables import views

app_name = "tables"
urlpatterns = [
    path("signalen/<uuid:signal>/overleg/", views.put_on_table, name="put_on_table"),
    path("signalen/<uuid:signal>/overleg/besluit/", views.record_decision, name="record_decision"),
]
