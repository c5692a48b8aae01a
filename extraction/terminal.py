"""What commands show on a terminal: how wide, tables, and how far they are."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

NARROWEST, WIDEST = 80, 160

Tell = Callable[[str, str], None]
"""Name of what is done, what came of it -> shown."""

_NAME = 32
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def terminal() -> Console:
    """The terminal, or whatever stands in its place, as wide as our tables may be; colours as NO_COLOR says."""
    columns = shutil.get_terminal_size((100, 24)).columns
    return Console(width=min(WIDEST, max(NARROWEST, columns)), highlight=False, emoji=False, markup=False)


def new_table(show_header: bool = True) -> Table:
    """A table without lines, as all of ours are."""
    return Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold", show_header=show_header)


def print_table(console: Console, table: Table) -> None:
    """Print without the blanks that fill the lines up."""
    with console.capture() as printed:
        console.print(table)
    click.echo("\n".join(line.rstrip() for line in printed.get().split("\n")), nl=False)


@contextmanager
def progress(total: int, doing: str = "reading") -> Iterator[Tell]:
    """How many there are -> what shows on stderr how many are done: a bar on a terminal that can draw it, else
    a line for each.

    It starts no thread: the program forks meanwhile, and a child could inherit a lock that the thread held.
    """
    console = Console(stderr=True, highlight=False, emoji=False, markup=False)
    done = 0
    if not console.is_terminal or console.is_dumb_terminal:

        def line(name: str, outcome: str) -> None:
            nonlocal done
            done += 1
            click.echo(f"{done}/{total} {printable(name)}: {outcome}", err=True)

        yield line
        return
    texts = [TextColumn(f"{{task.{text}}}", markup=False) for text in ("description", "fields[name]")]
    columns = (texts[0], BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), texts[1])
    with Progress(*columns, console=console, auto_refresh=False, transient=True) as bar:
        task = bar.add_task(doing, total=total, name="")
        bar.refresh()

        def step(name: str, outcome: str) -> None:
            bar.update(task, advance=1, name=f"{shortened(printable(name), _NAME)} {outcome}", refresh=True)

        yield step


def printable(text: str) -> str:
    """Text -> without what could move a terminal's cursor or break a line."""
    return _CONTROL.sub(" ", text)


def shortened(text: str, width: int) -> str:
    """Text -> at most `width` characters, cut in the middle, where names differ least.

    >>> shortened("statements/2025/january.pdf", 15)
    'stateme…ary.pdf'
    """
    if len(text) <= width:
        return text
    head = width // 2
    return f"{text[:head]}…{text[len(text) - (width - head - 1) :]}"
