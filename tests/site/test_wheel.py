"""The package as it is installed elsewhere: what it carries is enough to build a site without this repository."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from briefsmith.publish.inventory import list_files
from tests.site.desk import ROOT, SEED, bare


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (path,) = target.glob("briefsmith-*.whl")
    return path


def test_wheel_carries_what_is_no_python(wheel: Path) -> None:
    """Templates, theme, manual pages and the mark of types are in it, and nothing of tests or sites."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    assert {f"briefsmith/templates/{path}" for path in list_files(ROOT / "templates")} <= names
    assert {"briefsmith/pages/language/locale/ar.po", "briefsmith/pages/language/locale/uk.po"} <= names
    theme = {path for path in list_files(ROOT / "briefsmith/publish/theme") if not path.endswith(".pyc")}
    assert {f"briefsmith/publish/theme/{path}" for path in theme} <= names
    assert "briefsmith/py.typed" in names
    assert [name for name in names if name.startswith("briefsmith/findings/manual/")]
    assert {name.split("/")[0].split("-")[0] for name in names} == {"briefsmith"}


def test_installed_package_builds_a_site(wheel: Path, tmp_path: Path) -> None:
    """From the wheel alone, in a fresh environment, a site without templates of its own builds."""
    environment = tmp_path / "venv"
    venv.create(environment, symlinks=True)
    python = environment / "bin/python"
    installed = environment / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(installed)]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    desk = bare(tmp_path / "desk")
    (desk.root / "build.py").unlink()
    desk.write("briefings/lavrov-rubio.yml", (ROOT / "tests/data/lavrov-rubio.yml").read_text(encoding="utf-8"))
    desk.write(SEED, (ROOT / SEED).read_text(encoding="utf-8"))
    # Our own environment's libraries, after the installed package; its editable finder is not started by PYTHONPATH.
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(installed), sysconfig.get_paths()["purelib"]])}

    def run(code: str) -> str:
        ran = subprocess.run(
            [str(python), "-c", code], cwd=desk.root, env=env, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    assert run("import briefsmith; print(briefsmith.__file__)").startswith(str(installed))
    run("import sys; sys.argv[1:] = ['build']; from briefsmith.cli import main; main()")
    explained = run("import sys; sys.argv[1:] = ['explain', 'BS301']; from briefsmith.cli import main; main()")
    assert "Will never recognise that." in desk.page("briefings/lavrov-rubio/").text
    assert "BS301" in explained
