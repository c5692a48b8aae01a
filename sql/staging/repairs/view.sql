SELECT
  raw.*,
  documents.decision
FROM raw_repairs AS raw
INNER JOIN documents ON documents.extraction_id = raw.extraction_id
