"""Bytes of a financial document in, proved rows out."""
