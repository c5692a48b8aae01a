-- A reading goes before a refusal, a newer extractor before an older one, a later load before an earlier one.
WITH loaded AS (
  SELECT
    documents.document_sha256,
    documents.extraction_id,
    documents.refused,
    documents.extractor_rank,
    ledger.loaded_at
  FROM raw_documents AS documents
  INNER JOIN ledger AS ledger ON ledger.extraction_id = documents.extraction_id
),

newest AS (
  SELECT
    document_sha256,
    extraction_id,
    loaded_at
  FROM loaded
  WHERE TRUE
  QUALIFY ROW_NUMBER() OVER (
    PARTITION BY document_sha256
    ORDER BY IF(refused, 1, 0) ASC, extractor_rank DESC, loaded_at DESC, extraction_id DESC
  ) = 1
)

SELECT
  document_sha256,
  extraction_id,
  loaded_at
FROM newest
