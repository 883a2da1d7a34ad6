"""What the README's figures come from, measured side by side with peers."""
