"""Looks single sign-on over, for `baken doctor`: the file, a second step, and whether each provider answers as one."""

from collections.abc import Iterator, Mapping

from baken.account.single_sign_on import discovery, settings_file
from baken.account.single_sign_on.discovery import Unreachable
from baken.account.single_sign_on.settings_file import WrongFile


def troubles(environ: Mapping[str, str]) -> Iterator[str]:
    """Everything that is wrong, each with what to do; nothing where nobody set it up."""
    try:
        found = settings_file.providers(environ)
    except WrongFile as wrong:
        yield from (f"{line} See docs/how-to/single-sign-on.md." for line in wrong.lines)
        return
    for slug, provider in found.items():
        if not provider.entry.demand.second_step and provider.entry.second_step == "demanded":
            yield (
                f"{slug}: a password alone would do at this provider, for all that Baken knows. Write what it must "
                "say of the second step under `demand`, such as amr: [mfa]; or, where it asks a second step of "
                "everybody for Baken and cannot say so, second_step: by_provider."
            )
        try:
            about = discovery.metadata(provider.entry.issuer)
            if not discovery.keys(about.issuer):
                yield f"{slug}: the provider shows no key to check its signature with. Ask who manages it."
        except Unreachable as why:
            yield (
                f"{slug}: {provider.entry.issuer} is no provider that Baken can use: {why}. "
                "Look at `issuer`, and whether this server may reach it."
            )
