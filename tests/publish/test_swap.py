from __future__ import annotations

import errno
import fcntl
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from site_publisher import publish_site, write_site

from briefsmith.publish import disk, swap
from briefsmith.publish.inventory import fingerprint
from briefsmith.publish.swap import PublishError, Staging, TargetBusy, recover


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A published site that says `old`, alone in its folder."""
    target = tmp_path / "www" / "site"
    publish_site(target, "old")
    return target


@pytest.fixture(params=["exchange", "renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways in which two folders change places."""
    if request.param == "renames":
        monkeypatch.setattr(disk, "exchange", lambda *_: False)
    return str(request.param)


def words(target: Path) -> set[str]:
    """What the pages of a site say: one word where it is whole."""
    return {page.read_text("utf-8").split("<main>")[1].split("<")[0].split()[0] for page in target.rglob("*.html")}


def beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


def test_new_site_takes_the_place_of_the_old(target: Path, way: str) -> None:
    """After `publish` the target is the new site byte for byte, and nothing is left beside it."""
    with Staging.open(target) as staging:
        write_site(staging.folder, "new")
        (staging.folder / "only-new.html").write_text("<main>new</main>")
        built = fingerprint(staging.folder)
        staging.publish()
    assert fingerprint(target) == built
    assert beside(target) == ["site"]


def test_first_site_needs_no_target(tmp_path: Path, way: str) -> None:
    """A target that is not there yet is made, with its parents."""
    publish_site(tmp_path / "a" / "b" / "site", "new")
    assert words(tmp_path / "a" / "b" / "site") == {"new"}


def test_empty_folder_is_replaced(tmp_path: Path, way: str) -> None:
    """An empty folder is a target like a missing one."""
    (tmp_path / "site").mkdir()
    publish_site(tmp_path / "site", "new")
    assert words(tmp_path / "site") == {"new"}


def test_leaving_without_publishing_changes_nothing(target: Path) -> None:
    """A build that fails leaves the old site and no traces."""
    before = fingerprint(target)

    def build() -> None:
        with Staging.open(target) as staging:
            write_site(staging.folder, "new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        build()
    assert fingerprint(target) == before
    assert beside(target) == ["site"]


def test_staging_lies_beside_the_target(target: Path) -> None:
    """The staging folder is empty, hidden, and a sibling of the target, so that a rename can bring it there."""
    with Staging.open(target) as staging:
        assert staging.folder.parent == target.parent
        assert staging.folder.name.startswith(".site.staging-")
        assert not list(staging.folder.iterdir())


def test_staging_serves_once(target: Path) -> None:
    """Publishing twice is a mistake of the caller."""
    with Staging.open(target) as staging:
        write_site(staging.folder, "new")
        staging.publish()
        with pytest.raises(RuntimeError):
            staging.publish()
        staging.discard()
    assert words(target) == {"new"}


def test_relative_target_stays_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative target is settled at `open`: a later change of the working folder does not move it."""
    (tmp_path / "one").mkdir()
    monkeypatch.chdir(tmp_path / "one")
    with Staging.open(Path("../site")) as staging:
        monkeypatch.chdir("/")
        write_site(staging.folder, "new")
        staging.publish()
    assert words(tmp_path / "site") == {"new"}


@pytest.mark.parametrize("mode", [0o755, 0o750, 0o2775, 0o700, 0o555])
def test_permission_bits_stay(target: Path, way: str, mode: int) -> None:
    """The new site's folder has the mode of the old one, and the staging folder is writable meanwhile."""
    target.chmod(mode)
    with Staging.open(target) as staging:
        assert staging.folder.stat().st_mode & stat.S_IRWXU == stat.S_IRWXU
        write_site(staging.folder, "new")
        staging.publish()
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert beside(target) == ["site"]
    target.chmod(0o755)


def test_group_stays(target: Path) -> None:
    """What is built belongs to the group of the old site."""
    mine = 4711 if os.geteuid() == 0 else next((group for group in os.getgroups() if group != os.getegid()), None)
    if mine is None:
        pytest.skip("this user is in one group only")
    os.chown(target, -1, mine)
    publish_site(target, "new")
    assert target.stat().st_gid == mine


def test_site_is_on_the_disk_before_it_is_published(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tree is flushed, then changes places, then the folder around it is flushed."""
    done: list[str] = []
    for name in ("flush_tree", "exchange", "flush"):
        call = getattr(disk, name)
        monkeypatch.setattr(disk, name, lambda *given, name=name, call=call: (done.append(name), call(*given))[1])
    publish_site(target, "new")
    assert done == ["flush_tree", "exchange", "flush"]


def test_reader_never_finds_the_site_missing(target: Path) -> None:
    """While sites are exchanged, every look at the target finds one."""
    done, misses, looks = Event(), [], 0

    def read() -> None:
        nonlocal looks
        while not done.is_set():
            looks += 1
            if not target.exists():
                misses.append(looks)

    reader = Thread(target=read)
    reader.start()
    try:
        for word in ("new", "old") * 20:
            publish_site(target, word)
    finally:
        done.set()
        reader.join()
    assert looks > 40
    assert misses == []


# What may not be replaced


def link_to_site(target: Path) -> None:
    target.rename(target.with_name("elsewhere"))
    target.symlink_to("elsewhere")


def dangling_link(target: Path) -> None:
    target.rename(target.with_name("elsewhere"))
    target.symlink_to("nowhere")


def link_to_itself(target: Path) -> None:
    target.rename(target.with_name("elsewhere"))
    target.symlink_to(target)


def file(target: Path) -> None:
    target.rename(target.with_name("elsewhere"))
    target.write_text("somebody's notes")


def somebodys_folder(target: Path) -> None:
    (target / "index.html").rename(target / "letter.txt")


def working_copy(target: Path) -> None:
    (target / ".git").mkdir()


def project(target: Path) -> None:
    (target / "mkdocs.yml").touch()


FOREIGN = [link_to_site, dangling_link, link_to_itself, file, somebodys_folder, working_copy, project]


@pytest.mark.parametrize("make", FOREIGN)
def test_foreign_target_is_refused_before_the_build(target: Path, make: Callable[[Path], None]) -> None:
    """Links, files, other people's folders and places of work are refused at `open`, and nothing changes."""
    make(target)
    before = fingerprint(target.parent)
    with pytest.raises(PublishError) as refused:
        Staging.open(target)
    assert "site" in refused.value.message
    assert refused.value.help
    assert fingerprint(target.parent) == before


@pytest.mark.parametrize("make", FOREIGN)
def test_foreign_target_is_refused_at_the_last_moment(
    target: Path, make: Callable[[Path], None], tmp_path: Path
) -> None:
    """What turns up at the target during the build is not replaced either."""
    with Staging.open(target) as staging:
        write_site(staging.folder, "new")
        make(target)
        with pytest.raises(PublishError):
            staging.publish()
    untouched = tmp_path / "again" / "site"
    publish_site(untouched, "old")
    make(untouched)
    assert beside(target) == beside(untouched)


@pytest.mark.parametrize("path", [Path("/"), Path("/proc"), Path("/dev/null"), Path()])
def test_places_of_the_machine_are_refused(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The root, a mount point, a device and the project's own folder are no targets."""
    (tmp_path / "mkdocs.yml").touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PublishError):
        Staging.open(path)


def test_nothing_built_is_not_published(target: Path) -> None:
    """An empty staging folder never replaces a site."""
    before = fingerprint(target)
    with Staging.open(target) as staging, pytest.raises(PublishError):
        staging.publish()
    assert fingerprint(target) == before


# Two builds at once


@contextmanager
def publisher(mode: str, target: Path, *words: str, way: str = "exchange") -> Iterator[subprocess.Popen[str]]:
    """A publishing process that has said `ready`; killed at the end if it still runs."""
    root = Path(swap.__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": str(root), "WITHOUT_EXCHANGE": "1" if way == "renames" else ""}
    command = [sys.executable, str(Path(__file__).with_name("site_publisher.py")), mode, str(target), *words]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        try:
            yield process
        finally:
            process.kill()


def test_second_build_is_told_and_refused(target: Path) -> None:
    """A target that is held for too long is busy; the text and the error name process, host and time."""
    told: list[str] = []
    with publisher("hold", target) as holder:
        assert holder.stdout
        holder.stdout.readline()
        with pytest.raises(TargetBusy) as busy:
            Staging.open(target, wait=0.2, waiting=told.append)
    assert busy.value.owner
    assert busy.value.owner.pid == str(holder.pid)
    assert told == [str(busy.value.owner)]
    assert words(target) == {"old"}


def test_second_build_waits_for_the_first(target: Path) -> None:
    """The second build begins when the first has let go."""
    first = Staging.open(target)
    write_site(first.folder, "first")
    with Staging.open(target, waiting=lambda _: first.publish()) as second:
        assert words(target) == {"first"}
        write_site(second.folder, "second")
        second.publish()
    assert words(target) == {"second"}


def test_lock_of_a_dead_build_is_no_lock(target: Path) -> None:
    """A killed build holds nothing, and its staging folder is cleared up."""
    with publisher("hold", target) as holder:
        assert holder.stdout
        holder.stdout.readline()
    with Staging.open(target, wait=0) as staging:
        assert beside(target) == [".site.lock", staging.folder.name, "site"]


def test_forked_worker_does_not_hold_the_target(target: Path) -> None:
    """A worker that outlives its killed build does not keep the next build out."""
    with publisher("hold_with_orphan", target) as holder:
        assert holder.stdout
        orphan = int(holder.stdout.readline())
    try:
        Staging.open(target, wait=0).discard()
    finally:
        os.kill(orphan, signal.SIGKILL)


def test_lock_file_that_was_just_deleted_is_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who gets the lock of a file that its owner has deleted meanwhile does not believe to hold the target."""
    lock = fcntl.flock
    deleted: list[Path] = []

    def delete_first(descriptor: int, operation: int) -> None:
        if not deleted:
            deleted.append(tmp_path / ".site.lock")
            deleted[0].unlink()
        lock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", delete_first)
    with Staging.open(tmp_path / "site"):
        assert (tmp_path / ".site.lock").exists()
        with pytest.raises(TargetBusy):
            Staging.open(tmp_path / "site", wait=0)


def test_targets_side_by_side_do_not_disturb_each_other(target: Path) -> None:
    """The staging folder of one target is no leftover of another with a longer or shorter name."""
    with (
        Staging.open(target),
        Staging.open(target.with_name("site.staging-0123abcd")) as other,
        Staging.open(target.with_name("sit")),
    ):
        write_site(other.folder, "new")
        other.publish()
    assert beside(target) == ["site", "site.staging-0123abcd"]


def test_many_builds_at_once_never_mix(target: Path, way: str) -> None:
    """Two processes that publish into one target in turn leave one whole site and no traces."""
    with (
        publisher("publish_in_turn", target, *["left"] * 10, way=way) as left,
        publisher("publish_in_turn", target, *["right"] * 10, way=way) as right,
    ):
        assert left.wait(timeout=60) == 0
        assert right.wait(timeout=60) == 0
    assert words(target) in ({"left"}, {"right"})
    assert beside(target) == ["site"]


# Sudden death

KILLS = int(os.environ.get("BRIEFSMITH_KILLS", "30"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The fingerprints of the two sites that are published in turn."""
    folder = tmp_path_factory.mktemp("whole")
    for word in ("old", "new"):
        write_site(folder / word, word)
    return {fingerprint(folder / word) for word in ("old", "new")}


@pytest.mark.parametrize("number", range(KILLS))
def test_kill_at_any_time_leaves_a_whole_site(target: Path, whole: set[str], number: int) -> None:
    """A build killed at some moment leaves, after `recover`, the old or the new site, and no traces."""
    way = ("exchange", "renames")[number % 2]
    delay = (number * 0.618034) % 1 / 20
    with publisher("publish_for_ever", target, "new", "old", way=way) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(delay)
        process.kill()
    recover(target)
    assert fingerprint(target) in whole
    assert beside(target) == ["site"]


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_kill_before_each_call_leaves_a_whole_site(tmp_path: Path, whole: set[str], way: str) -> None:
    """Killed before its k-th call of the operating system, for every k, a build leaves the old or the new site."""
    with publisher("die_at_every_call", tmp_path / "site", "old", "new", way=way) as process:
        output, _ = process.communicate(timeout=120)
    outcomes = [line.split() for line in output.splitlines()]
    assert process.returncode == 0
    assert {outcome[0] for outcome in outcomes} == whole
    assert {tuple(outcome[1:]) for outcome in outcomes} == {("site",)}
    assert len(outcomes) > 40


def test_crash_between_two_renames_is_put_right(target: Path) -> None:
    """An old site that stands aside while its successor never came is put back."""
    before = fingerprint(target)
    target.rename(target.with_name(".site.staging-old"))
    write_site(target.with_name(".site.staging-0123abcd"), "new")
    assert recover(target)
    assert not recover(target)
    assert fingerprint(target) == before
    assert beside(target) == ["site"]


def test_next_build_recovers_by_itself(target: Path) -> None:
    """`open` puts the old site back before it does anything else."""
    target.rename(target.with_name(".site.staging-old"))
    with Staging.open(target):
        assert words(target) == {"old"}


def test_recovery_touches_only_our_folders(target: Path) -> None:
    """Files, links and folders beside the target that only look like ours stay."""
    target.with_name(".site.staging-notes").mkdir()
    target.with_name(".site.staging-0123abcd").write_text("a file")
    target.with_name(".site.staging-4567abcd").symlink_to(target)
    before = beside(target)
    recover(target)
    assert beside(target) == before
    assert words(target) == {"old"}


# Refusals of the operating system

CALLS = ["open", "mkdir", "rename", "fsync", "chmod", "chown", "scandir", "stat", "lstat", "write", "unlink", "rmdir"]


class FailingSystem:
    """Makes the `first`-th call of the operating system fail, and after it every other one if it `lasts`."""

    def __init__(self, patch: pytest.MonkeyPatch, first: int, number: int, *, lasts: bool) -> None:
        self.calls, self.first, self.number, self.lasts = 0, first, number, lasts
        for name in CALLS:
            patch.setattr(os, name, self.failing(getattr(os, name)))
        patch.setattr(disk, "exchange", self.failing(disk.exchange))
        # Every file is flushed by itself, so that each of these calls fails once.
        patch.setattr(disk, "flush_tree", lambda root, _: disk.flush_each(root))

    def failing(self, call: Callable[..., object]) -> Callable[..., object]:
        def called(*arguments: object, **options: object) -> object:
            self.calls += 1
            if self.calls == self.first or (self.lasts and self.calls > self.first):
                raise OSError(self.number, os.strerror(self.number), "somewhere")
            return call(*arguments, **options)

        return called


def publish_failing(target: Path, first: int, number: int, *, lasts: bool) -> tuple[bool, bool]:
    """Publish `new` while the system fails: whether that was reported, and whether there was a call to fail."""
    error = None
    with pytest.MonkeyPatch.context() as patch:
        staging = None
        system = FailingSystem(patch, first, number, lasts=lasts)
        try:
            staging = Staging.open(target)
            made, system.calls = system.calls, -1_000_000
            write_site(staging.folder, "new", pages=3)
            system.calls = made
            staging.publish()
        except PublishError as reported:
            error = reported
        finally:
            if staging:
                staging.discard()
        failed = system.calls >= first
    if error:
        assert os.strerror(number) in error.message
        assert "site" in error.message
    return error is not None, failed


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EMFILE, errno.EROFS])
def test_failure_of_each_call_leaves_the_old_site(target: Path, way: str, number: int) -> None:
    """If the k-th call fails, for every k, the old site stands and it is said; or the new one stands whole."""
    for first in range(1, 1000):
        reported, failed = publish_failing(target, first, number, lasts=False)
        assert words(target) == ({"old"} if reported else {"new"}), first
        publish_site(target, "old")
        assert beside(target) == ["site"], first
        if not failed:
            break
    assert first > 40
    assert not reported


def test_failed_second_rename_is_undone_at_once(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without exchange, the old site is back as soon as `publish` has failed, and not only after `discard`."""
    rename = Path.rename

    def fail_into_target(path: Path, aim: Path) -> Path:
        if aim == target and path.name != ".site.staging-old":
            raise OSError(errno.EIO, "bad sector")
        return rename(path, aim)

    monkeypatch.setattr(disk, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", fail_into_target)
    with Staging.open(target) as staging:
        write_site(staging.folder, "new")
        with pytest.raises(PublishError):
            staging.publish()
        assert words(target) == {"old"}


def test_lasting_failure_leaves_a_whole_site(target: Path, way: str) -> None:
    """If every call fails from the k-th on, for every k, the next run finds the old site or the new one, whole."""
    for first in range(1, 1000):
        _, failed = publish_failing(target, first, errno.EROFS, lasts=True)
        recover(target)
        assert words(target) in ({"old"}, {"new"}), first
        publish_site(target, "old")
        assert beside(target) == ["site"], first
        if not failed:
            break
    assert first > 40


def test_write_error_of_the_kernel_is_reported(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that could not be brought to the disk stops the publication."""

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "bad sector")

    monkeypatch.setattr(disk, "flush_tree", fail)
    with pytest.raises(PublishError, match="bad sector"):
        publish_site(target, "new")
    assert words(target) == {"old"}


def test_file_that_cannot_be_flushed_is_named(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of `fsync`, which knows only a number, is reported with the path."""

    def fail(_: int) -> None:
        raise OSError(errno.EIO, "bad sector")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="index"):
        disk.flush(target / "index.html")


def test_full_disk_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    """On a file system without a free byte, `open` says so and the site stays."""
    script = """
import sys
from pathlib import Path
from site_publisher import publish_site
from briefsmith.publish.inventory import fingerprint
from briefsmith.publish.swap import PublishError, Staging
target = Path(sys.argv[1]) / "site"
publish_site(target, "old")
before = fingerprint(target)
with Path(sys.argv[1], "ballast").open("wb", buffering=0) as ballast:
    try:
        while ballast.write(bytes(4096)):
            pass
    except OSError:
        pass
try:
    publish_site(target, "new")
except (PublishError, OSError) as error:
    print(type(error).__name__, "No space left" in str(error), fingerprint(target) == before)
"""
    command = 'mount -t tmpfs -o size=256k none "$0" && exec "$1" -c "$2" "$0"'
    here = os.pathsep.join([str(Path(swap.__file__).parents[2]), str(Path(__file__).parent)])
    done = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", command, str(tmp_path), sys.executable, script],
        env=os.environ | {"PYTHONPATH": here},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.skip("this machine lets nobody mount a small file system")
    assert done.stdout.split() == ["PublishError", "True", "True"]


@pytest.mark.parametrize("flush", [disk.flush_each, lambda root: disk.flush_tree(root, os.open(root, os.O_RDONLY))])
def test_both_ways_to_the_disk_work(target: Path, flush: Callable[[Path], None]) -> None:
    """A whole tree is flushed, with empty folders, and links in it are not followed."""
    (target / "empty").mkdir()
    (target / "link").symlink_to("/nowhere")
    before = fingerprint(target)
    flush(target)
    assert fingerprint(target) == before


def test_kernel_without_exchange_is_recognised(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the C library has no such call, `exchange` says so and moves nothing."""
    monkeypatch.setattr(disk, "_C", object())
    assert not disk.exchange(target, target.parent)
    publish_site(target, "new")
    assert words(target) == {"new"}


def test_exchange_that_is_refused_is_an_error(target: Path) -> None:
    """Paths that cannot be exchanged raise, with the path."""
    with pytest.raises(FileNotFoundError, match="nowhere"):
        disk.exchange(target, target.with_name("nowhere"))
