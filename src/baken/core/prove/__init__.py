"""What a policy does for every signal that can exist: proved, compared with another policy, and tried by mutation."""
