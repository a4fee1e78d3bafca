"""Care coordination: a client file per presumed victim, kept by the care organisation alone."""
