"""Synthetic brokerage statements: holdings, totals, and the cash that moved, with exact truth."""

from .make import DEFECTS, make_brokerage, samples

__all__ = ["DEFECTS", "make_brokerage", "samples"]
