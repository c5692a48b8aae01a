-- check: opening balance and transactions make the closing balance of an accepted statement
SELECT
  document_sha256,
  position,
  opening_balance,
  transaction_sum,
  closing_balance,
  closing_balance - opening_balance - transaction_sum AS difference
FROM accounts
WHERE decision = 'accepted'
  AND opening_balance + transaction_sum != closing_balance;
