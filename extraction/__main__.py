"""`python -m extraction` is the same program as `tieout`."""

from flows.cli import main

if __name__ == "__main__":
    main(prog_name="python -m extraction")
