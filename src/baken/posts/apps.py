"""Posts: their deputies, their keys, and how a key is recovered: as a Django app."""

from django.apps import AppConfig


class PostsConfig(AppConfig):
    """Posts: their deputies, their keys, and how a key is recovered."""

    name = "baken.posts"
    label = "posts"
    verbose_name = "Functies"
