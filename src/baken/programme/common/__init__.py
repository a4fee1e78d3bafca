"""What the parts of the programme share."""
