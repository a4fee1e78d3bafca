"""What the parts of care share: reading a client file, its page, and whether the room is in use."""
