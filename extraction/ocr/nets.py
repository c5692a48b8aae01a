"""Pictures -> what the PP-OCR networks make of them. A home of onnxruntime.

The weights are those that the package rapidocr carries (PP-OCRv6 small, Apache-2.0, its MODEL_LICENSES.md): one network
that finds lines of text, one that reads a line in fifty languages of Latin letters, in Greek, Chinese and Japanese.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Scores = NDArray[np.float32]

PACKAGE, FINDER, READER = "rapidocr", "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
STRIDE = 32
"""Both sides of a picture that the first network looks at are multiples of it, pixels."""


def text_map(grey: Grey) -> Scores:
    """Grey picture, its sides multiples of `STRIDE` -> for each pixel how likely it lies in a line of text, 0..1."""
    net = session(_weights(FINDER))
    found: Scores = net.run(None, {net.get_inputs()[0].name: _normed(grey[None])})[0][0, 0]
    return found


def line_scores(lines: NDArray[np.uint8]) -> Scores:
    """Grey pictures of lines of text, (lines, 48, width) -> the likelihood of each sign at each step of 8 pixels,
    (lines, steps, signs); see `signs`."""
    net = session(_weights(READER))
    found: Scores = net.run(None, {net.get_inputs()[0].name: _normed(lines)})[0]
    return found


@cache
def signs() -> tuple[str, ...]:
    """The signs that `line_scores` tells apart; the first, "", is none, the last is a blank."""
    told = session(_weights(READER)).get_modelmeta().custom_metadata_map["character"]
    return ("", *told.split("\n"), " ")


def _normed(grey: NDArray[np.uint8]) -> Scores:
    """(pictures, height, width) of 0..255 -> (pictures, 3, height, width) of -1..1."""
    one = grey.astype(np.float32) * np.float32(2 / 255) - 1
    return np.repeat(one[:, None], 3, axis=1)


@cache
def session(path: Path) -> onnxruntime.InferenceSession:
    """File of weights -> its network, on one thread: pages are read side by side."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _weights(name: str) -> Path:
    """Name of weights that rapidocr carries -> their file."""
    return Path(str(files(PACKAGE))) / "models" / name
