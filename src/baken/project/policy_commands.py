"""`baken policy ...`: what can be done with policies on the command line. Needs no database."""

import click

from baken.project import policy_check


@click.group()
def policy() -> None:
    """Check policies."""


policy.add_command(policy_check.check)
