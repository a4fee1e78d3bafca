"""Addresses of files with a signal."""

from django.urls import path

from baken.files import views

app_name = "files"
urlpatterns = [
    path("signalen/<uuid:signal>/bestand/", views.add, name="add"),
    path("signalen/<uuid:signal>/bestand/<int:number>/", views.copy, name="copy"),
]
