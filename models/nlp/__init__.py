"""How a claim is found: sentences, the encoder, decoding and the pipeline."""
