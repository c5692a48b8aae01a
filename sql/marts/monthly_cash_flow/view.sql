-- Balances are carried from each statement's own opening balance, so that a missing statement spoils no other month.
WITH counted_accounts AS (
  SELECT
    extraction_id,
    position AS account_position,
    account_key,
    currency,
    period_start,
    period_end,
    opening_balance
  FROM accounts
  WHERE is_counted
),

counted_transactions AS (
  SELECT
    extraction_id,
    account_position,
    CAST(DATE_TRUNC(posted_date, MONTH) AS DATE) AS month,
    amount
  FROM transactions
  WHERE is_counted
),

statement_months AS (
  SELECT
    extraction_id,
    account_position,
    month,
    SUM(GREATEST(amount, CAST(0 AS NUMERIC))) AS inflow,
    SUM(LEAST(amount, CAST(0 AS NUMERIC))) AS outflow,
    SUM(amount) AS net,
    COUNT(*) AS transaction_count
  FROM counted_transactions
  GROUP BY extraction_id, account_position, month
),

statement_balances AS (
  SELECT
    counted_accounts.account_key,
    counted_accounts.currency,
    counted_accounts.period_start,
    counted_accounts.extraction_id,
    counted_accounts.account_position,
    statement_months.month,
    statement_months.inflow,
    statement_months.outflow,
    statement_months.net,
    statement_months.transaction_count,
    counted_accounts.opening_balance + SUM(statement_months.net) OVER (
      PARTITION BY statement_months.extraction_id, statement_months.account_position
      ORDER BY statement_months.month ASC
    ) AS closing_balance
  FROM statement_months
  INNER JOIN counted_accounts
    ON counted_accounts.extraction_id = statement_months.extraction_id
    AND counted_accounts.account_position = statement_months.account_position
),

in_order AS (
  SELECT
    *,
    closing_balance - net AS opening_balance,
    ROW_NUMBER() OVER (
      PARTITION BY account_key, currency, month
      ORDER BY period_start ASC, extraction_id ASC, account_position ASC
    ) AS place,
    COUNT(*) OVER (PARTITION BY account_key, currency, month) AS statement_count
  FROM statement_balances
)

SELECT
  account_key,
  currency,
  month,
  SUM(inflow) AS inflow,
  SUM(outflow) AS outflow,
  SUM(net) AS net,
  CAST(SUM(transaction_count) AS INT64) AS transaction_count,
  MAX(IF(place = 1, opening_balance, NULL)) AS opening_balance,
  MAX(IF(place = statement_count, closing_balance, NULL)) AS closing_balance,
  COUNT(*) AS statement_count
FROM in_order
GROUP BY account_key, currency, month
