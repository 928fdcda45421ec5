"""
Measures a display of 2,000 products in Chromium and writes ``benchmarks/guide.md``.

    python benchmarks/guide.py [--products N] [--events N]

From the event of a sensor to the first paint of the item's name, as the browser itself tells it (Element Timing), over
500 lifts in random order, the display opened from a folder of files.  Ends with 1 where the 95th percentile is above
its limit, a lift shows the wrong thing, or the page logs anything.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

from browser import launch  # noqa: E402
from guide.displays import Screen, address_of, screen  # noqa: E402
from workload import make_workload  # noqa: E402
from workload_site import write_site  # noqa: E402

from generator.build import Options, build  # noqa: E402

LIMIT = 100
"""Milliseconds that the 95th percentile may take (issue: from sensor event to first paint)."""
_SEED = 20261129
_DISPLAY = "all"
_MEASURE = """
async (lifts) => {
  let painted = null;
  new PerformanceObserver((list) => list.getEntries().forEach((each) => painted && painted(each)))
    .observe({ type: 'element', buffered: false });
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const times = [], wrong = [];
  for (const [sensor, product] of lifts) {
    const began = performance.now();
    const seen = new Promise((done) => { painted = (each) => done(each.renderTime || each.startTime); });
    shanhuo.senses.emit({ type: 'lift', sensor });
    times.push(await seen - began);
    const shown = document.querySelector('.sh-g-screen:not([hidden]) .sh-g-item');
    if (!shown || shown.getAttribute('data-product') !== product) wrong.push(product);
    painted = null;
    shanhuo.senses.emit({ type: 'return', sensor });
    shanhuo.screen.happen({ type: 'back' });
    for (let n = 0; n < 3; n += 1) await frame();
    await new Promise((done) => setTimeout(done, 420));
  }
  return { times, wrong };
}
"""


def main() -> int:
    """Measure; return 1 where a limit is broken."""
    parser = argparse.ArgumentParser(description="Measure a display.")
    parser.add_argument("--products", type=int, default=2000)
    parser.add_argument("--events", type=int, default=500)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = built(Path(folder), arguments.products)
        with launch() as browser, screen(browser, runs=True) as (seen, _):
            seen.open(address_of(out, display=_DISPLAY))
            slots = seen.page.evaluate("shanhuo.display.slots")
            chance = random.Random(_SEED)
            lifts = [(slot["sensor"], slot["product"]) for slot in chance.choices(slots, k=arguments.events)]
            told = seen.page.evaluate(_MEASURE, lifts)
            faults = list(seen.faults)
            held = held_by(seen)
    return write(told["times"], told["wrong"], faults, arguments.products, held)


def built(folder: Path, products: int) -> Path:
    """Build the workload with a display that has a slot for each product; return the published folder."""
    site = folder / "site"
    workload = make_workload(products)
    write_site(workload, site, as_yaml=False)
    settings = site / "site_config.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("surfaces: [portal, shelf]", "surfaces: [shelf, guide]"), encoding="utf-8")
    data = site / "data"
    (data / "displays.csv").write_text(f"编号,名称,版式,输入设备\n{_DISPLAY},全部产品,横屏,触摸\n", encoding="utf-8")
    names = [product.slug for product in workload.products]
    rows = [f"{_DISPLAY},{number},{name},W{number},\n" for number, name in enumerate(names, start=1)]
    (data / "display_slots.csv").write_text("导购屏,货位,产品,感应器,标签号\n" + "".join(rows), encoding="utf-8")
    return build(Options(site, out=folder / "out")).out


def held_by(seen: Screen) -> float:
    """Return the megabytes of the page's heap, after what is not used was let go."""
    probe: Any = seen.page.context.new_cdp_session(seen.page)
    probe.send("HeapProfiler.collectGarbage")
    return float(probe.send("Runtime.getHeapUsage")["usedSize"]) / 1e6


def write(times: Sequence[float], wrong: Sequence[str], faults: Sequence[str], products: int, held: float) -> int:
    """Write the table; return 1 where a limit is broken."""
    ranked = sorted(times)
    at = {name: ranked[min(len(ranked) - 1, int(len(ranked) * share))] for name, share in _SHARES.items()}
    holds = at["95th percentile"] <= LIMIT and not wrong and not faults
    where = f"{platform.system()} {platform.release()}, Python {platform.python_version()}, {os.cpu_count()} cores"
    found = f"{len(wrong)} wrong things shown, {len(faults)} messages in the console"
    lines = [
        "# Guide",
        "",
        f"Made by `python benchmarks/guide.py`: {products:,} products, {len(times):,} lifts in random order.",
        "",
        f"{datetime.now(UTC).date()}. {where}.",
        "",
        "From the sensor's event to the first paint of the item's name, as Chromium tells it (Element Timing):",
        "",
        "| | measured | allowed |",
        "| --- | --- | --- |",
        *(
            f"| {name} | {value:.0f} ms | {f'{LIMIT} ms' if name == '95th percentile' else ''} |"
            for name, value in at.items()
        ),
        "",
        f"{'Holds' if holds else '**Broken**'}: {found}; the page's heap holds {held:.0f} MB.",
        "",
    ]
    (HERE / "guide.md").write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))
    return 0 if holds else 1


_SHARES = {"median": 0.5, "95th percentile": 0.95, "99th percentile": 0.99, "largest": 1.0}


if __name__ == "__main__":
    sys.exit(main())
