"""The offer of help, its gaps, advice given, and information for clients."""
