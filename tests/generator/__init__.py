"""Synthetic statements with exact truth, drawn independently of the code that reads them."""

from .bundle import bundle
from .make import make
from .model import Generated
from .samples import samples

__all__ = ["Generated", "bundle", "make", "samples"]
