-- Kind and institution of an account that was loaded before it had its own are those of its document.
-- A statement downloaded twice has other bytes but says the same: the file loaded first counts.
WITH current_accounts AS (
  SELECT
    raw.* EXCEPT (kind, institution),
    COALESCE(raw.kind, documents.kind) AS kind,
    IF(raw.kind IS NULL, documents.institution, raw.institution) AS institution,
    documents.decision,
    documents.loaded_at,
    documents.decision = 'accepted' AS is_accepted
  FROM raw_accounts AS raw
  INNER JOIN documents ON documents.extraction_id = raw.extraction_id
),

statements AS (
  SELECT
    *,
    CASE
      WHEN is_accepted AND statement_digest IS NOT NULL THEN FIRST_VALUE(document_sha256) OVER (
        PARTITION BY is_accepted, statement_digest
        ORDER BY loaded_at ASC, document_sha256 ASC
      )
    END AS first_document_sha256
  FROM current_accounts
)

SELECT
  * EXCEPT (is_accepted, first_document_sha256),
  NULLIF(first_document_sha256, document_sha256) AS duplicate_of,
  is_accepted AND COALESCE(first_document_sha256, document_sha256) = document_sha256 AS is_counted
FROM statements
