SELECT
  raw.*,
  documents.decision
FROM raw_proofs AS raw
INNER JOIN documents ON documents.extraction_id = raw.extraction_id
