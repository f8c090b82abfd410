"""Use cases in users' words; the only layer that sees packs, persistence and report together."""
