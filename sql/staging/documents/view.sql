SELECT
  raw.*,
  current_extractions.loaded_at
FROM raw_documents AS raw
INNER JOIN current_extractions ON current_extractions.extraction_id = raw.extraction_id
