WITH issue_counts AS (
  SELECT
    document_sha256,
    COUNT(IF(severity = 'error', 1, NULL)) AS error_count,
    COUNT(IF(severity = 'warning', 1, NULL)) AS warning_count
  FROM issues
  GROUP BY document_sha256
),

worst_issues AS (
  SELECT
    document_sha256,
    code,
    message,
    page,
    expected,
    found,
    difference
  FROM issues
  WHERE TRUE
  QUALIFY ROW_NUMBER() OVER (
    PARTITION BY document_sha256
    ORDER BY CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END ASC, position ASC
  ) = 1
),

failed_proofs AS (
  SELECT
    document_sha256,
    check_name,
    detail
  FROM proofs
  WHERE status = 'fails'
  QUALIFY ROW_NUMBER() OVER (PARTITION BY document_sha256 ORDER BY position ASC) = 1
),

account_counts AS (
  SELECT
    document_sha256,
    CAST(SUM(transaction_count) AS INT64) AS transaction_count,
    MIN(duplicate_of) AS duplicate_of
  FROM accounts
  GROUP BY document_sha256
),

held_back AS (
  SELECT
    documents.document_sha256,
    COALESCE(worst_issues.code, failed_proofs.check_name, 'unproved') AS reason_code,
    COALESCE(worst_issues.message, failed_proofs.detail, 'The document says nothing that proves its rows.') AS reason,
    worst_issues.page,
    worst_issues.expected,
    worst_issues.found,
    worst_issues.difference
  FROM documents
  LEFT JOIN worst_issues ON worst_issues.document_sha256 = documents.document_sha256
  LEFT JOIN failed_proofs ON failed_proofs.document_sha256 = documents.document_sha256
  WHERE documents.decision != 'accepted'
),

told_twice AS (
  SELECT
    document_sha256,
    'duplicate_statement' AS reason_code,
    CONCAT('The same statement was loaded before, as document ', duplicate_of, '; its rows are not counted again.')
      AS reason,
    CAST(NULL AS INT64) AS page,
    CAST(NULL AS STRING) AS expected,
    CAST(NULL AS STRING) AS found,
    CAST(NULL AS STRING) AS difference
  FROM account_counts
  WHERE duplicate_of IS NOT NULL
),

overlapping AS (
  SELECT
    document_sha256,
    MIN(period_start) AS period_start,
    MIN(previous_period_end) AS previous_period_end
  FROM account_balances
  WHERE continuity = 'overlap'
  GROUP BY document_sha256
),

told_in_part AS (
  SELECT
    document_sha256,
    'overlapping_period' AS reason_code,
    CONCAT(
      'The statement begins on ', CAST(period_start AS STRING), ', before another of the same account ends on ',
      CAST(previous_period_end AS STRING), ': look whether rows of both are counted twice.'
    ) AS reason,
    CAST(NULL AS INT64) AS page,
    CAST(NULL AS STRING) AS expected,
    CAST(NULL AS STRING) AS found,
    CAST(NULL AS STRING) AS difference
  FROM overlapping
),

reasons AS (
  SELECT * FROM held_back
  UNION ALL
  SELECT * FROM told_twice
  UNION ALL
  SELECT * FROM told_in_part
)

SELECT
  reasons.document_sha256,
  documents.uri,
  documents.filename,
  documents.institution,
  documents.kind,
  documents.decision,
  documents.verdict,
  reasons.reason_code,
  reasons.reason,
  reasons.page,
  reasons.expected,
  reasons.found,
  reasons.difference,
  COALESCE(issue_counts.error_count, 0) AS error_count,
  COALESCE(issue_counts.warning_count, 0) AS warning_count,
  COALESCE(account_counts.transaction_count, 0) AS transaction_count,
  documents.extractor_version,
  documents.extracted_at
FROM reasons
INNER JOIN documents ON documents.document_sha256 = reasons.document_sha256
LEFT JOIN issue_counts ON issue_counts.document_sha256 = reasons.document_sha256
LEFT JOIN account_counts ON account_counts.document_sha256 = reasons.document_sha256
