"""Pure rules of intake: reading what agencies send, and what may be sent or attached (A1, A2)."""
