"""Page -> regions and tags of words: what a trained model takes them for, as a prior that proofs judge."""
