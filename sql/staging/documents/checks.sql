-- check: a document has one current reading
SELECT document_sha256, COUNT(*) AS times
FROM documents
GROUP BY document_sha256
HAVING COUNT(*) > 1;
