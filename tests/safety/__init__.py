"""Short runs of the safety suites, and tests of what they use."""
