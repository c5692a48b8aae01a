CREATE TABLE IF NOT EXISTS raw_transactions (
  extraction_id STRING NOT NULL OPTIONS (description = 'Key of this reading: SHA-256 of document_sha256 and extractor version'),
  document_sha256 STRING NOT NULL OPTIONS (description = 'SHA-256 of the file\'s bytes in hex: the document\'s identity, whatever its name'),
  transaction_id STRING NOT NULL OPTIONS (description = 'Identity of the transaction: unique in its extraction, and the same where statements of an account overlap'),
  account_key STRING NOT NULL OPTIONS (description = 'Keyed hash of the account number'),
  account_position INT64 NOT NULL OPTIONS (description = 'Place of the account in the document, from 1'),
  position INT64 NOT NULL OPTIONS (description = 'Place of the row in its account, in printed order, from 1'),
  posted_date DATE OPTIONS (description = 'Date of posting (the first date printed); NULL where not decided'),
  value_date DATE OPTIONS (description = 'Second date printed, where there is one'),
  description STRING NOT NULL OPTIONS (description = 'What the row says, without dates and amounts'),
  amount NUMERIC NOT NULL OPTIONS (description = 'Amount in units of currency; positive raises the holder\'s net position'),
  balance NUMERIC OPTIONS (description = 'Running balance printed on the row, in units of currency'),
  currency STRING OPTIONS (description = 'ISO 4217 code of amount and balance; NULL where not known'),
  sign_from STRING NOT NULL OPTIONS (description = 'What decided the sign: column, sign, suffix, section, balance or description'),
  posted_date_printed STRING OPTIONS (description = 'Date of posting as printed'),
  amount_printed STRING OPTIONS (description = 'Amount as printed'),
  balance_printed STRING OPTIONS (description = 'Running balance as printed'),
  page INT64 NOT NULL OPTIONS (description = 'Page of the row, from 1'),
  bbox_x0 FLOAT64 NOT NULL OPTIONS (description = 'Left edge of the row, in points from the left of the upright page'),
  bbox_top FLOAT64 NOT NULL OPTIONS (description = 'Top edge of the row, in points from the top of the page'),
  bbox_x1 FLOAT64 NOT NULL OPTIONS (description = 'Right edge of the row, in points from the left of the page'),
  bbox_bottom FLOAT64 NOT NULL OPTIONS (description = 'Bottom edge of the row, in points from the top of the page'),
  raw_text STRING NOT NULL OPTIONS (description = 'The whole row as printed'),
  method STRING NOT NULL OPTIONS (description = 'How it was read: native (text of the file), form or ocr'),
  confidence FLOAT64 OPTIONS (description = '0..1 as the reader measured it; NULL where not measured')
)
PARTITION BY DATE_TRUNC(posted_date, MONTH)
CLUSTER BY account_key, posted_date
