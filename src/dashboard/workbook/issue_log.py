"""What is wrong on one sheet, in the order in which it is met."""

from dataclasses import dataclass

from dashboard.domain.issue import Issue, issue


@dataclass(frozen=True)
class IssueLog:
    """Collects the issues of a sheet; a word that is unknown in forty rows is one thing to mend, and told once."""

    sheet: str
    issues: list[Issue]

    def tell(self, kind: str, cell: str, value: object = None, *, detail: str = "") -> None:
        """Note that something is wrong in a cell."""
        found = issue(kind, sheet=self.sheet, cell=cell, value=value, detail=detail)
        told = ((each.kind, each.value, each.sheet) for each in self.issues)
        if not kind.startswith("unknown-") or value is None or (kind, found.value, self.sheet) not in told:
            self.issues.append(found)
