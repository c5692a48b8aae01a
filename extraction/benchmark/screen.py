"""What `tieout bench` shows: speeds and ratios, processes, memory, scans, and what was not measured."""

from rich.console import Console

from extraction.benchmark.bench import Bench, Machine
from extraction.benchmark.figures import BOTH, Speed, failures, pages, scans, speeds
from extraction.benchmark.peers import INSTALL, PDFIUM, PDFPLUMBER
from extraction.benchmark.rounds import PARSE, READ, TIEOUT
from extraction.terminal import new_table, print_table, printable

BUSY = 0.5
"""Cores that others keep busy; from so many on it is said."""

_SAID = {
    READ: "read: words and lines with their places",
    PARSE: "parse: rows and proofs",
    BOTH: "read and parse",
    PDFPLUMBER: "pdfplumber: words",
    PDFIUM: "pdfium: text without places",
}


def print_bench(console: Console, bench: Bench, machine: Machine) -> None:
    """What was measured, and where -> printed."""
    if bench.native:
        _print_native(console, bench, machine)
    else:
        console.print("No document has only native pages: nothing is compared.")
    if scanned := scans(bench):
        console.print("\nscans, read once and not compared", style="bold")
        console.print(
            f"{_counted(scanned.documents, 'document')} with {scanned.scanned} scanned of "
            f"{_counted(scanned.pages, 'page')}: read {scanned.read:.1f} s, parse {scanned.parse:.2f} s, "
            f"{scanned.pages_a_second:.2f} pages a second",
            soft_wrap=True,
        )
    if bench.problems:
        console.print("\nnot measured", style="bold")
        for problem in bench.problems:
            console.print(f"{printable(problem.name)}: {problem.reason}", soft_wrap=True)


def _print_native(console: Console, bench: Bench, machine: Machine) -> None:
    console.print(
        f"{_counted(len(bench.native), 'document')} with {_counted(pages(bench), 'native page')}; the best of "
        f"{_counted(bench.rounds, 'round')} for each, all in turn in one process\n",
        soft_wrap=True,
    )
    table = new_table()
    table.add_column("")
    for head in ("seconds", "ms/page", "pages/s", "to read", "to both"):
        table.add_column(head, justify="right")
    for speed in speeds(bench):
        table.add_row(_SAID[speed.name], *_cells(speed))
    print_table(console, table)
    console.print("to read, to both: how many times as long as tieout reads, and reads and parses, the same documents")
    if PDFPLUMBER not in bench.peers:
        console.print(f"pdfplumber is not installed, so nothing is compared with it: {INSTALL}", soft_wrap=True)
    for peer, name, error in failures(bench):
        console.print(f"{peer} could not read {printable(name)}: {error}", soft_wrap=True)
    if machine.busy >= BUSY:
        console.print(
            f"other programs kept {machine.busy:.1f} of {_counted(machine.cores, 'core')} busy in the minute before: "
            "the ratios can be relied on more than the seconds",
            soft_wrap=True,
        )
    if bench.loads:
        _print_processes(console, bench, machine)
    if bench.memories:
        _print_memory(console, bench)


def _print_processes(console: Console, bench: Bench, machine: Machine) -> None:
    console.print(f"\nprocesses that read and parse, on {_counted(machine.cores, 'core')}", style="bold")
    alone = min(bench.loads[1])
    for count, every in bench.loads.items():
        seconds = min(every)
        faster = f", {alone / seconds:.2f} times as many" if count > 1 else ""
        console.print(
            f"{count} process{'es' if count > 1 else ''}: {seconds:.2f} s, {pages(bench) / seconds:.1f} pages a second"
            f"{faster}"
        )


def _print_memory(console: Console, bench: Bench) -> None:
    console.print("\nmemory at its peak, one document after the other", style="bold")
    for who, one in bench.memories.items():
        whole = f"{_mib(one.peak)}, " if who == TIEOUT else ""
        console.print(f"{who}: {whole}{_mib(one.grown)} more than before the first document")


def _cells(speed: Speed) -> tuple[str, ...]:
    return (
        f"{speed.seconds:.3f}",
        f"{speed.milliseconds_a_page:.1f}",
        f"{speed.pages_a_second:.1f}",
        f"×{speed.to_read:.2f}",
        f"×{speed.to_both:.2f}",
    )


def _mib(size: int) -> str:
    return f"{size / 2**20:.0f} MiB"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
