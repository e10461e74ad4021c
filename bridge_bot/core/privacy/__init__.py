"""What members decide of their own words, and what they are told of them."""
