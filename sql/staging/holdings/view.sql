SELECT
  raw.*,
  accounts.decision,
  accounts.is_counted
FROM raw_holdings AS raw
INNER JOIN accounts
  ON accounts.extraction_id = raw.extraction_id
  AND accounts.position = raw.account_position
