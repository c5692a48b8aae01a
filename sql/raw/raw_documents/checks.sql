-- check: a reading is there once
SELECT extraction_id, COUNT(*) AS times
FROM raw_documents
GROUP BY extraction_id
HAVING COUNT(*) > 1;

-- check: a reading's document is in the ledger
SELECT raw_documents.extraction_id
FROM raw_documents
LEFT JOIN ledger ON ledger.extraction_id = raw_documents.extraction_id
WHERE ledger.extraction_id IS NULL;
