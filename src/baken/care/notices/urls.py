"""Where CoMensha is notified and the municipality is told."""

from django.urls import path

from baken.care.notices import views

app_name = "care_notices"
_ONE = "clienten/<uuid:client>/"

urlpatterns = [
    path(f"{_ONE}comensha/", views.comensha, name="comensha"),
    path(f"{_ONE}comensha/klaarmaken/", views.prepare, name="prepare"),
    path(f"{_ONE}comensha/gemeld/", views.notified, name="notified"),
    path(f"{_ONE}comensha/document/", views.document, name="document"),
    path(f"{_ONE}bericht/", views.tell, name="tell"),
]
