"""Addresses of weighing, consulting and the trusted person."""

from django.urls import path

from baken.enrich import views

app_name = "enrich"
urlpatterns = [
    path("signalen/<uuid:signal>/wegen/", views.weigh, name="weigh"),
    path("signalen/<uuid:signal>/bron/", views.consult, name="consult"),
    path("signalen/<uuid:signal>/vertrouwenspersoon/", views.trusted_person, name="trusted_person"),
]
