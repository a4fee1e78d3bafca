"""What the parts of care share: as a Django app, so that its sentences have their English beside them."""

from django.apps import AppConfig


class CareCommonConfig(AppConfig):
    """What the parts of care share."""

    name = "baken.care.common"
    label = "care_common"
    verbose_name = "Zorg"
