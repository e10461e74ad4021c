"""How a turn ends: in which state, with which notice, and what is stored of that."""
