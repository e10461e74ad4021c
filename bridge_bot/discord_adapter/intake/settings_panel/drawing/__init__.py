"""How a panel looks: drawn as frozen values, of which Discord's components are made."""
