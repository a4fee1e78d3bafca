"""Addresses of single sign-on. Each organisation has its own way back, so that no provider answers for another."""

from django.urls import path

from baken.account.single_sign_on import views

app_name = "single_sign_on"
urlpatterns = [
    path("inloggen/organisatie/", views.door, name="door"),
    path("inloggen/organisatie/<slug:slug>/", views.leave, name="leave"),
    path("inloggen/organisatie/<slug:slug>/terug/", views.back, name="back"),
    path("inloggen/mislukt/", views.failed, name="failed"),
    path("uitgelogd/", views.left, name="left"),
]
