CREATE TABLE IF NOT EXISTS ledger (
  extraction_id STRING NOT NULL OPTIONS (description = 'Key of this reading: SHA-256 of document_sha256 and extractor version'),
  document_sha256 STRING NOT NULL OPTIONS (description = 'SHA-256 of the file\'s bytes in hex: the document\'s identity, whatever its name'),
  batch_id STRING NOT NULL OPTIONS (description = 'Key of the batch that loaded it: SHA-256 of its extraction_ids'),
  loaded_at TIMESTAMP NOT NULL OPTIONS (description = 'When the transaction that loaded it began')
)
CLUSTER BY extraction_id
