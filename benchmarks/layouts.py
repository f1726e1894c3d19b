"""How many layouts the reader reads, asks about, and reads wrongly without a word.

    python benchmarks/layouts.py [--seeds 2000] [--first 0] [--show]
    python benchmarks/layouts.py --features month_bars,done_dates [--seeds 50] [--show]
    python benchmarks/layouts.py --write SEED PATH

Both shares are printed; --show lists the seeds that were asked about or wrong with their features, and which features
they have most often. --features gives each workbook just these oddities. --write makes the workbook of one seed and
tells what is right in it; with --features it has those.
"""

import argparse
import multiprocessing
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from layouts.layout import make_layout
from layouts.outcome import Outcome, Verdict, judge

Judged = tuple[int, tuple[str, ...], bool, Outcome]


def judged(seed: int, features: Sequence[str] | None = None) -> Judged:
    """Make the layout of a seed and judge how it is read; a fault of the reader is wrong as well."""
    layout = make_layout(seed, features)
    try:
        outcome = judge(layout)
    except Exception as error:
        outcome = Outcome(Verdict.WRONG, (f"stopped: {error!r}",))
    return seed, layout.features, bool(layout.doubts), outcome


def write(seed: int, path: Path, features: Sequence[str] | None) -> None:
    """Write the workbook of a seed, and tell what it is made of, what is right and how it was read."""
    layout = make_layout(seed, features)
    path.write_bytes(layout.content)
    print(f"{layout.name}, {layout.month}: {', '.join(layout.features) or 'nothing odd'}")
    for doubt in layout.doubts:
        print(f"  must ask: {doubt}")
    for line in layout.lines:
        print(f"  {line.light:13} {line.titles[0]}{' (may be told once)' if line.optional else ''}")
    _, _, _, outcome = judged(seed, features)
    print(outcome.verdict, *outcome.reasons, sep="\n  ")


def show(results: list[Judged], verdict: Verdict) -> None:
    """List the layouts with a verdict, and the features they have, the most frequent first."""
    of_it = [(seed, features, outcome) for seed, features, doubtful, outcome in results if outcome.verdict is verdict]
    everywhere = Counter(feature for _, features, _, _ in results for feature in features)
    seeds: dict[str, list[int]] = defaultdict(list)
    for seed, features, _ in of_it:
        for feature in features:
            seeds[feature].append(seed)
    print(f"\n{verdict}: {len(of_it)}")
    for feature, found in sorted(seeds.items(), key=lambda item: -len(item[1])):
        print(f"  {len(found):4} of {everywhere[feature]:4}  {feature:24} {', '.join(map(str, found[:8]))}")
    for seed, features, outcome in of_it:
        print(f"  {seed}: {', '.join(features)} -- {'; '.join(outcome.reasons[:3])}")


def main() -> None:
    """Judge many layouts, on every core, and print the shares."""
    options = argparse.ArgumentParser()
    options.add_argument("--seeds", type=int, default=2000)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--processes", type=int, default=None)
    options.add_argument("--show", action="store_true")
    options.add_argument("--features", type=lambda text: text.split(","))
    options.add_argument("--write", nargs=2, metavar=("SEED", "PATH"))
    given = options.parse_args()
    if given.write:
        write(int(given.write[0]), Path(given.write[1]), given.features)
        return
    with multiprocessing.Pool(given.processes) as pool:
        seeds = range(given.first, given.first + given.seeds)
        results = list(pool.imap(partial(judged, features=given.features), seeds, chunksize=10))
    counted = Counter(outcome.verdict for *_, outcome in results)
    doubtful = sum(doubt for _, _, doubt, _ in results)
    if given.show:
        for verdict in (Verdict.ASKED, Verdict.WRONG):
            show(results, verdict)
    print(f"\n{len(results)} layouts, {doubtful} of them ({doubtful / len(results):.1%}) must be asked about")
    for verdict in Verdict:
        print(f"  {verdict:6} {counted[verdict]:5}  {counted[verdict] / len(results):6.1%}")


if __name__ == "__main__":
    main()
