"""What can go wrong on a machine, told to the person at the keyboard: what, and what to do."""

import errno


class Trouble(Exception):
    """A sentence that says what is wrong and what to do; the command line prints it and stops."""

    def __init__(self, sentence: str, *, code: int = 1) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


def full_disk(doing: str) -> Trouble:
    """This function will say that the disk is full."""
    return Trouble(f"The disk is full while {doing}. Free some space and start again; nothing was lost.")


def told(error: OSError, doing: str) -> Trouble:
    """This function will turn an error of the machine into a sentence, a full disk first of all."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return full_disk(doing)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        where = f" ({error.filename})" if error.filename else ""
        return Trouble(
            f"This user may not write{where} while {doing}. "
            "Run as the user who owns the folder, or point BAKEN_STATE to a folder of your own."
        )
    where = f" ({error.filename})" if error.filename else ""
    return Trouble(f"The machine refused while {doing}: {error.strerror or type(error).__name__}{where}.")
