"""In which form records of a standard go to another organisation."""

from collections.abc import Mapping

from baken.core.vocabulary.text import Text

FORMS: Mapping[str, Text] = {
    "excel": Text("een Excel-bestand", "an Excel file"),
    "csv": Text("CSV, voor een ander systeem", "CSV, for another system"),
    "template": Text("het sjabloon van IOM", "the template of IOM"),
    "template_lists": Text(
        "het sjabloon van IOM met keuzelijsten (één waarde per cel)",
        "the template of IOM with lists (one value per cell)",
    ),
}
