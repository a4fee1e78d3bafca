"""What a client may count on by law, and the dates that count."""
