CREATE TABLE IF NOT EXISTS raw_repairs (
  extraction_id STRING NOT NULL OPTIONS (description = 'Key of this reading: SHA-256 of document_sha256 and extractor version'),
  document_sha256 STRING NOT NULL OPTIONS (description = 'SHA-256 of the file\'s bytes in hex: the document\'s identity, whatever its name'),
  position INT64 NOT NULL OPTIONS (description = 'Place of the repair in the document\'s list, from 1'),
  account_key STRING OPTIONS (description = 'Account it concerns'),
  account_position INT64 NOT NULL OPTIONS (description = 'Place of that account in the document, from 1'),
  transaction_position INT64 NOT NULL OPTIONS (description = 'Place of the row in that account, from 1'),
  field STRING NOT NULL OPTIONS (description = 'Which value was repaired, such as amount'),
  printed STRING NOT NULL OPTIONS (description = 'The value as it was read or printed'),
  repaired STRING NOT NULL OPTIONS (description = 'The value that was taken'),
  reason STRING NOT NULL OPTIONS (description = 'Why no other value fits'),
  page INT64 NOT NULL OPTIONS (description = 'Page of the value, from 1'),
  bbox_x0 FLOAT64 NOT NULL OPTIONS (description = 'Left edge of the value, in points from the left of the upright page'),
  bbox_top FLOAT64 NOT NULL OPTIONS (description = 'Top edge of the value, in points from the top of the page'),
  bbox_x1 FLOAT64 NOT NULL OPTIONS (description = 'Right edge of the value, in points from the left of the page'),
  bbox_bottom FLOAT64 NOT NULL OPTIONS (description = 'Bottom edge of the value, in points from the top of the page'),
  raw_text STRING NOT NULL OPTIONS (description = 'The printed text of the value'),
  confidence FLOAT64 OPTIONS (description = 'Probability, 0..1, that the value was read as it is printed; NULL where not judged')
)
CLUSTER BY document_sha256
