CREATE TABLE IF NOT EXISTS raw_issues (
  extraction_id STRING NOT NULL OPTIONS (description = 'Key of this reading: SHA-256 of document_sha256 and extractor version'),
  document_sha256 STRING NOT NULL OPTIONS (description = 'SHA-256 of the file\'s bytes in hex: the document\'s identity, whatever its name'),
  position INT64 NOT NULL OPTIONS (description = 'Place of the issue in the document\'s list, from 1'),
  code STRING NOT NULL OPTIONS (description = 'What kind of issue it is, from a closed list'),
  severity STRING NOT NULL OPTIONS (description = 'error, warning or info'),
  message STRING NOT NULL OPTIONS (description = 'What happened and where, for a person'),
  page INT64 OPTIONS (description = 'Page, from 1; NULL where it concerns the whole document'),
  bbox_x0 FLOAT64 OPTIONS (description = 'Left edge of the place, in points from the left of the upright page'),
  bbox_top FLOAT64 OPTIONS (description = 'Top edge of the place, in points from the top of the page'),
  bbox_x1 FLOAT64 OPTIONS (description = 'Right edge of the place, in points from the left of the page'),
  bbox_bottom FLOAT64 OPTIONS (description = 'Bottom edge of the place, in points from the top of the page'),
  account_key STRING OPTIONS (description = 'Account it concerns'),
  account_position INT64 OPTIONS (description = 'Place of that account in the document, from 1'),
  transaction_position INT64 OPTIONS (description = 'Place of the row in that account, from 1'),
  expected STRING OPTIONS (description = 'Amount that would be right, as a decimal string'),
  found STRING OPTIONS (description = 'Amount that was found, as a decimal string'),
  difference STRING OPTIONS (description = 'found less expected, as a decimal string'),
  holding_position INT64 OPTIONS (description = 'Place of the holding in that account, from 1; NULL where it concerns none')
)
CLUSTER BY document_sha256, code
