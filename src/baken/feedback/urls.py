"""Addresses of the answer to a reporter."""

from django.urls import path

from baken.feedback import views

urlpatterns = [
    path("terugkoppeling/", views.answer_page, name="answer"),
    path("terugkoppeling/mail/", views.notify, name="notify"),
    path("signalen/<uuid:signal>/antwoord/", views.tell, name="tell"),
]
