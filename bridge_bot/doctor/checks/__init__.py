"""The checks: each is a pure function from facts to findings."""
