SELECT
  transactions.transaction_id,
  transactions.document_sha256,
  documents.uri,
  documents.filename,
  accounts.institution,
  accounts.kind,
  transactions.account_key,
  accounts.account_number_masked,
  accounts.account_type,
  accounts.period_start,
  accounts.period_end,
  transactions.position,
  transactions.posted_date,
  transactions.value_date,
  transactions.description,
  transactions.reference,
  transactions.transaction_type,
  transactions.amount,
  transactions.balance,
  transactions.currency,
  transactions.action,
  transactions.security,
  transactions.security_identifier,
  transactions.quantity,
  transactions.unit_price,
  transactions.trade_fees,
  transactions.page,
  transactions.raw_text,
  transactions.confidence,
  documents.decision,
  documents.decision = 'accepted' AS is_accepted,
  accounts.duplicate_of,
  accounts.is_counted
FROM transactions
INNER JOIN documents ON documents.extraction_id = transactions.extraction_id
INNER JOIN accounts
  ON accounts.extraction_id = transactions.extraction_id
  AND accounts.position = transactions.account_position
