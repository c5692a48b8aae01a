CREATE TABLE IF NOT EXISTS raw_proofs (
  extraction_id STRING NOT NULL OPTIONS (description = 'Key of this reading: SHA-256 of document_sha256 and extractor version'),
  document_sha256 STRING NOT NULL OPTIONS (description = 'SHA-256 of the file\'s bytes in hex: the document\'s identity, whatever its name'),
  position INT64 NOT NULL OPTIONS (description = 'Place of the proof in the document\'s list, from 1'),
  check_name STRING NOT NULL OPTIONS (description = 'Which identity was checked, such as running_balance'),
  status STRING NOT NULL OPTIONS (description = 'holds, fails or not_applicable'),
  detail STRING NOT NULL OPTIONS (description = 'The figures, for a person'),
  account_key STRING OPTIONS (description = 'Account it concerns'),
  account_position INT64 OPTIONS (description = 'Place of that account in the document, from 1')
)
CLUSTER BY document_sha256, check_name
