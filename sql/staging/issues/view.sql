SELECT
  raw.*,
  documents.decision
FROM raw_issues AS raw
INNER JOIN documents ON documents.extraction_id = raw.extraction_id
