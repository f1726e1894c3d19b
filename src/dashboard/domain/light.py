"""The traffic light of an indsats."""

from enum import StrEnum


class Light(StrEnum):
    """What a line shows for a month. Members stand worst first, the order of every list.

    A department reports red, yellow or green. NOT_REPORTED is a line in the plan without a light, DONE a line marked
    with X: neither of them is part of the shares.
    """

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    NOT_REPORTED = "not_reported"
    DONE = "done"

    @property
    def is_reported(self) -> bool:
        """Tell whether this is one of the three colours that a share is made of."""
        return self in (Light.RED, Light.YELLOW, Light.GREEN)


# The colours of the lights on the screen and in documents; nothing else may look like them.
COLOURS = {
    Light.RED: "#C8102E",
    Light.YELLOW: "#F5B700",
    Light.GREEN: "#00856F",
    Light.NOT_REPORTED: "#FFFFFF",
    Light.DONE: "#4A5A6A",
}


class Absence(StrEnum):
    """What a line is in a month that its scope was delivered for and that it does not stand in."""

    ABSENT = "absent"


ABSENT = Absence.ABSENT
State = Light | Absence
