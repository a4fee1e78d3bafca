"""What the models say of their keys: the sentence below each key. Read from the source, so that nobody else pays."""

import ast
import inspect
import textwrap
from functools import cache

from baken.core.policy.base import Model


@cache
def meanings(model: type[Model]) -> dict[str, str]:
    """Return what each key of a model means, also those it has from the models it is made of."""
    found: dict[str, str] = {}
    for layer in reversed(model.__mro__):
        if issubclass(layer, Model) and layer is not Model:
            found.update(_own(layer))
    return found


def _own(model: type[Model]) -> dict[str, str]:
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    for key, said in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(key, ast.AnnAssign)
            and isinstance(key.target, ast.Name)
            and isinstance(said, ast.Expr)
            and isinstance(said.value, ast.Constant)
            and isinstance(said.value.value, str)
        ):
            found[key.target.id] = said.value.value
    return found
