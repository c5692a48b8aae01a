-- check: an extraction is loaded once
SELECT extraction_id, COUNT(*) AS times
FROM ledger
GROUP BY extraction_id
HAVING COUNT(*) > 1;

-- check: a loaded extraction has its document
SELECT ledger.extraction_id
FROM ledger
LEFT JOIN raw_documents ON raw_documents.extraction_id = ledger.extraction_id
WHERE raw_documents.extraction_id IS NULL;
