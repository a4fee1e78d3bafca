"""Address of the figures."""

from django.urls import path

from baken.monitor import views

app_name = "monitor"
urlpatterns = [path("cijfers/", views.figures, name="figures")]
