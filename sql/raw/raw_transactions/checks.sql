-- check: a transaction is there once in its extraction
SELECT extraction_id, transaction_id, COUNT(*) AS times
FROM raw_transactions
GROUP BY extraction_id, transaction_id
HAVING COUNT(*) > 1;
