"""`python -m bridge_bot` is `bridge-bot`."""

import sys

from bridge_bot.cli import main

sys.exit(main())
