"""Synthetic statements with exact truth, drawn independently of the code that reads them."""

from .make import make
from .model import Generated
from .samples import samples

__all__ = ["Generated", "make", "samples"]
