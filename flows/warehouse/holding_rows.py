"""Holdings of results -> their rows. Pure."""

from typing import Any

from extraction.text.mask import Mask
from schemas.rows import HoldingRow
from schemas.statement import Account, Holding


def holding_row(
    one: Holding, position: int, account: Account, account_position: int, key: dict[str, Any], mask: Mask
) -> HoldingRow:
    """Holding, its place in its account, the account, its place in the document (from 1), the keys of every row, what
    masks account numbers in texts -> row.

    Raises ValidationError for a number the warehouse cannot hold exactly.
    """
    printed = {name: mask(value.raw) for name, value in one.fields.items()}
    place = one.provenance
    x0, top, x1, bottom = place.bbox
    return HoldingRow(
        **key,
        account_key=account.account_key,
        account_position=account_position,
        position=position,
        as_of=account.period_end or account.statement_date,
        name=mask(one.name),
        identifier=one.identifier,
        identifier_kind=one.identifier_kind,
        holding_group=one.group,
        quantity=one.quantity,
        unit_price=one.unit_price,
        price_factor=one.price_factor,
        price_currency=one.price_currency,
        value=one.value,
        currency=one.currency,
        local_value=one.local_value,
        exchange_rate=one.exchange_rate,
        weight_percent=one.weight,
        cost_basis=one.cost_basis,
        unrealized_gain=one.unrealized_gain,
        accrued_interest=one.accrued_interest,
        estimated_income=one.estimated_income,
        opening_quantity=one.opening_quantity,
        quantity_printed=printed.get("quantity"),
        unit_price_printed=printed.get("unit_price"),
        value_printed=printed.get("value"),
        page=place.page,
        bbox_x0=x0,
        bbox_top=top,
        bbox_x1=x1,
        bbox_bottom=bottom,
        raw_text=mask(place.raw),
        method=place.method,
        confidence=place.confidence,
        reader_confidence=place.reader_confidence,
    )
