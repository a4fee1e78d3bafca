"""What CoMensha and the municipality that notified hear of a client."""
