"""Where a client stays, which municipality is responsible, and moving to another coordinator: as a Django app."""

from django.apps import AppConfig


class CarePlacingConfig(AppConfig):
    """Where a client stays, which municipality is responsible, and moving to another coordinator."""

    name = "baken.care.placing"
    label = "care_placing"
    verbose_name = "Opvang en overdracht"

    def ready(self) -> None:
        """Put the parts on a client's page, and let the answer to a transfer find its way back into the file."""
        from baken.care.common import panels as page
        from baken.care.placing import panels, transferring
        from baken.ledger import answering

        for part, order in panels.PARTS:
            page.add(f"placing.{part.__name__}", part, order=order)
        answering.WAYS[transferring.LOCATOR] = transferring.into_the_file
