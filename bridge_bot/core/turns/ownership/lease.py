"""How long a turn belongs to its owner without being renewed."""

from __future__ import annotations

LEASE_S = 20
"""How long a turn of a process that has crashed waits for another one, in seconds."""

CLAIM_EVERY_S = 5.0
"""How often leases are renewed, and turns looked for whose lease has run out."""
