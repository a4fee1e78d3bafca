"""`baken policy ...`: what can be done with policies on the command line. All but `adopt` need no database."""

import click

from baken.project import policy_adopt, policy_check, policy_diff, policy_draw, policy_new


@click.group()
def policy() -> None:
    """Check, compare, draw, start and adopt policies."""


policy.add_command(policy_check.check)
policy.add_command(policy_new.new)
policy.add_command(policy_diff.diff)
policy.add_command(policy_draw.draw)
policy.add_command(policy_adopt.adopt)
