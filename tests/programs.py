"""The `tieout` program as a user starts it, in a folder of the test's own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMAND = (sys.executable, "-m", "extraction")
SECONDS = 120


def environment(**changes: str) -> dict[str, str]:
    """The environment less what tieout, Prefect and the terminal would take from it, with changes."""
    mine = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TIEOUT_", "PREFECT_")) and name not in ("COLUMNS", "FORCE_COLOR", "NO_COLOR")
    }
    # Prefect and the storage clients look into the home folder.
    return {**mine, "PYTHONPATH": str(ROOT), "HOME": "/nonexistent", **changes}


def tieout(folder: Path, *arguments: object, **changes: str) -> subprocess.CompletedProcess[str]:
    """Folder to work in, arguments, changes of the environment -> what the program said and its exit code."""
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(
        command, cwd=folder, env=environment(**changes), capture_output=True, text=True, timeout=SECONDS, check=False
    )
