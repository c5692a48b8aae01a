CREATE TABLE IF NOT EXISTS raw_accounts (
  extraction_id STRING NOT NULL OPTIONS (description = 'Key of this reading: SHA-256 of document_sha256 and extractor version'),
  document_sha256 STRING NOT NULL OPTIONS (description = 'SHA-256 of the file\'s bytes in hex: the document\'s identity, whatever its name'),
  account_key STRING NOT NULL OPTIONS (description = 'Keyed hash of the account number: joins statements of one account'),
  position INT64 NOT NULL OPTIONS (description = 'Place of the account in the document, from 1'),
  account_number_masked STRING OPTIONS (description = 'Account number with only its last characters visible; NULL where not printed'),
  account_type STRING OPTIONS (description = 'Type of account, such as checking; NULL where not found'),
  currency STRING OPTIONS (description = 'ISO 4217 code of all amounts of the account; NULL where not known'),
  period_start DATE OPTIONS (description = 'First day of the statement\'s period'),
  period_end DATE OPTIONS (description = 'Last day of the statement\'s period'),
  opening_balance NUMERIC OPTIONS (description = 'Balance before the first transaction, in units of currency; a debt is negative'),
  closing_balance NUMERIC OPTIONS (description = 'Balance after the last transaction, in units of currency; a debt is negative'),
  transaction_count INT64 NOT NULL OPTIONS (description = 'Number of transactions read'),
  transaction_sum NUMERIC NOT NULL OPTIONS (description = 'Sum of their amounts, in units of currency'),
  statement_digest STRING OPTIONS (description = 'Equal for files that are the same statement (account, period, balances, dates and amounts)')
)
CLUSTER BY account_key, period_start
