"""The engine: rules, scopes, tiers, audit. It knows nothing about running."""
