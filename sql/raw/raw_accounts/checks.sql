-- check: an account has all its transactions, and they have their sum
WITH totals AS (
  SELECT extraction_id, account_position, COUNT(*) AS transaction_count, SUM(amount) AS transaction_sum
  FROM raw_transactions
  GROUP BY extraction_id, account_position
)

SELECT
  raw_accounts.extraction_id,
  raw_accounts.position,
  raw_accounts.transaction_count AS announced,
  totals.transaction_count AS loaded
FROM raw_accounts
LEFT JOIN totals
  ON totals.extraction_id = raw_accounts.extraction_id
  AND totals.account_position = raw_accounts.position
WHERE raw_accounts.transaction_count != COALESCE(totals.transaction_count, 0)
  OR raw_accounts.transaction_sum != COALESCE(totals.transaction_sum, CAST(0 AS NUMERIC));
