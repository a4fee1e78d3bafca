"""What is asked of whoever adds a file to a signal."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.core.decide.files import must_be_allowed
from baken.core.decide.refusal import Refused
from baken.core.vocabulary.files import FILE_KINDS, MEDIA, NEVER
from baken.files.apart import NotTaken, Taken, taken
from baken.web.acting import words_field
from baken.web.asking import CarefulForm
from baken.web.choices import Choice
from baken.web.fields import said


class FileForm(CarefulForm):
    """One file: what it is, why it is needed, and the file itself. A name that was sent along is not looked at."""

    kind = forms.ChoiceField(label=gettext_lazy("Wat is het?"), widget=forms.RadioSelect)
    reason = words_field(
        gettext_lazy("Waarom is dit bestand nodig?"),
        gettext_lazy("Wat laat het zien dat u niet kunt opschrijven?"),
    )
    sent = forms.FileField(
        label=gettext_lazy("Welk bestand?"),
        help_text=gettext_lazy("Een foto (JPEG of PNG) of een PDF, hoogstens 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.pdf"}),
        max_length=None,
        error_messages={
            "required": gettext_lazy("Kies een bestand."),
            "empty": gettext_lazy("Dit bestand is leeg. Kies een ander bestand."),
        },
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        switch = self.file.bundle.files
        here = switch.kinds if switch else ()
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            *((kind, Choice(capfirst(said(FILE_KINDS[kind])))) for kind in here),
            *(
                (kind, Choice(capfirst(said(words)), _("Dit bewaart Baken nooit.")))
                for kind, words in NEVER.items()
            ),
        ]
        self.fields["sent"] = self.fields.pop("sent")

    def clean_kind(self) -> str:
        """Say why a copy of a paper or a message is never kept."""
        kind: str = self.cleaned_data["kind"]
        try:
            must_be_allowed(self.file.bundle.files, kind)
        except Refused as refused:
            raise ValidationError(" ".join(said(one) for one in (refused.why, refused.do))) from refused
        return kind

    def clean(self) -> dict[str, Any]:
        """Have the file taken apart once everything else is right; a file that cannot be, is not kept at all."""
        given = super().clean()
        sent = given.pop("sent", None)
        if self.errors or sent is None:
            if sent is not None:
                self.add_error(
                    "sent", _("Kies het bestand opnieuw; uw browser stuurt het niet vanzelf nog eens mee.")
                )
            return given
        try:
            file: Taken = taken(sent.read())
        except NotTaken as refused:
            self.add_error("sent", said(refused.why))
            return given
        if file.media not in MEDIA[given["kind"]]:
            self.add_error(
                "sent", _("Dit is een PDF en geen foto. Kies hierboven ‘Een document’, of een foto.")
            )
        return {**given, "sent": file}
