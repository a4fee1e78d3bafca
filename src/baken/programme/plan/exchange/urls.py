"""Addresses of the programme out and in, as the plan includes them."""

from django.urls import path

from baken.programme.plan.exchange import views

urlpatterns = [
    path("programma/uitvoering/<uuid:edition>/uit/excel/", views.excel, name="excel"),
    path("programma/uitvoering/<uuid:edition>/uit/word/", views.word, name="word"),
    path("programma/uitvoering/<uuid:edition>/uit/agenda/", views.agenda, name="agenda"),
]
