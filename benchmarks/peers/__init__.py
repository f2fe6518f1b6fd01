"""What an engineer, or an app, would use in our place, on the same seasons."""
