"""`baken policy ...`: what can be done with policies on the command line. Needs no database."""

import click

from baken.project import policy_check, policy_diff, policy_draw, policy_new


@click.group()
def policy() -> None:
    """Check policies."""


policy.add_command(policy_check.check)
policy.add_command(policy_new.new)
policy.add_command(policy_diff.diff)
policy.add_command(policy_draw.draw)
