"""``kill -9`` at random moments of a whole build: the old site or the new one is there, and the next build succeeds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from generator.build.verify import verify

from .site_copies import REPOSITORY
from .sizes import record_result, sized

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")

PRODUCTS = sized(55, 1200)
FILES = sized(250, 5000)
"""Files that the site has at least."""
KILLS, WHILE_PUBLISHING = sized(4, 50), sized(1, 10)
WORDS = ("高山", "雪山")
"""A word of most descriptions in the two versions of the site."""


@dataclass
class Victim:
    """A site in two versions, with builds that get killed."""

    folder: Path
    manifests: tuple[str, ...] = ()
    """Digest of the manifest of each version."""
    seconds: float = 0.0
    """How long a build from one version to the other takes."""

    @classmethod
    def open(cls, folder: Path) -> Victim:
        """Write a site of the benchmark's workload, build both versions, and leave the second one published."""
        command = [sys.executable, str(REPOSITORY / "benchmarks" / "workload.py"), str(PRODUCTS), str(folder)]
        subprocess.run(command, check=True)
        victim = cls(folder)
        manifests = []
        for version in (0, 1):
            victim.edit(version)
            start = time.monotonic()
            victim.build_on()
            victim.seconds = time.monotonic() - start
            manifests.append(verify(victim.out).manifest_sha256)
        victim.manifests = tuple(manifests)
        assert manifests[0] != manifests[1]
        return victim

    @property
    def out(self) -> Path:
        """The output folder."""
        return self.folder / "out"

    @property
    def idle_manifest(self) -> Path:
        """A file that a build takes away at first and brings back when it begins to publish."""
        return self.folder / ".out.idle" / "manifest.json"

    def edit(self, version: int) -> None:
        """Write the data of a version."""
        path = self.folder / "site" / "data" / "products.csv"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(WORDS[1 - version], WORDS[version]), encoding="utf-8")

    def start(self) -> subprocess.Popen[bytes]:
        """Start a build as an editor would."""
        command = [sys.executable, "-m", "generator", "build", str(self.folder / "site"), "--out", str(self.out)]
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
        return subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def build_on(self) -> None:
        """Build to the end, which must succeed at once."""
        process = self.start()
        told, _ = process.communicate()
        assert process.returncode == 0, told.decode("utf-8", "replace")

    def kill_after(self, seconds: float) -> bool:
        """Kill a build after a time; whether it was still running."""
        process = self.start()
        time.sleep(seconds)
        return _killed(process)

    def kill_while_publishing(self, seconds: float) -> bool:
        """Kill a build that long after it began to publish; whether it was still running."""
        process = self.start()
        _wait_while(process, self.idle_manifest.exists)
        _wait_while(process, lambda: not self.idle_manifest.exists())
        time.sleep(seconds)
        return _killed(process)

    def published(self) -> str:
        """Return the digest of what is published, after making sure that it is whole and nothing else lies there."""
        found = verify(self.out)
        assert found.whole
        assert not found.foreign
        return found.manifest_sha256


def _wait_while(process: subprocess.Popen[bytes] | None, holds: Callable[[], bool]) -> None:
    """Wait while something holds, but not longer than the process lives, and a minute at most."""
    end = time.monotonic() + 60
    while holds() and (process is None or process.poll() is None):
        assert time.monotonic() < end
        time.sleep(0.0005)


def _killed(process: subprocess.Popen[bytes]) -> bool:
    process.kill()
    process.communicate()
    return process.returncode == -signal.SIGKILL


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Victim:
    """The site that is killed again and again."""
    return Victim.open(tmp_path_factory.mktemp("killed"))


def test_a_killed_build_leaves_the_old_or_the_new_site(victim: Victim) -> None:
    """Killed anywhere, also while it publishes, a build leaves a whole site; the next one goes on at once."""
    assert verify(victim.out).listed >= FILES
    moments = Random(1)
    killed = published = tries = new = 0
    while killed < KILLS or published < WHILE_PUBLISHING:
        tries += 1
        assert tries <= 6 * KILLS, (killed, published)  # a machine that is busy at first has more that come too late
        version = 1 - victim.manifests.index(victim.published())
        victim.edit(version)
        if published < WHILE_PUBLISHING and tries % 2:
            was_running = victim.kill_while_publishing(moments.uniform(0, 0.01))
            published += was_running
        else:
            was_running = victim.kill_after(moments.uniform(0.05, victim.seconds))
        killed += was_running
        found = victim.published()
        assert found in victim.manifests
        new += found == victim.manifests[version]
        if tries % sized(3, 1) == 0:
            victim.build_on()
            assert victim.published() == victim.manifests[version]
    victim.build_on()
    assert victim.published() == victim.manifests[version]
    record_result(
        "killed",
        killed,
        f"kills of a build of {verify(victim.out).listed} files, {published} of them while publishing",
        f"always whole: {new} × the new site, {tries - new} × the old",
    )


def test_a_build_killed_while_the_frame_is_made_leaves_no_rubbish(victim: Victim) -> None:
    """The old site stays; the engine's working folder is taken away by a later build, once it is old enough."""
    before = victim.published()
    config = victim.folder / "site" / "site_config.yml"
    kept = config.read_text(encoding="utf-8")
    cache = victim.folder / "site" / ".shanhuo" / "cache"
    config.write_text(kept.replace("title: ", "title: 另名", 1), encoding="utf-8")
    process = victim.start()
    _wait_while(process, lambda: not list(cache.glob("frame-*")))
    time.sleep(0.2)
    assert _killed(process)
    assert victim.published() == before
    left = list(cache.glob("frame-*"))
    assert left
    for folder in left:
        # The engine itself was not killed and goes on for a moment.
        _wait_while(None, lambda folder=folder: not (folder / "built").is_dir())
        os.utime(folder, (0, 0))
    victim.build_on()
    assert not list(cache.glob("frame-*"))
    config.write_text(kept, encoding="utf-8")
    victim.build_on()
    assert victim.published() == before
