"""The `tieout` command. What is slow to import is imported by the command that needs it."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from extraction.cli import EXITS, extract, show
from extraction.errors import TieoutError, UsageError
from extraction.measure import bench, evaluate
from extraction.settings import VERSION, Settings, load

if TYPE_CHECKING:
    from flows.ingest import Ingested
    from flows.warehouse import Step


class _Program(click.Group):
    """A group of commands in which an error ends with its message and its exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")  # a terminal that has no ✓ shows ?
        try:
            return super().invoke(ctx)
        except TieoutError as error:
            click.echo(f"tieout: {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(
    cls=_Program,
    epilog=EXITS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(VERSION, prog_name="tieout", message="%(prog)s %(version)s")
def main() -> None:
    """Statements in a bucket become rows in a warehouse, each proved by the document's own arithmetic.

    \b
    Start here:
      tieout run samples                      read a folder, load its rows, show what was proved
      tieout query monthly_cash_flow          ask the warehouse
      tieout extract statement.pdf            one document, without a warehouse
      tieout show statement.pdf --out p.png   what was read, drawn on the page

    Settings come from the environment: TIEOUT_WAREHOUSE (duckdb:///tieout.duckdb, or
    bigquery://project/dataset), TIEOUT_BUCKET, TIEOUT_ACCOUNT_SECRET (key of the account hash:
    set your own, and keep it), TIEOUT_OCR_LANGUAGE (eng), and, for a document, TIEOUT_MAX_SECONDS
    (300) and TIEOUT_MAX_MEMORY (4294967296 bytes). README.md lists them all.
    """


main.add_command(extract)
main.add_command(show)
main.add_command(evaluate)
main.add_command(bench)


@main.command(epilog=EXITS, short_help="Read a bucket into the warehouse.")
@click.argument("bucket", required=False)
@click.pass_context
def run(ctx: click.Context, bucket: str | None) -> None:
    """Read every document of BUCKET, load its rows, and show what was proved.

    BUCKET is a folder, gs://bucket/folder or s3://bucket/folder; without one it is TIEOUT_BUCKET,
    or samples. PDFs and images in all its folders are read. A document that is in the warehouse
    already is not loaded again, so the command can be repeated, also after it was killed.

    \b
    Examples:
      tieout run ~/statements
      TIEOUT_WAREHOUSE=bigquery://my-project/finance tieout run gs://my-bucket/2025

    It is one run of a Prefect flow. A Prefect server of yours is used where PREFECT_API_URL names
    it; otherwise one is started for the run. The folder .tieout, which only you can enter, keeps its
    database and the results of reading (they hold account numbers); it may be deleted at any time.
    """
    from flows.bucket import named
    from flows.warehouse import open_warehouse

    settings = load()
    settings = replace(settings, bucket=named(bucket or settings.bucket))
    with open_warehouse(settings.warehouse) as warehouse:
        ingested = _ingest(settings)
        ctx.exit(_report(ingested, settings, warehouse))


@main.command(short_help="Print the rows of a query or a view.")
@click.argument("sql", metavar='"SQL"|VIEW')
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="How rows are printed.",
)
def query(sql: str, form: str) -> None:
    """Print the rows of one SELECT, or of a table or view, from the warehouse.

    documents, accounts, transactions, proofs and issues hold what is current: the newest reading of
    each document. current_transactions, monthly_cash_flow, account_balances and
    documents_needing_attention are made for analysts. Account numbers are masked in all of them.

    \b
    Examples:
      tieout query monthly_cash_flow
      tieout query transactions --format csv > transactions.csv
      tieout query "SELECT filename, decision FROM documents ORDER BY filename" --format json

    The SQL is the warehouse's own: DuckDB's, or BigQuery's. A table that is wider than the terminal
    is printed row by row; to a pipe or a file it is printed whole.
    """
    import shutil

    from flows import table
    from flows.warehouse import open_warehouse
    from flows.warehouse.sql import definitions

    settings = load()
    if sql.isidentifier():
        names = [item.name for item in definitions()]
        if sql not in names:
            raise UsageError(f"There is no table or view {sql}. There are: {', '.join(sorted(names))}.")
        sql = f"SELECT * FROM {sql}"  # noqa: S608 (a name of sql/)
    with open_warehouse(settings.warehouse) as warehouse:
        rows = warehouse.query(sql)
    if form == "table":
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        click.echo(table.as_text(rows, width), nl=False)
    else:
        click.echo(table.as_csv(rows) if form == "csv" else table.as_json(rows), nl=False)


@main.group(short_help="Show or create tables and views.")
def sql() -> None:
    """Show or create the tables and views of the warehouse from the folder sql/."""


@sql.command()
def plan() -> None:
    """Show what `tieout sql apply` would do: nothing is changed.

    \b
    Examples:
      tieout sql plan
      TIEOUT_WAREHOUSE=bigquery://my-project/finance tieout sql plan
    """
    from flows.warehouse import open_warehouse

    with open_warehouse(load().warehouse) as warehouse:
        _print_steps(warehouse.plan(), {"exists": "exists", "new": "would be created", "changed": "would be updated"})


@sql.command()
def apply() -> None:
    """Create what is missing and bring up to date what changed; rows stay.

    `tieout run` does it too, before it loads. A change that would lose or reinterpret rows, such as
    another type for a column, is refused.

    \b
    Example:
      tieout sql apply
    """
    from flows.warehouse import open_warehouse

    with open_warehouse(load().warehouse) as warehouse:
        _print_steps(warehouse.apply(), {"exists": "exists", "new": "created", "changed": "updated"})


@sql.command()
@click.pass_context
def check(ctx: click.Context) -> None:
    """Check every accounting identity of sql/ against the rows; exit with 1 where one is broken.

    \b
    Example:
      tieout sql check
    """
    from flows.warehouse import open_warehouse

    with open_warehouse(load().warehouse) as warehouse:
        checks = warehouse.check()
    for found in checks:
        click.echo(f"{'broken' if found.rows else 'holds':<7} {found.name}")
        if found.rows:
            click.echo(f"        {found.rows} rows, the first: {found.first}")
    ctx.exit(1 if any(found.rows for found in checks) else 0)


@main.command(short_help="Train the layout model on proved statements.")
@click.argument("folders", nargs=-1, required=True, metavar="FOLDER…")
@click.option("--held-out", "held", multiple=True, metavar="FOLDER", help="Not learnt from, measured with; repeatable.")
@click.option("--out", required=True, metavar="DIR", help="Where the weights and card.json go.")
@click.option("--seed", default=1, show_default=True, help="The same seed trains the same on one machine.")
@click.option("--word-steps", default=4200, show_default=True, help="Steps of the word tagger; 0: leave it.")
@click.option("--region-steps", default=3400, show_default=True, help="Steps of the region detector; 0: leave it.")
def train(
    folders: tuple[str, ...], held: tuple[str, ...], out: str, seed: int, word_steps: int, region_steps: int
) -> None:
    """Train the layout model on the statements in FOLDERs, and measure it on others.

    Nobody has to label them: of each statement that is accepted, the rows, balances and names stand
    where they were proved. Statements in review and scans are left out. A folder that is given
    several times counts as often.

    \b
    Examples:
      tieout train ~/statements --held-out ~/statements/2025 --out weights
      make train                          the weights that tieout ships, from documents of its own

    It is one run of the Prefect flow train-layout, and needs an extra: pip install 'tieout[train]'.
    On two cores it takes about two hours; a GPU is used where PyTorch finds one. Weights in use are
    those beside extraction/layout/tagger.py: copy the files there once card.json says they are better.
    """
    import json
    import os

    from extraction.training.documents import files, needs_torch
    from flows.orchestrator import prefect_server
    from flows.results import STATE

    needs_torch()
    files(folders, held)
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO")  # it tells how far the training is
    with prefect_server(STATE) as server:
        from flows.train_layout import train_layout

        if server:
            server.wait()
        card = train_layout(folders, held, out, seed, word_steps, region_steps)
    click.echo(json.dumps(card, indent=1, sort_keys=True))


def _ingest(settings: Settings) -> "Ingested":
    """Run the flow, and show on stderr how far it is. Whatever can start beside Prefect's server does."""
    from flows.orchestrator import prefect_server
    from flows.results import STATE
    from flows.screen import shown

    with shown(settings.bucket) as listener, prefect_server(STATE) as server:
        from flows.workers import warm_up

        warm_up()
        from flows.ingest import ingest
        from flows.progress import listening

        if server:
            server.wait()
        with listening(listener):
            return ingest(settings.bucket, settings.warehouse)


def _report(ingested: "Ingested", settings: Settings, warehouse: Any) -> int:
    """Print what a run did -> its exit code."""
    from extraction.terminal import terminal
    from flows import screen
    from flows.summary import exit_code

    console = terminal()
    if not ingested.documents:
        click.echo(f"{settings.bucket} has no documents: PDFs or images ({ingested.skipped} other files).")
        return 0
    screen.print_documents(console, ingested.documents)
    screen.print_cash_flow(console, warehouse)
    screen.print_end(console, ingested.documents, settings.warehouse)
    return exit_code(ingested.documents)


def _print_steps(steps: "list[Step]", words: dict[str, str]) -> None:
    width = max(len(step.name) for step in steps)
    for step in steps:
        click.echo(f"{step.kind:<5} {step.name:<{width}}  {words[step.state]}")
    if all(step.state == "exists" for step in steps):
        click.echo("Everything is as sql/ says.")
