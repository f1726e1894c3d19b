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


class Absence(StrEnum):
    """What a line is in a month that its scope was delivered for and that it does not stand in."""

    ABSENT = "absent"


ABSENT = Absence.ABSENT
State = Light | Absence
