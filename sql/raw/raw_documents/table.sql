CREATE TABLE IF NOT EXISTS raw_documents (
  extraction_id STRING NOT NULL OPTIONS (description = 'Key of this reading: SHA-256 of document_sha256 and extractor version'),
  document_sha256 STRING NOT NULL OPTIONS (description = 'SHA-256 of the file\'s bytes in hex: the document\'s identity, whatever its name'),
  uri STRING NOT NULL OPTIONS (description = 'Where the file lay when it was read first'),
  filename STRING NOT NULL OPTIONS (description = 'Name of the file'),
  media_type STRING NOT NULL OPTIONS (description = 'What the bytes are, such as application/pdf'),
  pages INT64 NOT NULL OPTIONS (description = 'Pages read; 0 where the file could not be opened'),
  kind STRING NOT NULL OPTIONS (description = 'bank_statement, credit_card_statement, brokerage_statement, loan_statement, financial_report or other'),
  institution STRING OPTIONS (description = 'Who issued the document, as printed; NULL where not found'),
  verdict STRING NOT NULL OPTIONS (description = 'verified, discrepancy or unverifiable: what the document\'s own arithmetic says'),
  decision STRING NOT NULL OPTIONS (description = 'accepted, review or rejected: what may be done with the rows'),
  refused BOOL NOT NULL OPTIONS (description = 'True where it was not read because of a setting (password, size, time); any reading goes before it'),
  extractor_version STRING NOT NULL OPTIONS (description = 'Version of the extractor that read the document'),
  extractor_rank INT64 NOT NULL OPTIONS (description = 'The version as a number: a higher one is a newer extractor'),
  extracted_at TIMESTAMP NOT NULL OPTIONS (description = 'When the document was read')
)
PARTITION BY TIMESTAMP_TRUNC(extracted_at, MONTH)
CLUSTER BY document_sha256
