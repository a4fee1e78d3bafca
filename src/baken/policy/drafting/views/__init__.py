"""The pages on which a policy adviser drafts a policy."""
