-- check: an account has all its holdings, and they have their sum
WITH totals AS (
  SELECT
    extraction_id,
    account_position,
    COUNT(*) AS holding_count,
    SUM(COALESCE(value, CAST(0 AS NUMERIC))) AS holding_sum
  FROM raw_holdings
  GROUP BY extraction_id, account_position
)

SELECT
  raw_accounts.extraction_id,
  raw_accounts.position,
  raw_accounts.holding_count AS announced,
  totals.holding_count AS loaded
FROM raw_accounts
LEFT JOIN totals
  ON totals.extraction_id = raw_accounts.extraction_id
  AND totals.account_position = raw_accounts.position
WHERE COALESCE(raw_accounts.holding_count, 0) != COALESCE(totals.holding_count, 0)
  OR COALESCE(raw_accounts.holding_sum, CAST(0 AS NUMERIC)) != COALESCE(totals.holding_sum, CAST(0 AS NUMERIC));
