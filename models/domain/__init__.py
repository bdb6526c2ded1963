"""What a claim is: plain values and rules, no storage, no network, no model."""
