"""The commands that measure how good and how fast tieout is: evaluate and bench."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extraction.errors import TruthError, UsageError
from extraction.files import content, counts, documents, extracted
from extraction.settings import Settings, load

if TYPE_CHECKING:
    from extraction.evaluation.score import DocumentScore
    from extraction.evaluation.totals import Problem
    from extraction.evaluation.truth import Case, Truth

SILENT = 5
"""Exit code of `tieout evaluate` where a silent error was found."""

_TRUTH = """\
{"expect": "accept",
 "doc_type": "bank_statement",
 "institution": "Example Bank",
 "accounts": [
   {"account_number": "12345678", "currency": "USD",
    "period_start": "2025-01-01", "period_end": "2025-01-31",
    "opening_balance": "1000.00", "closing_balance": "980.00",
    "transactions": [
      {"date": "2025-01-02", "description": "Coffee", "amount": "-20.00", "balance": "980.00"}]}]}
"""
"""What a truth looks like, for the help and for who has none."""

_EVALUATE = f"""\
Read every document of DIR that has a truth beside it, and say how much of it is right.

The truth of statement.pdf is statement.truth.json, in DIR or any folder in it:

\b
{_TRUTH}
"expect" is the decision that is right: accept, review or reject. An amount above 0 raises the
holder's net position, also on a card. null: not printed; a field that is left out is not judged.
An account may also have "holder", "account_type", "statement_date", "available_balance",
"total_credits", "total_debits", "count_credits", "count_debits", "fees", "interest", "payments",
"purchases", "cash_advances", "minimum_payment", "payment_due_date", "credit_limit" and
"available_credit", as tieout extract --json has them.
A row may have "alt_date", the other one of two dates, and a document "families": ["order-any"] or
["reverse-chronological"] where its rows are right in another order too. "accounts" is [] where the
document is no statement; where it holds several, each account may have its own "kind" and
"institution". An account may have "holdings", a list of {
    "name", "code", "quantity", "unit_price", "value", "percent"
} in any order.

A row is right with its date and amount; rows are compared in order. A holding is right with all that
its truth tells but the name. A statement is fully correct where the texts, balances, account numbers,
periods and other fields are right too. A silent error is the one thing that must not be: a document is
accepted, and a row or a holding is wrong, or another balance or currency was read
than is printed.

Each value says how likely it is right. The tables of confidence tell whether that can be believed:
of the values with a stated probability of 0.95, 95 % should be right.

\b
Examples:
  tieout evaluate samples
  tieout evaluate --json ~/truths | jq .totals
"""
_EVALUATE_EXITS = f"""
\b
Exit codes:
  0  no silent error: what was accepted has the rows, balances and currency of its truth
  {SILENT}  a silent error: accepted, yet a row, balance or currency is wrong ({SILENT} goes first)
  1  an error of the program: a document has no result and counts as not read
  2  the command or a setting is wrong, or a truth could not be used
"""


_BENCH_EXITS = """
\b
Exit codes:
  0  measured; a document that cannot be read is left out, and named with the reason
  1  an error of the program kept a document from being measured
  2  the command or a setting is wrong
"""


@click.command(help=_EVALUATE, epilog=_EVALUATE_EXITS, short_help="Score what is read against truths.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every wrong row.")
@click.pass_context
def evaluate(ctx: click.Context, folder: Path, as_json: bool) -> None:
    """Folder of documents and truths -> what is right is printed, and the exit code."""
    from extraction.evaluation.totals import as_json as told

    found, problems = _cases(folder)
    settings = load()
    scores = _scores(found, settings)
    if as_json:
        click.echo(json.dumps(told(scores, problems), ensure_ascii=False, indent=2))
    else:
        from extraction.evaluation.screen import print_evaluation
        from extraction.terminal import terminal

        print_evaluation(terminal(), scores, problems)
    silent, failed = any(one.silent_error for one in scores), any(one.decision == "error" for one in scores)
    ctx.exit(SILENT if silent else 1 if failed else 2 if problems else 0)


@click.command(epilog=_BENCH_EXITS, short_help="Measure how fast documents are read.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True, help="Of which the best counts.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every round of every document.")
@click.pass_context
def bench(ctx: click.Context, folder: Path, rounds: int, as_json: bool) -> None:
    """Measure pages a second, seconds a stage and memory on the PDFs of DIR, against other readers.

    Reading (words and lines with their places) and parsing (rows and proofs) are timed apart. The
    peers are pdfplumber's words (page.extract_words()) and PDFium's plain text of the same pages: they
    read, and prove nothing. In each round of a document all take their turn in the same process; the
    best round of each counts. Then all documents are read and parsed by one process and by two.

    Only documents whose pages are all native are compared; those with a page that Tesseract has to
    read are timed once and told apart. pdfplumber is an extra: pip install 'tieout[bench]'. Without
    it the rest is measured.

    \b
    Examples:
      tieout bench samples
      tieout bench --rounds 7 --json ~/statements | jq .native.speeds
    """
    import os

    from extraction.benchmark.bench import Machine
    from extraction.benchmark.bench import bench as measured
    from extraction.benchmark.figures import as_json as told
    from extraction.benchmark.screen import print_bench
    from extraction.terminal import progress, terminal

    found, settings = documents([folder]), load()
    machine = Machine(len(os.sched_getaffinity(0)), os.getloadavg()[0])
    with progress(len(found) + 1, "measuring") as tell:  # each alone, then all together
        done = measured(found, rounds, settings, tell)
    if as_json:
        click.echo(json.dumps(told(done, machine), ensure_ascii=False, indent=2))
    else:
        print_bench(terminal(), done, machine)
    ctx.exit(1 if any(problem.failed for problem in done.problems) else 0)


def _cases(folder: Path) -> "tuple[list[tuple[Case, Truth]], list[Problem]]":
    """Folder -> its documents with their truths, and the truths that cannot be used. Raises UsageError without any."""
    from extraction.evaluation.totals import Problem
    from extraction.evaluation.truth import SUFFIX, cases, read_truth, truth_files

    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder." if folder.exists() else f"{folder} does not exist.")
    found: list[tuple[Case, Truth]] = []
    problems = []
    for path in truth_files(folder):
        try:
            beside = cases(path, folder, lambda one: counts(one, folder))
            truth = read_truth(content(path).decode("utf-8"))
        except UnicodeDecodeError:
            problems.append(Problem(path.relative_to(folder).as_posix(), "no JSON: it is not UTF-8."))
        except (TruthError, UsageError) as error:
            problems.append(Problem(path.relative_to(folder).as_posix(), str(error)))
        else:
            found += [(case, truth) for case in beside]
    if not found and not problems:
        raise UsageError(
            f"{folder} has no truths. The truth of statement.pdf is statement{SUFFIX} beside it, such as:\n{_TRUTH}"
            "tieout evaluate --help says what the fields are."
        )
    return found, problems


def _scores(found: "list[tuple[Case, Truth]]", settings: Settings) -> "list[DocumentScore]":
    from extraction.evaluation.score import FAILED, score
    from extraction.terminal import progress

    scores = []
    with progress(len(found)) as tell:
        for case, truth in found:
            started = time.monotonic()
            result = extracted(case.document, settings)
            scores.append(score(case.name, truth, result))
            decision = result.decision if result else FAILED
            tell(case.name, f"{decision}, {time.monotonic() - started:.1f} s")
    return scores
