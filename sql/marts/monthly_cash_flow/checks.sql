-- check: inflow and outflow make the net
SELECT account_key, currency, month, inflow, outflow, net
FROM monthly_cash_flow
WHERE inflow + outflow != net;

-- check: opening balance and net make the closing balance of a month told by one statement
SELECT account_key, currency, month, opening_balance, net, closing_balance
FROM monthly_cash_flow
WHERE statement_count = 1
  AND opening_balance + net != closing_balance;

-- check: the months of an account hold all its counted transactions
WITH months AS (
  SELECT account_key, currency, SUM(net) AS net
  FROM monthly_cash_flow
  GROUP BY account_key, currency
),

statements AS (
  SELECT account_key, currency, SUM(transaction_sum) AS net
  FROM account_balances
  GROUP BY account_key, currency
)

SELECT statements.account_key, statements.currency, statements.net AS in_statements, months.net AS in_months
FROM statements
LEFT JOIN months
  ON months.account_key = statements.account_key
  AND COALESCE(months.currency, '') = COALESCE(statements.currency, '')
WHERE statements.net != COALESCE(months.net, CAST(0 AS NUMERIC));
