"""What facts are: the vocabulary, the model, values and dates, decoding, and the ledger."""
