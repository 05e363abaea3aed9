"""How two values, and what two claims cover, stand to each other: sets of possibilities."""
