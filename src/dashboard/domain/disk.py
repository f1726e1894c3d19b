"""Why the operating system refuses a file, in Danish: its own words are English on most machines."""

import errno

REASONS = {
    errno.ENOENT: "findes ikke",
    errno.EACCES: "der er ikke adgang til den",
    errno.EPERM: "der er ikke adgang til den",
    errno.EISDIR: "det er en mappe",
    errno.ENOTDIR: "en del af stien er ikke en mappe",
    errno.EEXIST: "findes allerede",
    errno.ENOSPC: "der er ikke plads på drevet",
    errno.EDQUOT: "der er ikke mere plads til denne bruger",
    errno.EFBIG: "filen ville blive for stor",
    errno.EIO: "drevet svarer med en fejl",
    errno.EROFS: "drevet kan kun læses",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.EBUSY: "den bruges af et andet program",
}


def why_not(error: OSError) -> str:
    """Say why a file could not be used."""
    return REASONS.get(error.errno or 0, f"styresystemet siger nej (kode {error.errno})")
