"""What is known of the weights -> the card beside them, `card.json`."""

import json
from pathlib import Path
from typing import Any

NAME = "card.json"


def write(card: dict[str, Any], folder: Path) -> Path:
    """What a training told, the folder of the weights -> the card; what it does not tell of stays as it was."""
    file = folder / NAME
    before = json.loads(file.read_text("utf-8")) if file.exists() else {}
    file.write_text(json.dumps({**before, **card}, indent=1, sort_keys=True) + "\n", "utf-8")
    return file
