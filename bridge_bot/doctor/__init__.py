"""What is wrong with a bot, and how to mend it: findings, made of facts by pure checks."""
