"""Addresses of the programme out and in, as the plan includes them."""

from django.urls import path

from baken.programme.plan.exchange import incoming, views

urlpatterns = [
    path("programma/uitvoering/<uuid:edition>/uit/excel/", views.excel, name="excel"),
    path("programma/uitvoering/<uuid:edition>/uit/word/", views.word, name="word"),
    path("programma/uitvoering/<uuid:edition>/uit/agenda/", views.agenda, name="agenda"),
    path("programma/uitvoering/in/", incoming.look, name="bring_in"),
    path("programma/uitvoering/in/overnemen/", incoming.take, name="take_in"),
]
