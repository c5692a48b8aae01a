-- A statement without a day is never the latest: nothing says what it is of.
WITH latest AS (
  SELECT
    account_key,
    MAX(as_of) AS as_of
  FROM holdings
  WHERE is_counted
  GROUP BY account_key
)

SELECT
  holdings.document_sha256,
  documents.uri,
  documents.filename,
  documents.institution,
  holdings.account_key,
  accounts.account_number_masked,
  accounts.account_type,
  holdings.as_of,
  holdings.position,
  holdings.holding_group,
  holdings.name,
  holdings.identifier,
  holdings.identifier_kind,
  holdings.quantity,
  holdings.unit_price,
  holdings.price_factor,
  COALESCE(holdings.price_currency, holdings.currency) AS price_currency,
  holdings.value,
  holdings.currency,
  holdings.weight_percent,
  holdings.cost_basis,
  holdings.unrealized_gain,
  accounts.portfolio_value,
  holdings.page,
  holdings.raw_text,
  holdings.confidence,
  documents.decision,
  documents.decision = 'accepted' AS is_accepted,
  holdings.is_counted,
  holdings.is_counted AND COALESCE(latest.as_of = holdings.as_of, FALSE) AS is_latest
FROM holdings
INNER JOIN documents ON documents.extraction_id = holdings.extraction_id
INNER JOIN accounts
  ON accounts.extraction_id = holdings.extraction_id
  AND accounts.position = holdings.account_position
LEFT JOIN latest ON latest.account_key = holdings.account_key
