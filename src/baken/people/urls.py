"""Addresses of this room."""

from django.urls import path

from baken.people import reviewing, views

app_name = "people"
urlpatterns = [
    path("mensen/", views.members, name="members"),
    path("mensen/toevoegen/", views.add, name="add"),
    path("mensen/controle/", reviewing.review, name="review"),
    path("mensen/rechten/", reviewing.report, name="report"),
    path("mensen/rechten.pdf", reviewing.report_pdf, name="report_pdf"),
    path("mensen/<uuid:membership>/", views.member, name="member"),
    path("mensen/<uuid:membership>/rollen/", views.roles, name="roles"),
    path("mensen/<uuid:membership>/uitnodigen/", views.invite, name="invite"),
    path("mensen/<uuid:membership>/opnieuw/", views.anew, name="anew"),
    path("mensen/<uuid:membership>/functie/", views.seat, name="seat"),
    path("mensen/<uuid:membership>/vertrek/", views.leave, name="leave"),
]
