WITH counted AS (
  SELECT
    account_key,
    account_number_masked,
    account_type,
    currency,
    document_sha256,
    position,
    period_start,
    period_end,
    opening_balance,
    transaction_sum,
    closing_balance,
    transaction_count
  FROM accounts
  WHERE is_counted
),

chained AS (
  SELECT
    *,
    LAG(period_end) OVER (
      PARTITION BY account_key, currency ORDER BY period_end ASC, period_start ASC, document_sha256 ASC, position ASC
    ) AS previous_period_end,
    LAG(closing_balance) OVER (
      PARTITION BY account_key, currency ORDER BY period_end ASC, period_start ASC, document_sha256 ASC, position ASC
    ) AS previous_closing_balance,
    ROW_NUMBER() OVER (
      PARTITION BY account_key, currency ORDER BY period_end DESC, period_start DESC, document_sha256 DESC, position DESC
    ) = 1 AS is_latest
  FROM counted
)

SELECT
  account_key,
  account_number_masked,
  account_type,
  currency,
  document_sha256,
  period_start,
  period_end,
  opening_balance,
  transaction_sum,
  closing_balance,
  transaction_count,
  previous_period_end,
  previous_closing_balance,
  opening_balance - previous_closing_balance AS carried_difference,
  CASE
    WHEN period_start IS NULL OR period_end IS NULL THEN 'unknown'
    WHEN previous_period_end IS NULL THEN 'first'
    WHEN period_start < previous_period_end THEN 'overlap'
    WHEN opening_balance = previous_closing_balance THEN 'continuous'
    WHEN opening_balance != previous_closing_balance THEN 'gap'
    ELSE 'unknown'
  END AS continuity,
  is_latest
FROM chained
