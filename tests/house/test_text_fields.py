"""Every field in which somebody writes about people refuses a BSN and closes invisible signs (V19): it is a `Line` or
`Prose`. Any other field for text stands here, with why it needs neither."""

from collections.abc import Iterator

from django import forms
from django.urls import get_resolver

from baken.web.fields import Line, Prose
from tests.web.addresses import addresses

WITHOUT = {
    "account.AppCodeForm.code": "six digits, which are kept nowhere",
    "account.InvitationForm.code": "a code, which is kept nowhere",
    "account.NewPasskeyForm.name": "the name of one's own device",
    "account.ProveForm.code": "six digits, which are kept nowhere",
    "account.RecoveryForm.code": "a code, which is kept nowhere",
    "feedback.CodeForm.code": "a code, which is kept nowhere",
    "policy.FileForm.text": "a file of a policy, which is read strictly and holds nobody",
    "policy.SearchForm.woord": "what one looks for in a policy, which is kept nowhere",
    "programme.CarriedForm.rows": "what a table held, carried to the next page; its rows have fields of their own",
    "tenancy.JoinForm.code": "a code, which is kept nowhere",
    "tenancy.LogInForm.email": "the address with which one logs in",
    "trust.PaperForm.reference": "a case number, which may have nine digits",
    "trust.PaperForm.version": "the number of a version",
}
NOT_FREE = (Line, Prose, forms.EmailField, forms.URLField, forms.RegexField, forms.JSONField, forms.UUIDField)


def every(kind: type[forms.BaseForm]) -> Iterator[type[forms.BaseForm]]:
    for one in kind.__subclasses__():
        yield one
        yield from every(one)


def test_text_is_written_in_fields_that_look_at_it() -> None:
    assert get_resolver().url_patterns, "every form is imported by the pages that show it"
    assert len(list(addresses())) > 100
    found = set()
    for form in {one for one in every(forms.BaseForm) if one.__module__.startswith("baken.")}:
        for name, field in form.base_fields.items():  # type: ignore[attr-defined]
            secret = isinstance(field.widget, forms.HiddenInput | forms.PasswordInput)
            if isinstance(field, forms.CharField) and not isinstance(field, NOT_FREE) and not secret:
                found.add(f"{form.__module__.split('.')[1]}.{form.__qualname__}.{name}")
    assert sorted(found - set(WITHOUT)) == []
    assert sorted(set(WITHOUT) - found) == [], "these need no exception any more"
