"""Addresses of supervision: where it begins, and the read log."""

from django.urls import path

from baken.trust.log import views

app_name = "trust_log"
_LOG = "verantwoording/logboek/"

urlpatterns = [
    path("verantwoording/", views.start, name="start"),
    path(_LOG, views.log, name="log"),
    path(f"{_LOG}vragen/", views.questions, name="questions"),
    path(f"{_LOG}steekproef/", views.sample, name="sample"),
    path(f"{_LOG}controle/", views.check, name="check"),
    path(f"{_LOG}uitvoeren/", views.export, name="export"),
    path(f"{_LOG}<int:number>/", views.entry, name="entry"),
]
