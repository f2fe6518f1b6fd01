"""From a profile to an audited plan, and from a plan to a verdict."""
