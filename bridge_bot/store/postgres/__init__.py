"""PostgreSQL, through asyncpg: its connections, its errors, and the work on its schema."""
